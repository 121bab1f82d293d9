// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> A {
  { a in
    let gradient = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x), NoResults()) }
    let result = gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) -> (Tensor, X)
) -> (A) -> (A, X) {
  { a in
    let gradient = Gradient<A, X, Never>(name: "grad") { x in f(x) }
    let result = gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A) -> (Tensor, (X, Y))
) -> (A) -> (A, (X, Y)) {
  { a in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A) -> (Tensor, (X, Y, Z))
) -> (A) -> (A, (X, Y, Z)) {
  { a in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> A {
  { a in
    let gradient = Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x), NoResults()) }
    let result = try gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, X)
) -> (A) throws -> (A, X) {
  { a in
    let gradient = Gradient<A, X, any Error>(name: "grad") { x in try f(x) }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, (X, Y))
) -> (A) throws -> (A, (X, Y)) {
  { a in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, (X, Y, Z))
) -> (A) throws -> (A, (X, Y, Z)) {
  { a in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> A {
  { a, b in
    let gradient = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b), NoResults()) }
    let result = gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> (A, X) {
  { a, b in
    let gradient = Gradient<A, X, Never>(name: "grad") { x in f(x, b) }
    let result = gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, (X, Y))
) -> (A, B) -> (A, (X, Y)) {
  { a, b in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, (X, Y, Z))
) -> (A, B) -> (A, (X, Y, Z)) {
  { a, b in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> A {
  { a, b in
    let gradient = Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b), NoResults()) }
    let result = try gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> (A, X) {
  { a, b in
    let gradient = Gradient<A, X, any Error>(name: "grad") { x in try f(x, b) }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, (X, Y))
) -> (A, B) throws -> (A, (X, Y)) {
  { a, b in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, (X, Y, Z))
) -> (A, B) throws -> (A, (X, Y, Z)) {
  { a, b in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> B {
  { a, b in
    let gradient = Gradient<B, NoResults, Never>(name: "grad") { x in (f(a, x), NoResults()) }
    let result = gradient(b)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> (B, X) {
  { a, b in
    let gradient = Gradient<B, X, Never>(name: "grad") { x in f(a, x) }
    let result = gradient(b)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> B {
  { a, b in
    let gradient = Gradient<B, NoResults, any Error>(name: "grad") { x in (try f(a, x), NoResults()) }
    let result = try gradient(b)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> (B, X) {
  { a, b in
    let gradient = Gradient<B, X, any Error>(name: "grad") { x in try f(a, x) }
    let result = try gradient(b)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> (A, B) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, NoResults, Never>(name: "grad") { x in
      (f(x.a, x.b), NoResults())
    }
    let result = gradient(TreeTuple2(a, b))
    return result.gradient.values
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> ((A, B), X) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, X, Never>(name: "grad") { x in f(x.a, x.b) }
    let result = gradient(TreeTuple2(a, b))
    return (result.gradient.values, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> (Tensor, (X, Y))
) -> (A, B) -> ((A, B), (X, Y)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x.a, x.b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(TreeTuple2(a, b))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> (Tensor, (X, Y, Z))
) -> (A, B) -> ((A, B), (X, Y, Z)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x.a, x.b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(TreeTuple2(a, b))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> (A, B) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, NoResults, any Error>(name: "grad") { x in
      (try f(x.a, x.b), NoResults())
    }
    let result = try gradient(TreeTuple2(a, b))
    return result.gradient.values
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> ((A, B), X) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, X, any Error>(name: "grad") { x in try f(x.a, x.b) }
    let result = try gradient(TreeTuple2(a, b))
    return (result.gradient.values, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> (Tensor, (X, Y))
) -> (A, B) throws -> ((A, B), (X, Y)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x.a, x.b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(TreeTuple2(a, b))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> (Tensor, (X, Y, Z))
) -> (A, B) throws -> ((A, B), (X, Y, Z)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x.a, x.b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(TreeTuple2(a, b))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> A {
  { a, b, c in
    let gradient = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b, c), NoResults()) }
    let result = gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> (A, X) {
  { a, b, c in
    let gradient = Gradient<A, X, Never>(name: "grad") { x in f(x, b, c) }
    let result = gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, (X, Y))
) -> (A, B, C) -> (A, (X, Y)) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b, c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, (X, Y, Z))
) -> (A, B, C) -> (A, (X, Y, Z)) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b, c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> A {
  { a, b, c in
    let gradient = Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b, c), NoResults()) }
    let result = try gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> (A, X) {
  { a, b, c in
    let gradient = Gradient<A, X, any Error>(name: "grad") { x in try f(x, b, c) }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y))
) -> (A, B, C) throws -> (A, (X, Y)) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b, c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C) throws -> (A, (X, Y, Z)) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b, c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> B {
  { a, b, c in
    let gradient = Gradient<B, NoResults, Never>(name: "grad") { x in (f(a, x, c), NoResults()) }
    let result = gradient(b)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> (B, X) {
  { a, b, c in
    let gradient = Gradient<B, X, Never>(name: "grad") { x in f(a, x, c) }
    let result = gradient(b)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> B {
  { a, b, c in
    let gradient = Gradient<B, NoResults, any Error>(name: "grad") { x in (try f(a, x, c), NoResults()) }
    let result = try gradient(b)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> (B, X) {
  { a, b, c in
    let gradient = Gradient<B, X, any Error>(name: "grad") { x in try f(a, x, c) }
    let result = try gradient(b)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> C {
  { a, b, c in
    let gradient = Gradient<C, NoResults, Never>(name: "grad") { x in (f(a, b, x), NoResults()) }
    let result = gradient(c)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> (C, X) {
  { a, b, c in
    let gradient = Gradient<C, X, Never>(name: "grad") { x in f(a, b, x) }
    let result = gradient(c)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> C {
  { a, b, c in
    let gradient = Gradient<C, NoResults, any Error>(name: "grad") { x in (try f(a, b, x), NoResults()) }
    let result = try gradient(c)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> (C, X) {
  { a, b, c in
    let gradient = Gradient<C, X, any Error>(name: "grad") { x in try f(a, b, x) }
    let result = try gradient(c)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> (A, B, C) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, NoResults, Never>(name: "grad") { x in
      (f(x.a, x.b, x.c), NoResults())
    }
    let result = gradient(TreeTuple3(a, b, c))
    return result.gradient.values
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> ((A, B, C), X) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, X, Never>(name: "grad") { x in f(x.a, x.b, x.c) }
    let result = gradient(TreeTuple3(a, b, c))
    return (result.gradient.values, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> (Tensor, (X, Y))
) -> (A, B, C) -> ((A, B, C), (X, Y)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(TreeTuple3(a, b, c))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> (Tensor, (X, Y, Z))
) -> (A, B, C) -> ((A, B, C), (X, Y, Z)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(TreeTuple3(a, b, c))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> (A, B, C) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, NoResults, any Error>(name: "grad") { x in
      (try f(x.a, x.b, x.c), NoResults())
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return result.gradient.values
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> ((A, B, C), X) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, X, any Error>(name: "grad") { x in try f(x.a, x.b, x.c) }
    let result = try gradient(TreeTuple3(a, b, c))
    return (result.gradient.values, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y))
) -> (A, B, C) throws -> ((A, B, C), (X, Y)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C) throws -> ((A, B, C), (X, Y, Z)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> A {
  { a, b, c, d in
    let gradient = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b, c, d), NoResults()) }
    let result = gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> (A, X) {
  { a, b, c, d in
    let gradient = Gradient<A, X, Never>(name: "grad") { x in f(x, b, c, d) }
    let result = gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y))
) -> (A, B, C, D) -> (A, (X, Y)) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b, c, d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) -> (A, (X, Y, Z)) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b, c, d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> A {
  { a, b, c, d in
    let gradient = Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b, c, d), NoResults()) }
    let result = try gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> (A, X) {
  { a, b, c, d in
    let gradient = Gradient<A, X, any Error>(name: "grad") { x in try f(x, b, c, d) }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y))
) -> (A, B, C, D) throws -> (A, (X, Y)) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b, c, d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) throws -> (A, (X, Y, Z)) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b, c, d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> B {
  { a, b, c, d in
    let gradient = Gradient<B, NoResults, Never>(name: "grad") { x in (f(a, x, c, d), NoResults()) }
    let result = gradient(b)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> (B, X) {
  { a, b, c, d in
    let gradient = Gradient<B, X, Never>(name: "grad") { x in f(a, x, c, d) }
    let result = gradient(b)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> B {
  { a, b, c, d in
    let gradient = Gradient<B, NoResults, any Error>(name: "grad") { x in (try f(a, x, c, d), NoResults()) }
    let result = try gradient(b)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its second argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> (B, X) {
  { a, b, c, d in
    let gradient = Gradient<B, X, any Error>(name: "grad") { x in try f(a, x, c, d) }
    let result = try gradient(b)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> C {
  { a, b, c, d in
    let gradient = Gradient<C, NoResults, Never>(name: "grad") { x in (f(a, b, x, d), NoResults()) }
    let result = gradient(c)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> (C, X) {
  { a, b, c, d in
    let gradient = Gradient<C, X, Never>(name: "grad") { x in f(a, b, x, d) }
    let result = gradient(c)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> C {
  { a, b, c, d in
    let gradient = Gradient<C, NoResults, any Error>(name: "grad") { x in (try f(a, b, x, d), NoResults()) }
    let result = try gradient(c)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its third argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> (C, X) {
  { a, b, c, d in
    let gradient = Gradient<C, X, any Error>(name: "grad") { x in try f(a, b, x, d) }
    let result = try gradient(c)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> (A, B, C, D) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, NoResults, Never>(name: "grad") { x in
      (f(x.a, x.b, x.c, x.d), NoResults())
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return result.gradient.values
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> ((A, B, C, D), X) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, X, Never>(name: "grad") { x in f(x.a, x.b, x.c, x.d) }
    let result = gradient(TreeTuple4(a, b, c, d))
    return (result.gradient.values, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y))
) -> (A, B, C, D) -> ((A, B, C, D), (X, Y)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) -> ((A, B, C, D), (X, Y, Z)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple3<X, Y, Z>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> (A, B, C, D) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, NoResults, any Error>(name: "grad") { x in
      (try f(x.a, x.b, x.c, x.d), NoResults())
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return result.gradient.values
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> ((A, B, C, D), X) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, X, any Error>(name: "grad") { x in
      try f(x.a, x.b, x.c, x.d)
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return (result.gradient.values, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y))
) -> (A, B, C, D) throws -> ((A, B, C, D), (X, Y)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to all of its arguments (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) throws -> ((A, B, C, D), (X, Y, Z)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple3<X, Y, Z>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return (result.gradient.values, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree>(
  _ f: @escaping (A, B, C, D, G) -> Tensor
) -> (A, B, C, D, G) -> A {
  { a, b, c, d, g in
    let gradient = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b, c, d, g), NoResults()) }
    let result = gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D, G) -> (Tensor, X)
) -> (A, B, C, D, G) -> (A, X) {
  { a, b, c, d, g in
    let gradient = Gradient<A, X, Never>(name: "grad") { x in f(x, b, c, d, g) }
    let result = gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G) -> (Tensor, (X, Y))
) -> (A, B, C, D, G) -> (A, (X, Y)) {
  { a, b, c, d, g in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b, c, d, g)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree>(
  _ f: @escaping (A, B, C, D, G) throws -> Tensor
) -> (A, B, C, D, G) throws -> A {
  { a, b, c, d, g in
    let gradient = Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b, c, d, g), NoResults())
    }
    let result = try gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D, G) throws -> (Tensor, X)
) -> (A, B, C, D, G) throws -> (A, X) {
  { a, b, c, d, g in
    let gradient = Gradient<A, X, any Error>(name: "grad") { x in try f(x, b, c, d, g) }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G) throws -> (Tensor, (X, Y))
) -> (A, B, C, D, G) throws -> (A, (X, Y)) {
  { a, b, c, d, g in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b, c, d, g)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree>(
  _ f: @escaping (A, B, C, D, G, H) -> Tensor
) -> (A, B, C, D, G, H) -> A {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b, c, d, g, h), NoResults()) }
    let result = gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) -> (Tensor, X)
) -> (A, B, C, D, G, H) -> (A, X) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, X, Never>(name: "grad") { x in f(x, b, c, d, g, h) }
    let result = gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree,
  Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) -> (Tensor, (X, Y))
) -> (A, B, C, D, G, H) -> (A, (X, Y)) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "grad") { x in
      let (loss, auxiliary) = f(x, b, c, d, g, h)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
@_documentation(visibility: internal)
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree>(
  _ f: @escaping (A, B, C, D, G, H) throws -> Tensor
) -> (A, B, C, D, G, H) throws -> A {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, NoResults, any Error>(name: "grad") { x in
      (try f(x, b, c, d, g, h), NoResults())
    }
    let result = try gradient(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) throws -> (Tensor, X)
) -> (A, B, C, D, G, H) throws -> (A, X) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, X, any Error>(name: "grad") { x in try f(x, b, c, d, g, h) }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func grad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree,
  Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) throws -> (Tensor, (X, Y))
) -> (A, B, C, D, G, H) throws -> (A, (X, Y)) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "grad") { x in
      let (loss, auxiliary) = try f(x, b, c, d, g, h)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return (result.gradient, result.auxiliary.values)
  }
}
