// Made by Utilities/generate/arities.py; edit that instead.

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> A {
  { a in
    let result = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) -> (Tensor, X)
) -> (A) -> (A, X) {
  { a in
    let result = Gradient<A, X, Never>(name: "grad") { x in f(x) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> A {
  { a in
    let result = try Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, X: TensorTree>(
  _ f: @escaping (A) throws -> (Tensor, X)
) -> (A) throws -> (A, X) {
  { a in
    let result = try Gradient<A, X, any Error>(name: "grad") { x in try f(x) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> A {
  { a, b in
    let result = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) -> (Tensor, X)
) -> (A, B) -> (A, X) {
  { a, b in
    let result = Gradient<A, X, Never>(name: "grad") { x in f(x, b) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> A {
  { a, b in
    let result = try Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B) throws -> (Tensor, X)
) -> (A, B) throws -> (A, X) {
  { a, b in
    let result = try Gradient<A, X, any Error>(name: "grad") { x in try f(x, b) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) -> Tensor
) -> (A, B, C) -> A {
  { a, b, c in
    let result = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b, c), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) -> (Tensor, X)
) -> (A, B, C) -> (A, X) {
  { a, b, c in
    let result = Gradient<A, X, Never>(name: "grad") { x in f(x, b, c) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, C: TensorTree>(
  _ f: @escaping (A, B, C) throws -> Tensor
) -> (A, B, C) throws -> A {
  { a, b, c in
    let result = try Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b, c), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (Tensor, X)
) -> (A, B, C) throws -> (A, X) {
  { a, b, c in
    let result = try Gradient<A, X, any Error>(name: "grad") { x in try f(x, b, c) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) -> Tensor
) -> (A, B, C, D) -> A {
  { a, b, c, d in
    let result = Gradient<A, NoResults, Never>(name: "grad") { x in (f(x, b, c, d), NoResults()) }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) -> (Tensor, X)
) -> (A, B, C, D) -> (A, X) {
  { a, b, c, d in
    let result = Gradient<A, X, Never>(name: "grad") { x in f(x, b, c, d) }(a)
    return (result.gradient, result.auxiliary)
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`).
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> Tensor
) -> (A, B, C, D) throws -> A {
  { a, b, c, d in
    let result = try Gradient<A, NoResults, any Error>(name: "grad") { x in (try f(x, b, c, d), NoResults())
    }(a)
    return result.gradient
  }
}

/// The gradient of a scalar function with respect to its first argument (`jax.grad`), with the
/// function's auxiliary results.
public func grad<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, X: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> (Tensor, X)
) -> (A, B, C, D) throws -> (A, X) {
  { a, b, c, d in
    let result = try Gradient<A, X, any Error>(name: "grad") { x in try f(x, b, c, d) }(a)
    return (result.gradient, result.auxiliary)
  }
}
