// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> (Tensor, A) {
  { a in
    let gradient = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x), NoResults()) }
    let result = gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) -> (Tensor, X)
) -> (A) -> ((Tensor, X), A) {
  { a in
    let gradient = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x) }
    let result = gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A) -> (Tensor, (X, Y))
) -> (A) -> ((Tensor, (X, Y)), A) {
  { a in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A) -> (Tensor, (X, Y, Z))
) -> (A) -> ((Tensor, (X, Y, Z)), A) {
  { a in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> (Tensor, A) {
  { a in
    let gradient = Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in (try f(x), NoResults()) }
    let result = try gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, X)
) -> (A) throws -> ((Tensor, X), A) {
  { a in
    let gradient = Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x) }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, (X, Y))
) -> (A) throws -> ((Tensor, (X, Y)), A) {
  { a in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, (X, Y, Z))
) -> (A) throws -> ((Tensor, (X, Y, Z)), A) {
  { a in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> (Tensor, A) {
  { a, b in
    let gradient = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b), NoResults()) }
    let result = gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> ((Tensor, X), A) {
  { a, b in
    let gradient = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b) }
    let result = gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, (X, Y))
) -> (A, B) -> ((Tensor, (X, Y)), A) {
  { a, b in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, (X, Y, Z))
) -> (A, B) -> ((Tensor, (X, Y, Z)), A) {
  { a, b in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> (Tensor, A) {
  { a, b in
    let gradient = Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in (try f(x, b), NoResults()) }
    let result = try gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> ((Tensor, X), A) {
  { a, b in
    let gradient = Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b) }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, (X, Y))
) -> (A, B) throws -> ((Tensor, (X, Y)), A) {
  { a, b in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, (X, Y, Z))
) -> (A, B) throws -> ((Tensor, (X, Y, Z)), A) {
  { a, b in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> (Tensor, B) {
  { a, b in
    let gradient = Gradient<B, NoResults, Never>(name: "valueAndGrad") { x in (f(a, x), NoResults()) }
    let result = gradient(b)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> ((Tensor, X), B) {
  { a, b in
    let gradient = Gradient<B, X, Never>(name: "valueAndGrad") { x in f(a, x) }
    let result = gradient(b)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> (Tensor, B) {
  { a, b in
    let gradient = Gradient<B, NoResults, any Error>(name: "valueAndGrad") { x in (try f(a, x), NoResults()) }
    let result = try gradient(b)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> ((Tensor, X), B) {
  { a, b in
    let gradient = Gradient<B, X, any Error>(name: "valueAndGrad") { x in try f(a, x) }
    let result = try gradient(b)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> (Tensor, (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, NoResults, Never>(name: "valueAndGrad") { x in
      (f(x.a, x.b), NoResults())
    }
    let result = gradient(TreeTuple2(a, b))
    return (result.loss, result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> ((Tensor, X), (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, X, Never>(name: "valueAndGrad") { x in f(x.a, x.b) }
    let result = gradient(TreeTuple2(a, b))
    return ((result.loss, result.auxiliary), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> (Tensor, (X, Y))
) -> (A, B) -> ((Tensor, (X, Y)), (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x.a, x.b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(TreeTuple2(a, b))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) -> (Tensor, (X, Y, Z))
) -> (A, B) -> ((Tensor, (X, Y, Z)), (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x.a, x.b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(TreeTuple2(a, b))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> (Tensor, (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x.a, x.b), NoResults())
    }
    let result = try gradient(TreeTuple2(a, b))
    return (result.loss, result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> ((Tensor, X), (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, X, any Error>(name: "valueAndGrad") { x in try f(x.a, x.b) }
    let result = try gradient(TreeTuple2(a, b))
    return ((result.loss, result.auxiliary), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> (Tensor, (X, Y))
) -> (A, B) throws -> ((Tensor, (X, Y)), (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x.a, x.b)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(TreeTuple2(a, b))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B) throws -> (Tensor, (X, Y, Z))
) -> (A, B) throws -> ((Tensor, (X, Y, Z)), (A, B)) {
  { a, b in
    let gradient = Gradient<TreeTuple2<A, B>, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x.a, x.b)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(TreeTuple2(a, b))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> (Tensor, A) {
  { a, b, c in
    let gradient = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b, c), NoResults()) }
    let result = gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> ((Tensor, X), A) {
  { a, b, c in
    let gradient = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b, c) }
    let result = gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, (X, Y))
) -> (A, B, C) -> ((Tensor, (X, Y)), A) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b, c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ f: @escaping (A, B, C) -> (Tensor, (X, Y, Z))
) -> (A, B, C) -> ((Tensor, (X, Y, Z)), A) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b, c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> (Tensor, A) {
  { a, b, c in
    let gradient = Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x, b, c), NoResults())
    }
    let result = try gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> ((Tensor, X), A) {
  { a, b, c in
    let gradient = Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b, c) }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y))
) -> (A, B, C) throws -> ((Tensor, (X, Y)), A) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b, c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C) throws -> ((Tensor, (X, Y, Z)), A) {
  { a, b, c in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b, c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> (Tensor, B) {
  { a, b, c in
    let gradient = Gradient<B, NoResults, Never>(name: "valueAndGrad") { x in (f(a, x, c), NoResults()) }
    let result = gradient(b)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> ((Tensor, X), B) {
  { a, b, c in
    let gradient = Gradient<B, X, Never>(name: "valueAndGrad") { x in f(a, x, c) }
    let result = gradient(b)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> (Tensor, B) {
  { a, b, c in
    let gradient = Gradient<B, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(a, x, c), NoResults())
    }
    let result = try gradient(b)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> ((Tensor, X), B) {
  { a, b, c in
    let gradient = Gradient<B, X, any Error>(name: "valueAndGrad") { x in try f(a, x, c) }
    let result = try gradient(b)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> (Tensor, C) {
  { a, b, c in
    let gradient = Gradient<C, NoResults, Never>(name: "valueAndGrad") { x in (f(a, b, x), NoResults()) }
    let result = gradient(c)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> ((Tensor, X), C) {
  { a, b, c in
    let gradient = Gradient<C, X, Never>(name: "valueAndGrad") { x in f(a, b, x) }
    let result = gradient(c)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> (Tensor, C) {
  { a, b, c in
    let gradient = Gradient<C, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(a, b, x), NoResults())
    }
    let result = try gradient(c)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> ((Tensor, X), C) {
  { a, b, c in
    let gradient = Gradient<C, X, any Error>(name: "valueAndGrad") { x in try f(a, b, x) }
    let result = try gradient(c)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> (Tensor, (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, NoResults, Never>(name: "valueAndGrad") { x in
      (f(x.a, x.b, x.c), NoResults())
    }
    let result = gradient(TreeTuple3(a, b, c))
    return (result.loss, result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> ((Tensor, X), (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, X, Never>(name: "valueAndGrad") { x in f(x.a, x.b, x.c) }
    let result = gradient(TreeTuple3(a, b, c))
    return ((result.loss, result.auxiliary), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> (Tensor, (X, Y))
) -> (A, B, C) -> ((Tensor, (X, Y)), (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(TreeTuple3(a, b, c))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C) -> (Tensor, (X, Y, Z))
) -> (A, B, C) -> ((Tensor, (X, Y, Z)), (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(TreeTuple3(a, b, c))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> (Tensor, (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x.a, x.b, x.c), NoResults())
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return (result.loss, result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> ((Tensor, X), (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, X, any Error>(name: "valueAndGrad") { x in
      try f(x.a, x.b, x.c)
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return ((result.loss, result.auxiliary), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y))
) -> (A, B, C) throws -> ((Tensor, (X, Y)), (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C) throws -> ((Tensor, (X, Y, Z)), (A, B, C)) {
  { a, b, c in
    let gradient = Gradient<TreeTuple3<A, B, C>, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(TreeTuple3(a, b, c))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> (Tensor, A) {
  { a, b, c, d in
    let gradient = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b, c, d), NoResults()) }
    let result = gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> ((Tensor, X), A) {
  { a, b, c, d in
    let gradient = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b, c, d) }
    let result = gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree
>(
  _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y))
) -> (A, B, C, D) -> ((Tensor, (X, Y)), A) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b, c, d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) -> ((Tensor, (X, Y, Z)), A) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b, c, d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> (Tensor, A) {
  { a, b, c, d in
    let gradient = Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x, b, c, d), NoResults())
    }
    let result = try gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> ((Tensor, X), A) {
  { a, b, c, d in
    let gradient = Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b, c, d) }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree
>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y))
) -> (A, B, C, D) throws -> ((Tensor, (X, Y)), A) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b, c, d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) throws -> ((Tensor, (X, Y, Z)), A) {
  { a, b, c, d in
    let gradient = Gradient<A, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b, c, d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> (Tensor, B) {
  { a, b, c, d in
    let gradient = Gradient<B, NoResults, Never>(name: "valueAndGrad") { x in (f(a, x, c, d), NoResults()) }
    let result = gradient(b)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> ((Tensor, X), B) {
  { a, b, c, d in
    let gradient = Gradient<B, X, Never>(name: "valueAndGrad") { x in f(a, x, c, d) }
    let result = gradient(b)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> (Tensor, B) {
  { a, b, c, d in
    let gradient = Gradient<B, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(a, x, c, d), NoResults())
    }
    let result = try gradient(b)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its second argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: SecondArgument, _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> ((Tensor, X), B) {
  { a, b, c, d in
    let gradient = Gradient<B, X, any Error>(name: "valueAndGrad") { x in try f(a, x, c, d) }
    let result = try gradient(b)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> (Tensor, C) {
  { a, b, c, d in
    let gradient = Gradient<C, NoResults, Never>(name: "valueAndGrad") { x in (f(a, b, x, d), NoResults()) }
    let result = gradient(c)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> ((Tensor, X), C) {
  { a, b, c, d in
    let gradient = Gradient<C, X, Never>(name: "valueAndGrad") { x in f(a, b, x, d) }
    let result = gradient(c)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> (Tensor, C) {
  { a, b, c, d in
    let gradient = Gradient<C, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(a, b, x, d), NoResults())
    }
    let result = try gradient(c)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its third argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  argument: ThirdArgument, _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> ((Tensor, X), C) {
  { a, b, c, d in
    let gradient = Gradient<C, X, any Error>(name: "valueAndGrad") { x in try f(a, b, x, d) }
    let result = try gradient(c)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> (Tensor, (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, NoResults, Never>(name: "valueAndGrad") { x in
      (f(x.a, x.b, x.c, x.d), NoResults())
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return (result.loss, result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> ((Tensor, X), (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, X, Never>(name: "valueAndGrad") { x in
      f(x.a, x.b, x.c, x.d)
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return ((result.loss, result.auxiliary), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y))
) -> (A, B, C, D) -> ((Tensor, (X, Y)), (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) -> ((Tensor, (X, Y, Z)), (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple3<X, Y, Z>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = gradient(TreeTuple4(a, b, c, d))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> (Tensor, (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x.a, x.b, x.c, x.d), NoResults())
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return (result.loss, result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> ((Tensor, X), (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, X, any Error>(name: "valueAndGrad") { x in
      try f(x.a, x.b, x.c, x.d)
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return ((result.loss, result.auxiliary), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y))
) -> (A, B, C, D) throws -> ((Tensor, (X, Y)), (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to all of its arguments (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  arguments: AllArguments, _ f: @escaping (A, B, C, D) throws -> (Tensor, (X, Y, Z))
) -> (A, B, C, D) throws -> ((Tensor, (X, Y, Z)), (A, B, C, D)) {
  { a, b, c, d in
    let gradient = Gradient<TreeTuple4<A, B, C, D>, TreeTuple3<X, Y, Z>, any Error>(name: "valueAndGrad") {
      x in
      let (loss, auxiliary) = try f(x.a, x.b, x.c, x.d)
      return (loss, TreeTuple3<X, Y, Z>(auxiliary))
    }
    let result = try gradient(TreeTuple4(a, b, c, d))
    return ((result.loss, result.auxiliary.values), result.gradient.values)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree>(
  _ f: @escaping (A, B, C, D, G) -> Tensor
) -> (A, B, C, D, G) -> (Tensor, A) {
  { a, b, c, d, g in
    let gradient = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b, c, d, g), NoResults())
    }
    let result = gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree
>(
  _ f: @escaping (A, B, C, D, G) -> (Tensor, X)
) -> (A, B, C, D, G) -> ((Tensor, X), A) {
  { a, b, c, d, g in
    let gradient = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b, c, d, g) }
    let result = gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G) -> (Tensor, (X, Y))
) -> (A, B, C, D, G) -> ((Tensor, (X, Y)), A) {
  { a, b, c, d, g in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b, c, d, g)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree>(
  _ f: @escaping (A, B, C, D, G) throws -> Tensor
) -> (A, B, C, D, G) throws -> (Tensor, A) {
  { a, b, c, d, g in
    let gradient = Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x, b, c, d, g), NoResults())
    }
    let result = try gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree
>(
  _ f: @escaping (A, B, C, D, G) throws -> (Tensor, X)
) -> (A, B, C, D, G) throws -> ((Tensor, X), A) {
  { a, b, c, d, g in
    let gradient = Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b, c, d, g) }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G) throws -> (Tensor, (X, Y))
) -> (A, B, C, D, G) throws -> ((Tensor, (X, Y)), A) {
  { a, b, c, d, g in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b, c, d, g)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) -> Tensor
) -> (A, B, C, D, G, H) -> (Tensor, A) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in
      (f(x, b, c, d, g, h), NoResults())
    }
    let result = gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) -> (Tensor, X)
) -> (A, B, C, D, G, H) -> ((Tensor, X), A) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b, c, d, g, h) }
    let result = gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree,
  Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) -> (Tensor, (X, Y))
) -> (A, B, C, D, G, H) -> ((Tensor, (X, Y)), A) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, TreeTuple2<X, Y>, Never>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = f(x, b, c, d, g, h)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`).
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) throws -> Tensor
) -> (A, B, C, D, G, H) throws -> (Tensor, A) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x, b, c, d, g, h), NoResults())
    }
    let result = try gradient(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with the function's auxiliary results.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) throws -> (Tensor, X)
) -> (A, B, C, D, G, H) throws -> ((Tensor, X), A) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b, c, d, g, h) }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to its first argument (`jax.value_and_grad`),
/// with several auxiliary results of the function.
@_documentation(visibility: internal)
public func valueAndGrad<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, X: TensorTree,
  Y: TensorTree
>(
  _ f: @escaping (A, B, C, D, G, H) throws -> (Tensor, (X, Y))
) -> (A, B, C, D, G, H) throws -> ((Tensor, (X, Y)), A) {
  { a, b, c, d, g, h in
    let gradient = Gradient<A, TreeTuple2<X, Y>, any Error>(name: "valueAndGrad") { x in
      let (loss, auxiliary) = try f(x, b, c, d, g, h)
      return (loss, TreeTuple2<X, Y>(auxiliary))
    }
    let result = try gradient(a)
    return ((result.loss, result.auxiliary.values), result.gradient)
  }
}
