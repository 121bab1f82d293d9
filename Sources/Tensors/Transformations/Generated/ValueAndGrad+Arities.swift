// Made by Utilities/generate/arities.py; edit that instead.

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> (Tensor, A) {
  { a in
    let result = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) -> (Tensor, X)
) -> (A) -> ((Tensor, X), A) {
  { a in
    let result = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> (Tensor, A) {
  { a in
    let result = try Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in (try f(x), NoResults()) }(
      a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, X)
) -> (A) throws -> ((Tensor, X), A) {
  { a in
    let result = try Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> (Tensor, A) {
  { a, b in
    let result = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> ((Tensor, X), A) {
  { a, b in
    let result = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> (Tensor, A) {
  { a, b in
    let result = try Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in (try f(x, b), NoResults())
    }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> ((Tensor, X), A) {
  { a, b in
    let result = try Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> (Tensor, A) {
  { a, b, c in
    let result = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b, c), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> ((Tensor, X), A) {
  { a, b, c in
    let result = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b, c) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> (Tensor, A) {
  { a, b, c in
    let result = try Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x, b, c), NoResults())
    }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> ((Tensor, X), A) {
  { a, b, c in
    let result = try Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b, c) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> (Tensor, A) {
  { a, b, c, d in
    let result = Gradient<A, NoResults, Never>(name: "valueAndGrad") { x in (f(x, b, c, d), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> ((Tensor, X), A) {
  { a, b, c, d in
    let result = Gradient<A, X, Never>(name: "valueAndGrad") { x in f(x, b, c, d) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> (Tensor, A) {
  { a, b, c, d in
    let result = try Gradient<A, NoResults, any Error>(name: "valueAndGrad") { x in
      (try f(x, b, c, d), NoResults())
    }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> ((Tensor, X), A) {
  { a, b, c, d in
    let result = try Gradient<A, X, any Error>(name: "valueAndGrad") { x in try f(x, b, c, d) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}
