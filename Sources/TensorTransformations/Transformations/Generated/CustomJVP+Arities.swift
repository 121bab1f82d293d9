// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
public func customJvp<A: TensorTree, R: TensorTree>(
  _ f: @escaping (A) -> R,
  jvp: @escaping (A, A) throws -> (R, R)
) -> (A) -> R {
  let function = CustomJVPFunction<TreeTuple1<A>, TreeTuple1<R>> { primals, tangents in
    let (results, tangentsOut) = try jvp(primals.a, tangents.a)
    return (TreeTuple1(results), TreeTuple1(tangentsOut))
  }
  return { a in
    function(TreeTuple1(a)) { x in TreeTuple1(f(x.a)) }.a
  }
}

/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
@_documentation(visibility: internal)
public func customJvp<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B) -> R,
  jvp: @escaping ((A, B), (A, B)) throws -> (R, R)
) -> (A, B) -> R {
  let function = CustomJVPFunction<TreeTuple2<A, B>, TreeTuple1<R>> { primals, tangents in
    let (results, tangentsOut) = try jvp(primals.values, tangents.values)
    return (TreeTuple1(results), TreeTuple1(tangentsOut))
  }
  return { a, b in
    function(TreeTuple2(a, b)) { x in TreeTuple1(f(x.a, x.b)) }.a
  }
}

/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
@_documentation(visibility: internal)
public func customJvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B, C) -> R,
  jvp: @escaping ((A, B, C), (A, B, C)) throws -> (R, R)
) -> (A, B, C) -> R {
  let function = CustomJVPFunction<TreeTuple3<A, B, C>, TreeTuple1<R>> { primals, tangents in
    let (results, tangentsOut) = try jvp(primals.values, tangents.values)
    return (TreeTuple1(results), TreeTuple1(tangentsOut))
  }
  return { a, b, c in
    function(TreeTuple3(a, b, c)) { x in TreeTuple1(f(x.a, x.b, x.c)) }.a
  }
}

/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
@_documentation(visibility: internal)
public func customJvp<A: TensorTree, R: TensorTree>(
  _ f: @escaping (A) throws -> R,
  jvp: @escaping (A, A) throws -> (R, R)
) -> (A) throws -> R {
  let function = CustomJVPFunction<TreeTuple1<A>, TreeTuple1<R>> { primals, tangents in
    let (results, tangentsOut) = try jvp(primals.a, tangents.a)
    return (TreeTuple1(results), TreeTuple1(tangentsOut))
  }
  return { a in
    try function(TreeTuple1(a)) { x in TreeTuple1(try f(x.a)) }.a
  }
}

/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
@_documentation(visibility: internal)
public func customJvp<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B) throws -> R,
  jvp: @escaping ((A, B), (A, B)) throws -> (R, R)
) -> (A, B) throws -> R {
  let function = CustomJVPFunction<TreeTuple2<A, B>, TreeTuple1<R>> { primals, tangents in
    let (results, tangentsOut) = try jvp(primals.values, tangents.values)
    return (TreeTuple1(results), TreeTuple1(tangentsOut))
  }
  return { a, b in
    try function(TreeTuple2(a, b)) { x in TreeTuple1(try f(x.a, x.b)) }.a
  }
}

/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
@_documentation(visibility: internal)
public func customJvp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B, C) throws -> R,
  jvp: @escaping ((A, B, C), (A, B, C)) throws -> (R, R)
) -> (A, B, C) throws -> R {
  let function = CustomJVPFunction<TreeTuple3<A, B, C>, TreeTuple1<R>> { primals, tangents in
    let (results, tangentsOut) = try jvp(primals.values, tangents.values)
    return (TreeTuple1(results), TreeTuple1(tangentsOut))
  }
  return { a, b, c in
    try function(TreeTuple3(a, b, c)) { x in TreeTuple1(try f(x.a, x.b, x.c)) }.a
  }
}
