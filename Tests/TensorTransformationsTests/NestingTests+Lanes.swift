import Foundation
import Tensors

@testable import TensorTransformations

extension NestingTests {
  /// Each lane minus the mean of all, squared.
  static func centered(_ x: Tensor) -> Tensor { square(x - pmean(x, "lane")) }
  private static let spread: Reference.Scalar = { x in
    let mean = x.reduce(0, +) / Double(x.count)
    return x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
  }

  static let lanes: [Composition] = [
    .init(
      "grad∘vmap∘pmean", { grad { x in vmap(axisName: "lane", centered)(x).sum() }($0) },
      Reference.gradient(spread)),
    .init(
      "hessian∘vmap∘pmean", { hessian { x in vmap(axisName: "lane", centered)(x).sum() }($0) },
      Reference.hessian(spread)),
    .init(
      "vmap∘grad∘psum", { vmap(axisName: "lane", grad { (x: Tensor) in sin(psum(x, "lane")) })($0) },
      // Every lane's value takes part in every lane's result, so cotangents add up over the lanes.
      { x in x.map { _ in 3 * Foundation.cos(x.reduce(0, +)) } }),
    .init(
      "jit∘vmap∘axisIndex", { try jit(vmap(axisName: "lane") { (x: Tensor) in x * axisIndex("lane") })($0) },
      { x in x.enumerated().map { $1 * Double($0) } }),
    .init(
      "vmap∘jit∘psum", { try vmap(axisName: "lane", jit { (x: Tensor) in x / psum(x, "lane") })($0) },
      { x in x.map { $0 / x.reduce(0, +) } }),
    .init(
      "vmap∘vmap∘psum over both",
      { x in
        vmap(axisName: "row", vmap(axisName: "column") { (x: Tensor) in x * psum(x, ["row", "column"]) })(
          stack([x, x]))
      }, { x in (x + x).map { $0 * 2 * x.reduce(0, +) } }),
    .init(
      "grad∘vmap∘scan∘psum",
      {
        grad { x in
          vmap(axisName: "lane") { (x: Tensor) in
            scan(x, length: 2) { s in sin(s) + 0.1 * psum(s, "lane") }
          }(x).sum()
        }($0)
      },
      Reference.gradient { x in
        (0..<2).reduce(x) { s, _ in
          let sum = s.reduce(0, +)
          return s.map { Foundation.sin($0) + 0.1 * sum }
        }.reduce(0, +)
      }),
    .init(
      "grad∘vmap∘allGather",
      { grad { x in vmap(axisName: "lane") { (x: Tensor) in mixed(allGather(x, "lane")) }(x).sum() }($0) },
      Reference.gradient { x in 3 * mixedReference(x) }),
    .init(
      "vmap∘grad∘allGather",
      { vmap(axisName: "lane", grad { (x: Tensor) in mixed(allGather(x, "lane")) })($0) },
      Reference.gradient { x in 3 * mixedReference(x) }),
    .init(
      "grad∘vmap∘ppermute",
      {
        grad { x in
          vmap(axisName: "lane") { (x: Tensor) in sin(x) * ppermute(x, "lane", [(0, 1), (1, 2), (2, 0)]) }(x)
            .sum()
        }($0)
      },
      Reference.gradient { x in x.indices.map { Foundation.sin(x[$0]) * x[($0 + 2) % 3] }.reduce(0, +) }),
    .init(
      "grad∘vmap∘pmax",
      { grad { x in vmap(axisName: "lane") { (x: Tensor) in x * pmax(x, "lane") }(x).sum() }($0) },
      Reference.gradient { x in x.map { $0 * (x.max() ?? 0) }.reduce(0, +) }),
    .init(
      "vmap∘psum in groups",
      { x in
        vmap(axisName: "lane") { (x: Tensor) in psum(x, "lane", axisIndexGroups: [[0, 3], [1, 2]]) }(
          concatenate([x, Tensor([2 as Float])]))
      }, { x in [x[0] + 2, x[1] + x[2], x[1] + x[2], x[0] + 2] }),
    .init(
      "vmap∘cond∘psum",
      { x in
        vmap(axisName: "lane") { (x: Tensor) in
          cond(x .> 0, x, then: { $0 + psum($0, "lane") }, else: { $0 })
        }(x)
      }, { x in x.map { $0 > 0 ? $0 + x.reduce(0, +) : $0 } }),
  ]
}
