import Foundation
import Tensors

@testable import TensorTransformations

extension NestingTests {
  /// One number to one number.
  static func wave(_ x: Tensor) -> Tensor { sin(x) * x }
  @Sendable static func waveReference(_ x: Double) -> Double { Foundation.sin(x) * x }

  /// Several numbers to one, in which they meet.
  static func mixed(_ x: Tensor) -> Tensor { (sin(x) * x.sum()).sum() }
  static let mixedReference: Reference.Scalar = { x in
    x.map(Foundation.sin).reduce(0, +) * x.reduce(0, +)
  }

  static let derivatives: [Composition] = [
    .init("jit∘grad", { try jit(grad(mixed))($0) }, Reference.gradient(mixedReference)),
    .init("grad∘jit", { try grad(jit(mixed))($0) }, Reference.gradient(mixedReference)),
    .init("jit∘vmap∘grad", { try jit(vmap(grad(wave)))($0) }, Reference.each(waveReference)),
    .init("vmap∘jit∘grad", { try vmap(jit(grad(wave)))($0) }, Reference.each(waveReference)),
    .init("grad∘vmap", { grad { x in vmap(wave)(x).sum() }($0) }, Reference.each(waveReference)),
    .init("vmap∘grad∘grad", { vmap(grad(grad(wave)))($0) }, Reference.each(order: 2, waveReference)),
    .init(
      "vmap∘grad∘grad∘grad", { vmap(grad(grad(grad(wave))))($0) }, Reference.each(order: 3, waveReference)),
    .init(
      "jvp∘jvp",
      { x in
        let one = Tensor.onesLike(x)
        let first = { (x: Tensor) in jvp(wave, primals: x, tangents: one).1 }
        return jvp(first, primals: x, tangents: one).1
      }, Reference.each(order: 2, waveReference)),
    .init(
      "jvp∘vjp",
      { x in
        let first = { (x: Tensor) in vjp(wave, primals: x).1(Tensor.onesLike(x)) }
        return jvp(first, primals: x, tangents: Tensor.onesLike(x)).1
      }, Reference.each(order: 2, waveReference)),
    .init(
      "vjp∘jvp",
      { x in
        let one = Tensor.onesLike(x)
        let first = { (x: Tensor) in jvp(wave, primals: x, tangents: one).1 }
        return vjp(first, primals: x).1(one)
      }, Reference.each(order: 2, waveReference)),
    .init("hessian∘jit", { try hessian(jit(mixed))($0) }, Reference.hessian(mixedReference)),
    .init(
      "jacfwd∘grad", { jacfwd(grad(mixed))($0) }, Reference.hessian(mixedReference)),
    .init(
      "jacrev∘grad", { jacrev(grad(mixed))($0) }, Reference.hessian(mixedReference)),
    .init(
      "vmap∘hessian", { x in vmap(hessian(mixed))(stack([x, 2 * x])) },
      { x in [x, x.map { 2 * $0 }].flatMap { Reference.hessian(mixedReference)($0) } }),
    .init(
      "vmap∘vmap∘grad", { x in vmap(vmap(grad(wave)))(stack([x, 2 * x])) },
      { x in [x, x.map { 2 * $0 }].flatMap { Reference.each(waveReference)($0) } }),
    .init(
      "linearize∘grad", { x in linearize(grad(mixed), primals: x).1(Tensor([1, 0, 0] as [Float])) },
      { x in Array(Reference.hessian(mixedReference)(x)[..<3]) }),
    .init(
      "grad of a function with grad inside, of its own argument",
      { x in vmap(grad { (x: Tensor) in x * grad { (y: Tensor) in x * y * y }(x) })(x) },
      // x·(2x·x): the inner derivative takes the outer x as a constant, then both vary.
      Reference.each { 2 * $0 * $0 * $0 }),
    .init(
      "perturbations are not confused",
      { x in vmap(grad { (x: Tensor) in x * grad { (y: Tensor) in x + y }(Tensor(1 as Float)) })(x) },
      Reference.map { _ in 1 }),
    .init(
      "grad of parts that do not touch",
      { grad { x in sin(x[0..<1]).sum() * (x[2..<3] * x[2..<3]).sum() }($0) },
      Reference.gradient { x in Foundation.sin(x[0]) * x[2] * x[2] }),
    .init(
      "grad of parts that overlap", { grad { x in (x[0..<2] * sin(x[1..<3]) * x[0..<2]).sum() }($0) },
      Reference.gradient { x in
        x[0] * x[0] * Foundation.sin(x[1]) + x[1] * x[1] * Foundation.sin(x[2])
      }),
    .init("grad∘checkpoint", { grad(checkpoint(mixed))($0) }, Reference.gradient(mixedReference)),
    .init(
      "grad∘checkpoint∘checkpoint", { grad(checkpoint(checkpoint(mixed)))($0) },
      Reference.gradient(mixedReference)),
    .init("hessian∘checkpoint", { hessian(checkpoint(mixed))($0) }, Reference.hessian(mixedReference)),
    .init(
      "vmap∘grad∘checkpoint, dots saved", { vmap(grad(checkpoint(policy: .dotsSaveable, wave)))($0) },
      Reference.each(waveReference)),
    .init(
      "jit∘grad∘checkpoint∘jit", { try jit(grad(checkpoint(jit(mixed))))($0) },
      Reference.gradient(mixedReference)),
  ]
}
