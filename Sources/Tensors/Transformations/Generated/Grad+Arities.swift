// Made by Utilities/generate/arities.py; edit that instead.

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, E: Error>(
  _ f: @escaping (A) throws(E) -> Tensor
) -> (A) throws(E) -> A {
  { (a: A) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in (try f(x), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A) throws(E) -> (Tensor, X)
) -> (A) throws(E) -> (A, X) {
  { (a: A) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in try f(x) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, E: Error>(
  _ f: @escaping (A) throws(E) -> Tensor
) -> (A) throws(E) -> (Tensor, A) {
  { (a: A) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in (try f(x), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A) throws(E) -> (Tensor, X)
) -> (A) throws(E) -> ((Tensor, X), A) {
  { (a: A) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in try f(x) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, E: Error>(
  _ f: @escaping (A, B) throws(E) -> Tensor
) -> (A, B) throws(E) -> A {
  { (a: A, b: B) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in (try f(x, b), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A, B) throws(E) -> (Tensor, X)
) -> (A, B) throws(E) -> (A, X) {
  { (a: A, b: B) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in try f(x, b) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, E: Error>(
  _ f: @escaping (A, B) throws(E) -> Tensor
) -> (A, B) throws(E) -> (Tensor, A) {
  { (a: A, b: B) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in (try f(x, b), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A, B) throws(E) -> (Tensor, X)
) -> (A, B) throws(E) -> ((Tensor, X), A) {
  { (a: A, b: B) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in try f(x, b) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, E: Error>(
  _ f: @escaping (A, B, C) throws(E) -> Tensor
) -> (A, B, C) throws(E) -> A {
  { (a: A, b: B, c: C) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in (try f(x, b, c), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A, B, C) throws(E) -> (Tensor, X)
) -> (A, B, C) throws(E) -> (A, X) {
  { (a: A, b: B, c: C) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in try f(x, b, c) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, E: Error>(
  _ f: @escaping (A, B, C) throws(E) -> Tensor
) -> (A, B, C) throws(E) -> (Tensor, A) {
  { (a: A, b: B, c: C) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in (try f(x, b, c), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A, B, C) throws(E) -> (Tensor, X)
) -> (A, B, C) throws(E) -> ((Tensor, X), A) {
  { (a: A, b: B, c: C) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in try f(x, b, c) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, E: Error>(
  _ f: @escaping (A, B, C, D) throws(E) -> Tensor
) -> (A, B, C, D) throws(E) -> A {
  { (a: A, b: B, c: C, d: D) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in (try f(x, b, c, d), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A, B, C, D) throws(E) -> (Tensor, X)
) -> (A, B, C, D) throws(E) -> (A, X) {
  { (a: A, b: B, c: C, d: D) throws(E) in
    let result = try Gradient(name: "grad") { (x: A) throws(E) in try f(x, b, c, d) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`).
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, E: Error>(
  _ f: @escaping (A, B, C, D) throws(E) -> Tensor
) -> (A, B, C, D) throws(E) -> (Tensor, A) {
  { (a: A, b: B, c: C, d: D) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in (try f(x, b, c, d), NoResults()) }(a)
    return (result.loss, result.gradient)
  }
}

/// The value of a scalar function and its gradient with respect to the first argument (`jax.value_and_grad`), with the
/// function's auxiliary results.
public func valueAndGrad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree, E: Error>(
  _ f: @escaping (A, B, C, D) throws(E) -> (Tensor, X)
) -> (A, B, C, D) throws(E) -> ((Tensor, X), A) {
  { (a: A, b: B, c: C, d: D) throws(E) in
    let result = try Gradient(name: "valueAndGrad") { (x: A) throws(E) in try f(x, b, c, d) }(a)
    return ((result.loss, result.auxiliary), result.gradient)
  }
}
