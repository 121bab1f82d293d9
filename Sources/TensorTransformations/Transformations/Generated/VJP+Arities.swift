// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree, E: Error>(
  _ f: (A) throws(E) -> R, primals: A
) throws(E) -> (R, (R) -> A) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple1<R>>("vjp", TreeTuple1(primals)) { (x) throws(E) in
    TreeTuple1(try f(x.a))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A) throws(E) -> (R, S), primals: A
) throws(E) -> ((R, S), ((R, S)) -> A) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple2<R, S>>("vjp", TreeTuple1(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ f: (A) throws(E) -> (R, S, T), primals: A
) throws(E) -> ((R, S, T), ((R, S, T)) -> A) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple3<R, S, T>>("vjp", TreeTuple1(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> R, primals: (A, B)
) throws(E) -> (R, (R) -> (A, B)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple1<R>>("vjp", TreeTuple2(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a, x.b))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> (R, S), primals: (A, B)
) throws(E) -> ((R, S), ((R, S)) -> (A, B)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple2<R, S>>("vjp", TreeTuple2(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a, x.b))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> (R, S, T), primals: (A, B)
) throws(E) -> ((R, S, T), ((R, S, T)) -> (A, B)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple3<R, S, T>>("vjp", TreeTuple2(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a, x.b))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B, C) throws(E) -> R, primals: (A, B, C)
) throws(E) -> (R, (R) -> (A, B, C)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple1<R>>("vjp", TreeTuple3(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a, x.b, x.c))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A, B, C) throws(E) -> (R, S), primals: (A, B, C)
) throws(E) -> ((R, S), ((R, S)) -> (A, B, C)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple2<R, S>>("vjp", TreeTuple3(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error
>(
  _ f: (A, B, C) throws(E) -> (R, S, T), primals: (A, B, C)
) throws(E) -> ((R, S, T), ((R, S, T)) -> (A, B, C)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>("vjp", TreeTuple3(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B, C, D) throws(E) -> R, primals: (A, B, C, D)
) throws(E) -> (R, (R) -> (A, B, C, D)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple1<R>>("vjp", TreeTuple4(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, E: Error
>(
  _ f: (A, B, C, D) throws(E) -> (R, S), primals: (A, B, C, D)
) throws(E) -> ((R, S), ((R, S)) -> (A, B, C, D)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>>("vjp", TreeTuple4(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
@_documentation(visibility: internal)
public func vjp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  E: Error
>(
  _ f: (A, B, C, D) throws(E) -> (R, S, T), primals: (A, B, C, D)
) throws(E) -> ((R, S, T), ((R, S, T)) -> (A, B, C, D)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>>("vjp", TreeTuple4(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}
