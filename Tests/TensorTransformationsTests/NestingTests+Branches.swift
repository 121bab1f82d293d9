import Foundation
import Tensors

@testable import TensorTransformations

extension NestingTests {
  /// The sine or the square, by the sign.
  static func forked(_ x: Tensor) -> Tensor {
    cond(x .> 0, x) {
      sin($0)
    } else: {
      $0 * $0
    }
  }
  @Sendable static func forkedReference(_ x: Double) -> Double { x > 0 ? Foundation.sin(x) : x * x }

  /// One of three, by the integer part.
  static func chosen(_ x: Tensor) -> Tensor {
    `switch`(floor(x).astype(.int32), x, sin, { $0 * $0 * $0 }, cos)
  }
  @Sendable static func chosenReference(_ x: Double) -> Double {
    switch min(max(Int(x.rounded(.down)), 0), 2) {
    case 0: Foundation.sin(x)
    case 1: x * x * x
    default: Foundation.cos(x)
    }
  }

  /// A branch in each run of a loop.
  static func zigzag(_ x: Tensor) -> Tensor {
    scan(Tensor(0.5 as Float), x) { s, v in cond(v .> 0, then: { sin(s * v) }, else: { s * s + v * s }) }
  }
  static let zigzagReference: Reference.Scalar = { x in
    x.reduce(0.5) { s, v in v > 0 ? Foundation.sin(s * v) : s * s + v * s }
  }

  static let branches: [Composition] = [
    .init("vmap∘cond", { vmap(forked)($0) }, Reference.map(forkedReference)),
    .init("vmap∘grad∘cond", { vmap(grad(forked))($0) }, Reference.each(forkedReference)),
    .init("grad∘vmap∘cond", { grad { x in vmap(forked)(x).sum() }($0) }, Reference.each(forkedReference)),
    .init(
      "vmap∘grad∘grad∘cond", { vmap(grad(grad(forked)))($0) }, Reference.each(order: 2, forkedReference)),
    .init(
      "jvp∘vmap∘cond", { x in jvp(vmap(forked), primals: x, tangents: Tensor.onesLike(x)).1 },
      Reference.each(forkedReference)),
    .init(
      "vmap∘cond, one choice for all lanes",
      { x in
        let isPositive = x.sum() .> 0
        return vmap { (x: Tensor) in cond(isPositive, x, then: sin, else: cos) }(x)
      }, Reference.map { Foundation.sin($0) }),
    .init("vmap∘switch", { vmap(chosen)($0) }, Reference.map(chosenReference)),
    .init("jit∘vmap∘grad∘switch", { try jit(vmap(grad(chosen)))($0) }, Reference.each(chosenReference)),
    .init("grad∘scan∘cond", { grad(zigzag)($0) }, Reference.gradient(zigzagReference)),
    .init("hessian∘scan∘cond", { hessian(zigzag)($0) }, Reference.hessian(zigzagReference)),
    .init(
      "vmap∘grad∘scan∘cond", { x in vmap(grad(zigzag))(stack([x, -x])) },
      { x in [x, x.map { -$0 }].flatMap { Reference.gradient(zigzagReference)($0) } }),
    .init(
      "grad∘cond∘scan",
      {
        grad { x in
          cond(x.sum() .> 0, x) {
            chain($0)
          } else: {
            $0.sum()
          }
        }($0)
      }, Reference.gradient(chainReference)),
    .init(
      "jvp∘whileLoop∘cond",
      { x in
        let f = { (x: Tensor) in
          whileLoop((x, Tensor(0))) { _, n in
            n .< 3
          } body: { s, n in
            (cond(s .> 0.5, s, then: sin, else: { $0 + 0.4 }), n + 1)
          }.0
        }
        return vmap { (x: Tensor) in jvp(f, primals: x, tangents: Tensor(1 as Float)).1 }(x)
      },
      Reference.each { x in (0..<3).reduce(x) { s, _ in s > 0.5 ? Foundation.sin(s) : s + 0.4 } }),
    .init(
      "grad∘checkpoint∘cond", { grad(checkpoint { x in vmap(forked)(x).sum() })($0) },
      Reference.each(forkedReference)),
  ]
}
