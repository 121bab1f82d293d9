// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
public func customVjp<A: TensorTree, R: TensorTree, Residuals: TensorTree>(
  _ f: @escaping (A) -> R,
  forward: @escaping (A) throws -> (R, Residuals),
  backward: @escaping (Residuals, R) throws -> A
) -> (A) -> R {
  let function = CustomVJPFunction<TreeTuple1<A>, TreeTuple1<R>, Residuals>(
    forward: { x in
      let (results, residuals) = try forward(x.a)
      return (TreeTuple1(results), residuals)
    },
    backward: { residuals, cotangents in TreeTuple1(try backward(residuals, cotangents.a)) })
  return { a in
    function(TreeTuple1(a)) { x in TreeTuple1(f(x.a)) }.a
  }
}

/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
@_documentation(visibility: internal)
public func customVjp<A: TensorTree, B: TensorTree, R: TensorTree, Residuals: TensorTree>(
  _ f: @escaping (A, B) -> R,
  forward: @escaping (A, B) throws -> (R, Residuals),
  backward: @escaping (Residuals, R) throws -> (A, B)
) -> (A, B) -> R {
  let function = CustomVJPFunction<TreeTuple2<A, B>, TreeTuple1<R>, Residuals>(
    forward: { x in
      let (results, residuals) = try forward(x.a, x.b)
      return (TreeTuple1(results), residuals)
    },
    backward: { residuals, cotangents in TreeTuple2(try backward(residuals, cotangents.a)) })
  return { a, b in
    function(TreeTuple2(a, b)) { x in TreeTuple1(f(x.a, x.b)) }.a
  }
}

/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
@_documentation(visibility: internal)
public func customVjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, Residuals: TensorTree>(
  _ f: @escaping (A, B, C) -> R,
  forward: @escaping (A, B, C) throws -> (R, Residuals),
  backward: @escaping (Residuals, R) throws -> (A, B, C)
) -> (A, B, C) -> R {
  let function = CustomVJPFunction<TreeTuple3<A, B, C>, TreeTuple1<R>, Residuals>(
    forward: { x in
      let (results, residuals) = try forward(x.a, x.b, x.c)
      return (TreeTuple1(results), residuals)
    },
    backward: { residuals, cotangents in TreeTuple3(try backward(residuals, cotangents.a)) })
  return { a, b, c in
    function(TreeTuple3(a, b, c)) { x in TreeTuple1(f(x.a, x.b, x.c)) }.a
  }
}

/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
@_documentation(visibility: internal)
public func customVjp<A: TensorTree, R: TensorTree, Residuals: TensorTree>(
  _ f: @escaping (A) throws -> R,
  forward: @escaping (A) throws -> (R, Residuals),
  backward: @escaping (Residuals, R) throws -> A
) -> (A) throws -> R {
  let function = CustomVJPFunction<TreeTuple1<A>, TreeTuple1<R>, Residuals>(
    forward: { x in
      let (results, residuals) = try forward(x.a)
      return (TreeTuple1(results), residuals)
    },
    backward: { residuals, cotangents in TreeTuple1(try backward(residuals, cotangents.a)) })
  return { a in
    try function(TreeTuple1(a)) { x in TreeTuple1(try f(x.a)) }.a
  }
}

/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
@_documentation(visibility: internal)
public func customVjp<A: TensorTree, B: TensorTree, R: TensorTree, Residuals: TensorTree>(
  _ f: @escaping (A, B) throws -> R,
  forward: @escaping (A, B) throws -> (R, Residuals),
  backward: @escaping (Residuals, R) throws -> (A, B)
) -> (A, B) throws -> R {
  let function = CustomVJPFunction<TreeTuple2<A, B>, TreeTuple1<R>, Residuals>(
    forward: { x in
      let (results, residuals) = try forward(x.a, x.b)
      return (TreeTuple1(results), residuals)
    },
    backward: { residuals, cotangents in TreeTuple2(try backward(residuals, cotangents.a)) })
  return { a, b in
    try function(TreeTuple2(a, b)) { x in TreeTuple1(try f(x.a, x.b)) }.a
  }
}

/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{ (x: Tensor, t: Tensor) in … }`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
@_documentation(visibility: internal)
public func customVjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, Residuals: TensorTree>(
  _ f: @escaping (A, B, C) throws -> R,
  forward: @escaping (A, B, C) throws -> (R, Residuals),
  backward: @escaping (Residuals, R) throws -> (A, B, C)
) -> (A, B, C) throws -> R {
  let function = CustomVJPFunction<TreeTuple3<A, B, C>, TreeTuple1<R>, Residuals>(
    forward: { x in
      let (results, residuals) = try forward(x.a, x.b, x.c)
      return (TreeTuple1(results), residuals)
    },
    backward: { residuals, cotangents in TreeTuple3(try backward(residuals, cotangents.a)) })
  return { a, b, c in
    try function(TreeTuple3(a, b, c)) { x in TreeTuple1(try f(x.a, x.b, x.c)) }.a
  }
}
