// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
import TensorPrimitives

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree>(
  _ f: (A) -> R, primals: A, tangents: A
) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple1<R>, Never>()
  let result = differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { x in TreeTuple1(f(x.a)) }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A) -> (R, S), primals: A, tangents: A
) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple2<R, S>, Never>()
  let result = differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { x in TreeTuple2(f(x.a)) }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A) -> (R, S, T), primals: A, tangents: A
) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>()
  let result = differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { x in TreeTuple3(f(x.a)) }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: (A, B) -> R, primals: (A, B), tangents: (A, B)
) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple1<R>, Never>()
  let result = differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { x in TreeTuple1(f(x.a, x.b)) }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B) -> (R, S), primals: (A, B), tangents: (A, B)
) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>()
  let result = differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { x in TreeTuple2(f(x.a, x.b)) }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B) -> (R, S, T), primals: (A, B), tangents: (A, B)
) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>()
  let result = differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { x in TreeTuple3(f(x.a, x.b)) }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: (A, B, C) -> R, primals: (A, B, C), tangents: (A, B, C)
) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>()
  let result = differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { x in TreeTuple1(f(x.a, x.b, x.c))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C) -> (R, S), primals: (A, B, C), tangents: (A, B, C)
) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>()
  let result = differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { x in TreeTuple2(f(x.a, x.b, x.c))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B, C) -> (R, S, T), primals: (A, B, C), tangents: (A, B, C)
) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>()
  let result = differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { x in TreeTuple3(f(x.a, x.b, x.c))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ f: (A, B, C, D) -> R, primals: (A, B, C, D), tangents: (A, B, C, D)
) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple1<R>, Never>()
  let result = differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { x in
    TreeTuple1(f(x.a, x.b, x.c, x.d))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C, D) -> (R, S), primals: (A, B, C, D), tangents: (A, B, C, D)
) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, Never>()
  let result = differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { x in
    TreeTuple2(f(x.a, x.b, x.c, x.d))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ f: (A, B, C, D) -> (R, S, T), primals: (A, B, C, D), tangents: (A, B, C, D)
) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, Never>()
  let result = differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { x in
    TreeTuple3(f(x.a, x.b, x.c, x.d))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree>(
  _ f: (A) throws -> R, primals: A, tangents: A
) throws -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple1<R>, any Error>()
  let result = try differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { x in TreeTuple1(try f(x.a)) }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A) throws -> (R, S), primals: A, tangents: A
) throws -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple2<R, S>, any Error>()
  let result = try differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { x in TreeTuple2(try f(x.a)) }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A) throws -> (R, S, T), primals: A, tangents: A
) throws -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>()
  let result = try differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { x in TreeTuple3(try f(x.a)) }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: (A, B) throws -> R, primals: (A, B), tangents: (A, B)
) throws -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple1<R>, any Error>()
  let result = try differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { x in
    TreeTuple1(try f(x.a, x.b))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B) throws -> (R, S), primals: (A, B), tangents: (A, B)
) throws -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>()
  let result = try differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { x in
    TreeTuple2(try f(x.a, x.b))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B) throws -> (R, S, T), primals: (A, B), tangents: (A, B)
) throws -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>()
  let result = try differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { x in
    TreeTuple3(try f(x.a, x.b))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: (A, B, C) throws -> R, primals: (A, B, C), tangents: (A, B, C)
) throws -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>()
  let result = try differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { x in
    TreeTuple1(try f(x.a, x.b, x.c))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C) throws -> (R, S), primals: (A, B, C), tangents: (A, B, C)
) throws -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>()
  let result = try differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { x in
    TreeTuple2(try f(x.a, x.b, x.c))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B, C) throws -> (R, S, T), primals: (A, B, C), tangents: (A, B, C)
) throws -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>()
  let result = try differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { x in
    TreeTuple3(try f(x.a, x.b, x.c))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ f: (A, B, C, D) throws -> R, primals: (A, B, C, D), tangents: (A, B, C, D)
) throws -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple1<R>, any Error>()
  let result = try differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { x in
    TreeTuple1(try f(x.a, x.b, x.c, x.d))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C, D) throws -> (R, S), primals: (A, B, C, D), tangents: (A, B, C, D)
) throws -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, any Error>()
  let result = try differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { x in
    TreeTuple2(try f(x.a, x.b, x.c, x.d))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ f: (A, B, C, D) throws -> (R, S, T), primals: (A, B, C, D), tangents: (A, B, C, D)
) throws -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, any Error>()
  let result = try differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { x in
    TreeTuple3(try f(x.a, x.b, x.c, x.d))
  }
  return (result.0.values, result.1.values)
}
