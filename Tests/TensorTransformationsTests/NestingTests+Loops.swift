import Foundation
import Tensors

@testable import TensorTransformations

extension NestingTests {
  /// s ← sin(s·v) + v over the elements, from 0.5.
  static func chain(_ x: Tensor) -> Tensor {
    scan(Tensor(0.5 as Float), x) { s, v in sin(s * v) + v }
  }
  static let chainReference: Reference.Scalar = { x in x.reduce(0.5) { Foundation.sin($0 * $1) + $1 } }

  /// Three runs of s ← tanh(s) + 0.1·x on one number.
  static func repeated(_ x: Tensor) -> Tensor {
    foriLoop(0, 3, x) { i, s in tanh(s) + 0.1 * x * i }
  }
  @Sendable static func repeatedReference(_ x: Double) -> Double {
    (0..<3).reduce(x) { Foundation.tanh($0) + 0.1 * x * Double($1) }
  }

  /// Halves and shifts until below 0.2: the number of runs depends on the value.
  static func shrunk(_ x: Tensor) -> Tensor {
    whileLoop(x) { s in
      abs(s) .> 0.2
    } body: { s in
      sin(s) * 0.5
    }
  }
  @Sendable static func shrunkReference(_ x: Double) -> Double {
    var s = x
    while Swift.abs(s) > 0.2 { s = Foundation.sin(s) * 0.5 }
    return s
  }

  static let loops: [Composition] = [
    .init("grad∘scan", { grad(chain)($0) }, Reference.gradient(chainReference)),
    .init("jit∘grad∘scan", { try jit(grad(chain))($0) }, Reference.gradient(chainReference)),
    .init(
      "grad∘jit∘scan∘jit",
      { x in
        let step = jit { (s: Tensor, v: Tensor) in sin(s * v) + v }
        let f = jit { (x: Tensor) throws in
          try scan(Tensor(0.5 as Float), x) { s, v throws in try step(s, v) }
        }
        return try grad(f)(x)
      }, Reference.gradient(chainReference)),
    .init("hessian∘scan", { hessian(chain)($0) }, Reference.hessian(chainReference)),
    .init(
      "jvp∘grad∘scan", { jvp(grad(chain), primals: $0, tangents: Tensor([1, 0, 0] as [Float])).1 },
      { x in Array(Reference.hessian(chainReference)(x)[..<3]) }),
    .init(
      "jvp∘scan", { jvp(chain, primals: $0, tangents: Tensor([0, 1, 0] as [Float])).1 },
      { x in [Reference.gradient(chainReference)(x)[1]] }),
    .init(
      "linearize∘scan",
      { x in
        let (_, linear) = linearize(chain, primals: x)
        return linear(Tensor([0, 0, 1] as [Float]))
      }, { x in [Reference.gradient(chainReference)(x)[2]] }),
    .init(
      "vmap∘scan", { x in vmap(in: [0]) { chain($0) }(stack([x, 2 * x])) },
      { x in [chainReference(x), chainReference(x.map { 2 * $0 })] }),
    .init(
      "vmap∘grad∘scan", { x in vmap(grad(chain))(stack([x, -x])) },
      { x in [x, x.map { -$0 }].flatMap { Reference.gradient(chainReference)($0) } }),
    .init(
      "grad∘vmap∘scan", { grad { x in vmap(chain)(stack([x, -x])).sum() }($0) },
      Reference.gradient { x in chainReference(x) + chainReference(x.map { -$0 }) }),
    .init(
      "vmap∘scan, lanes differ in what is captured",
      { x in vmap { (a: Tensor) in scan(Tensor(1 as Float), length: 3) { s in sin(s) * a } }(x) },
      Reference.map { a in (0..<3).reduce(1) { s, _ in Foundation.sin(s) * a } }),
    .init(
      "grad∘scan, reverse and unrolled",
      {
        grad { x in scan(Tensor(0.5 as Float), x, reverse: true, unroll: 2) { s, v in sin(s * v) + v } }($0)
      },
      Reference.gradient { x in x.reversed().reduce(0.5) { Foundation.sin($0 * $1) + $1 } }),
    .init(
      "grad∘scan∘scan",
      {
        grad { x in
          scan(Tensor(0.5 as Float), x) { s, v in scan(s, x) { t, w in sin(t * w) + 0.1 * v } }
        }($0)
      },
      Reference.gradient { x in
        x.reduce(0.5) { s, v in x.reduce(s) { Foundation.sin($0 * $1) + 0.1 * v } }
      }),
    .init(
      "grad∘scan∘checkpoint∘vmap",
      {
        grad { x in
          let step = checkpoint { (s: Tensor, v: Tensor) in vmap { sin($0 * v) }(s) }
          return scan(Tensor.ones([2]), x) { s, v in step(s, v) }.sum()
        }($0)
      },
      Reference.gradient { x in 2 * x.reduce(1.0) { Foundation.sin($0 * $1) } }),
    .init(
      "grad∘scan∘checkpoint∘scan",
      {
        grad { x in
          let inner = checkpoint { (s: Tensor) in scan(s, x) { t, w in sin(t * w) + 0.2 } }
          return scan(Tensor(0.5 as Float), length: 2) { s in inner(s) }
        }($0)
      },
      Reference.gradient { x in
        (0..<2).reduce(0.5) { s, _ in x.reduce(s) { Foundation.sin($0 * $1) + 0.2 } }
      }),
    .init("vmap∘grad∘foriLoop", { vmap(grad(repeated))($0) }, Reference.each(repeatedReference)),
    .init(
      "vmap∘grad∘grad∘foriLoop", { vmap(grad(grad(repeated)))($0) },
      Reference.each(order: 2, repeatedReference)),
    .init("vmap∘whileLoop", { vmap(shrunk)($0) }, Reference.map(shrunkReference)),
    .init(
      "vmap∘jvp∘whileLoop",
      { x in vmap { (x: Tensor) in jvp(shrunk, primals: x, tangents: Tensor(1 as Float)).1 }(x) },
      Reference.each(shrunkReference)),
    .init(
      "jvp∘vmap∘whileLoop", { x in jvp(vmap(shrunk), primals: x, tangents: Tensor.onesLike(x)).1 },
      Reference.each(shrunkReference)),
    .init(
      "vmap∘jacfwd∘whileLoop", { x in vmap(jacfwd(shrunk))(x) },
      Reference.each(shrunkReference)),
    .init(
      "linearize∘vmap∘whileLoop",
      { x in linearize(vmap(shrunk), primals: x).1(Tensor.onesLike(x)) }, Reference.each(shrunkReference)),
    .init(
      "grad∘associativeScan", { grad { x in sin(associativeScan(x) { $0 * $1 }).sum() }($0) },
      Reference.gradient { x in
        var (product, sum) = (1.0, 0.0)
        for v in x {
          product *= v
          sum += Foundation.sin(product)
        }
        return sum
      }),
    .init(
      "grad∘map", { grad { x in map(over: x, batchSize: 2) { sin($0) * $0 }.sum() }($0) },
      Reference.each { Foundation.sin($0) * $0 }),
  ]
}
