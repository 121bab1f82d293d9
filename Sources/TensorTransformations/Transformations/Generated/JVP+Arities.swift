// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp<A: TensorTree, R: TensorTree, E: Error>(
  _ f: (A) throws(E) -> R, primals: A, tangents: A
) throws(E) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple1<R>, E>()
  let result = try differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { (x) throws(E) in
    TreeTuple1(try f(x.a))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A) throws(E) -> (R, S), primals: A, tangents: A
) throws(E) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple2<R, S>, E>()
  let result = try differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { (x) throws(E) in
    TreeTuple2(try f(x.a))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ f: (A) throws(E) -> (R, S, T), primals: A, tangents: A
) throws(E) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple1<A>, TreeTuple3<R, S, T>, E>()
  let result = try differentiation(TreeTuple1(primals), TreeTuple1(tangents)) { (x) throws(E) in
    TreeTuple3(try f(x.a))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> R, primals: (A, B), tangents: (A, B)
) throws(E) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple1<R>, E>()
  let result = try differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { (x) throws(E) in
    TreeTuple1(try f(x.a, x.b))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> (R, S), primals: (A, B), tangents: (A, B)
) throws(E) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple2<R, S>, E>()
  let result = try differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { (x) throws(E) in
    TreeTuple2(try f(x.a, x.b))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> (R, S, T), primals: (A, B), tangents: (A, B)
) throws(E) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple2<A, B>, TreeTuple3<R, S, T>, E>()
  let result = try differentiation(TreeTuple2(primals), TreeTuple2(tangents)) { (x) throws(E) in
    TreeTuple3(try f(x.a, x.b))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B, C) throws(E) -> R, primals: (A, B, C), tangents: (A, B, C)
) throws(E) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple1<R>, E>()
  let result = try differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { (x) throws(E) in
    TreeTuple1(try f(x.a, x.b, x.c))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A, B, C) throws(E) -> (R, S), primals: (A, B, C), tangents: (A, B, C)
) throws(E) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple2<R, S>, E>()
  let result = try differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { (x) throws(E) in
    TreeTuple2(try f(x.a, x.b, x.c))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error
>(
  _ f: (A, B, C) throws(E) -> (R, S, T), primals: (A, B, C), tangents: (A, B, C)
) throws(E) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, E>()
  let result = try differentiation(TreeTuple3(primals), TreeTuple3(tangents)) { (x) throws(E) in
    TreeTuple3(try f(x.a, x.b, x.c))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B, C, D) throws(E) -> R, primals: (A, B, C, D), tangents: (A, B, C, D)
) throws(E) -> (R, R) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple1<R>, E>()
  let result = try differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { (x) throws(E) in
    TreeTuple1(try f(x.a, x.b, x.c, x.d))
  }
  return (result.0.a, result.1.a)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, E: Error
>(
  _ f: (A, B, C, D) throws(E) -> (R, S), primals: (A, B, C, D), tangents: (A, B, C, D)
) throws(E) -> ((R, S), (R, S)) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, E>()
  let result = try differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { (x) throws(E) in
    TreeTuple2(try f(x.a, x.b, x.c, x.d))
  }
  return (result.0.values, result.1.values)
}

/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
@_documentation(visibility: internal)
public func jvp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  E: Error
>(
  _ f: (A, B, C, D) throws(E) -> (R, S, T), primals: (A, B, C, D), tangents: (A, B, C, D)
) throws(E) -> ((R, S, T), (R, S, T)) {
  let differentiation = ForwardDifferentiation<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, E>()
  let result = try differentiation(TreeTuple4(primals), TreeTuple4(tangents)) { (x) throws(E) in
    TreeTuple3(try f(x.a, x.b, x.c, x.d))
  }
  return (result.0.values, result.1.values)
}
