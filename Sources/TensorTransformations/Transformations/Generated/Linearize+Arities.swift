// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
public func linearize<A: TensorTree, R: TensorTree, E: Error>(
  _ f: (A) throws(E) -> R, primals: A
) throws(E) -> (R, (A) -> R) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple1<R>>("linearize", TreeTuple1(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a))
  }
  return (linear.results.a, { linear.tangents(TreeTuple1($0)).a })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A) throws(E) -> (R, S), primals: A
) throws(E) -> ((R, S), (A) -> (R, S)) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple2<R, S>>("linearize", TreeTuple1(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a))
  }
  return (linear.results.values, { linear.tangents(TreeTuple1($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ f: (A) throws(E) -> (R, S, T), primals: A
) throws(E) -> ((R, S, T), (A) -> (R, S, T)) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple3<R, S, T>>("linearize", TreeTuple1(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a))
  }
  return (linear.results.values, { linear.tangents(TreeTuple1($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> R, primals: (A, B)
) throws(E) -> (R, ((A, B)) -> R) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple1<R>>("linearize", TreeTuple2(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a, x.b))
  }
  return (linear.results.a, { linear.tangents(TreeTuple2($0)).a })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> (R, S), primals: (A, B)
) throws(E) -> ((R, S), ((A, B)) -> (R, S)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple2<R, S>>("linearize", TreeTuple2(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a, x.b))
  }
  return (linear.results.values, { linear.tangents(TreeTuple2($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ f: (A, B) throws(E) -> (R, S, T), primals: (A, B)
) throws(E) -> ((R, S, T), ((A, B)) -> (R, S, T)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple3<R, S, T>>("linearize", TreeTuple2(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a, x.b))
  }
  return (linear.results.values, { linear.tangents(TreeTuple2($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B, C) throws(E) -> R, primals: (A, B, C)
) throws(E) -> (R, ((A, B, C)) -> R) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple1<R>>("linearize", TreeTuple3(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a, x.b, x.c))
  }
  return (linear.results.a, { linear.tangents(TreeTuple3($0)).a })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ f: (A, B, C) throws(E) -> (R, S), primals: (A, B, C)
) throws(E) -> ((R, S), ((A, B, C)) -> (R, S)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple2<R, S>>("linearize", TreeTuple3(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.tangents(TreeTuple3($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error
>(
  _ f: (A, B, C) throws(E) -> (R, S, T), primals: (A, B, C)
) throws(E) -> ((R, S, T), ((A, B, C)) -> (R, S, T)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>("linearize", TreeTuple3(primals)) {
    (x) throws(E) in TreeTuple3(try f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.tangents(TreeTuple3($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, E: Error>(
  _ f: (A, B, C, D) throws(E) -> R, primals: (A, B, C, D)
) throws(E) -> (R, ((A, B, C, D)) -> R) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple1<R>>("linearize", TreeTuple4(primals)) {
    (x) throws(E) in TreeTuple1(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.a, { linear.tangents(TreeTuple4($0)).a })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, E: Error
>(
  _ f: (A, B, C, D) throws(E) -> (R, S), primals: (A, B, C, D)
) throws(E) -> ((R, S), ((A, B, C, D)) -> (R, S)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>>("linearize", TreeTuple4(primals)) {
    (x) throws(E) in TreeTuple2(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.tangents(TreeTuple4($0)).values })
}

/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
@_documentation(visibility: internal)
public func linearize<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  E: Error
>(
  _ f: (A, B, C, D) throws(E) -> (R, S, T), primals: (A, B, C, D)
) throws(E) -> ((R, S, T), ((A, B, C, D)) -> (R, S, T)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>>(
    "linearize", TreeTuple4(primals)
  ) { (x) throws(E) in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }
  return (linear.results.values, { linear.tangents(TreeTuple4($0)).values })
}
