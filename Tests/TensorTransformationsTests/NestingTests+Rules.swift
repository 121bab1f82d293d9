import Foundation
import Tensors

@testable import TensorTransformations

extension NestingTests {
  /// The cube, with a derivative that is twice too large, to be seen.
  nonisolated(unsafe) static let cube = customJvp({ (x: Tensor) in x * x * x }) { x, tangent in
    let square = x * x
    return (x * square, 6 * square * tangent)
  }

  /// The identity, through which cotangents go halved.
  nonisolated(unsafe) static let halving = customVjp({ (x: Tensor) in x }) { x in
    (x, [Tensor]())
  } backward: { _, cotangent in
    0.5 * cotangent
  }

  /// sin(x)·y, with cotangents that are three times too large for y.
  nonisolated(unsafe) static let product = customVjp({ (x: Tensor, y: Tensor) in sin(x) * y }) { x, y in
    (sin(x) * y, [x, y])
  } backward: { kept, g in
    let (x, y) = (kept[0], kept[1])
    return (cos(x) * y * g, 3 * sin(x) * g)
  }

  private static func sum(_ f: (Tensor) -> Tensor, _ x: Tensor) -> Tensor { f(x).sum() }

  private static let doubled = Reference.map { 6 * $0 * $0 }

  static let rules: [Composition] = [
    .init("vmap∘grad∘customJvp", { vmap(grad(cube))($0) }, doubled),
    .init("grad∘vmap∘customJvp", { grad { x in sum(vmap(cube), x) }($0) }, doubled),
    .init(
      "jvp∘jit∘customJvp", { x in try jvp(jit(cube), primals: x, tangents: Tensor.onesLike(x)).1 }, doubled),
    .init(
      "jvp∘vmap∘jit∘customJvp",
      { x in try jvp(vmap(jit(cube)), primals: x, tangents: Tensor.onesLike(x)).1 }, doubled),
    .init("vmap∘grad∘grad∘customJvp", { vmap(grad(grad(cube)))($0) }, Reference.map { 12 * $0 }),
    .init(
      "grad∘scan∘customJvp", { grad { x in scan(Tensor(0 as Float), x) { s, v in s + cube(v) } }($0) },
      doubled),
    .init(
      "vmap∘grad∘scan∘customJvp",
      { x in
        vmap { (x: Tensor) in
          grad { (x: Tensor) in scan(Tensor(0 as Float), length: 2) { s in s + cube(x) } }(x)
        }(x)
      }, Reference.map { 12 * $0 * $0 }),
    .init("grad∘checkpoint∘customJvp", { grad(checkpoint { cube($0).sum() })($0) }, doubled),
    .init(
      "vmap∘grad∘cond∘customJvp",
      { vmap(grad { (x: Tensor) in cond(x .> 0, x, then: cube, else: sin) })($0) },
      Reference.map { $0 > 0 ? 6 * $0 * $0 : Foundation.cos($0) }),
    .init(
      "vmap∘grad∘customVjp", { vmap(grad { (x: Tensor) in sin(halving(x)) })($0) },
      Reference.map { 0.5 * Foundation.cos($0) }),
    .init(
      "grad∘vmap∘customVjp", { grad { x in sum(vmap { sin(halving($0)) }, x) }($0) },
      Reference.map { 0.5 * Foundation.cos($0) }),
    .init(
      "grad∘vmap∘customVjp, one argument the same for all lanes",
      {
        grad(argument: .second) { (x: Tensor, y: Tensor) in sum({ vmap(in: [0, nil], product)($0, y) }, x) }(
          $0, Tensor(2 as Float))
      },
      { x in [3 * x.map { Foundation.sin($0) }.reduce(0, +)] }),
    .init(
      "grad∘scan∘customVjp",
      { grad { x in scan(Tensor(0 as Float), x) { s, v in s + sin(halving(v)) } }($0) },
      Reference.map { 0.5 * Foundation.cos($0) }),
    .init(
      "grad∘checkpoint∘customVjp", { grad(checkpoint { sin(halving($0)).sum() })($0) },
      Reference.map { 0.5 * Foundation.cos($0) }),
    .init(
      "vmap∘grad∘cond∘customVjp",
      { vmap(grad { (x: Tensor) in cond(x .> 0, x, then: { sin(halving($0)) }, else: { $0 }) })($0) },
      Reference.map { $0 > 0 ? 0.5 * Foundation.cos($0) : 1 }),
    .init(
      "jvp∘grad∘customVjp",
      { x in jvp(grad { (x: Tensor) in sin(halving(x)).sum() }, primals: x, tangents: Tensor.onesLike(x)).1
      },
      Reference.map { -0.5 * Foundation.sin($0) }),
    .init(
      "vmap∘jacrev∘jit∘customVjp", { x in try vmap(jacrev(jit { sin(halving($0)) }))(x) },
      Reference.map { 0.5 * Foundation.cos($0) }),
    .init(
      "grad∘stopGradient in a scan",
      { grad { x in scan(Tensor(1 as Float), x) { s, v in s + v * stopGradient(v) } }($0) },
      Reference.map { $0 }),
  ]
}
