// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
public func evalShape<A: TensorTree, R: TensorTree>(_ f: @escaping (A) throws -> R) -> (A) throws -> R {
  let shapes = ShapeEvaluation<TreeTuple1<A>, TreeTuple1<R>> { x in
    TreeTuple1(try f(x.a))
  }
  return { a in try shapes(TreeTuple1(a)).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, R: TensorTree, S: TensorTree>(_ f: @escaping (A) throws -> (R, S)) -> (A)
  throws -> (R, S)
{
  let shapes = ShapeEvaluation<TreeTuple1<A>, TreeTuple2<R, S>> { x in
    TreeTuple2(try f(x.a))
  }
  return { a in try shapes(TreeTuple1(a)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> (R, S, T) {
  let shapes = ShapeEvaluation<TreeTuple1<A>, TreeTuple3<R, S, T>> { x in
    TreeTuple3(try f(x.a))
  }
  return { a in try shapes(TreeTuple1(a)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ f: @escaping (A) throws -> (R, S, T, U)
) -> (A) throws -> (R, S, T, U) {
  let shapes = ShapeEvaluation<TreeTuple1<A>, TreeTuple4<R, S, T, U>> { x in
    TreeTuple4(try f(x.a))
  }
  return { a in try shapes(TreeTuple1(a)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, B: TensorTree, R: TensorTree>(_ f: @escaping (A, B) throws -> R) -> (
  A, B
) throws -> R {
  let shapes = ShapeEvaluation<TreeTuple2<A, B>, TreeTuple1<R>> { x in
    TreeTuple1(try f(x.a, x.b))
  }
  return { a, b in try shapes(TreeTuple2(a, b)).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> (R, S) {
  let shapes = ShapeEvaluation<TreeTuple2<A, B>, TreeTuple2<R, S>> { x in
    TreeTuple2(try f(x.a, x.b))
  }
  return { a, b in try shapes(TreeTuple2(a, b)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> (R, S, T) {
  let shapes = ShapeEvaluation<TreeTuple2<A, B>, TreeTuple3<R, S, T>> { x in
    TreeTuple3(try f(x.a, x.b))
  }
  return { a, b in try shapes(TreeTuple2(a, b)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(_ f: @escaping (A, B) throws -> (R, S, T, U)) -> (A, B) throws -> (R, S, T, U) {
  let shapes = ShapeEvaluation<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>> { x in
    TreeTuple4(try f(x.a, x.b))
  }
  return { a, b in try shapes(TreeTuple2(a, b)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> R {
  let shapes = ShapeEvaluation<TreeTuple3<A, B, C>, TreeTuple1<R>> { x in
    TreeTuple1(try f(x.a, x.b, x.c))
  }
  return { a, b, c in try shapes(TreeTuple3(a, b, c)).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> (R, S) {
  let shapes = ShapeEvaluation<TreeTuple3<A, B, C>, TreeTuple2<R, S>> { x in
    TreeTuple2(try f(x.a, x.b, x.c))
  }
  return { a, b, c in try shapes(TreeTuple3(a, b, c)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(_ f: @escaping (A, B, C) throws -> (R, S, T)) -> (A, B, C) throws -> (R, S, T) {
  let shapes = ShapeEvaluation<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>> { x in
    TreeTuple3(try f(x.a, x.b, x.c))
  }
  return { a, b, c in try shapes(TreeTuple3(a, b, c)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(_ f: @escaping (A, B, C) throws -> (R, S, T, U)) -> (A, B, C) throws -> (R, S, T, U) {
  let shapes = ShapeEvaluation<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>> { x in
    TreeTuple4(try f(x.a, x.b, x.c))
  }
  return { a, b, c in try shapes(TreeTuple3(a, b, c)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> R {
  let shapes = ShapeEvaluation<TreeTuple4<A, B, C, D>, TreeTuple1<R>> { x in
    TreeTuple1(try f(x.a, x.b, x.c, x.d))
  }
  return { a, b, c, d in try shapes(TreeTuple4(a, b, c, d)).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree
>(_ f: @escaping (A, B, C, D) throws -> (R, S)) -> (A, B, C, D) throws -> (R, S) {
  let shapes = ShapeEvaluation<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>> { x in
    TreeTuple2(try f(x.a, x.b, x.c, x.d))
  }
  return { a, b, c, d in try shapes(TreeTuple4(a, b, c, d)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(_ f: @escaping (A, B, C, D) throws -> (R, S, T)) -> (A, B, C, D) throws -> (R, S, T) {
  let shapes = ShapeEvaluation<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>> { x in
    TreeTuple3(try f(x.a, x.b, x.c, x.d))
  }
  return { a, b, c, d in try shapes(TreeTuple4(a, b, c, d)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  U: TensorTree
>(_ f: @escaping (A, B, C, D) throws -> (R, S, T, U)) -> (A, B, C, D) throws -> (R, S, T, U) {
  let shapes = ShapeEvaluation<TreeTuple4<A, B, C, D>, TreeTuple4<R, S, T, U>> { x in
    TreeTuple4(try f(x.a, x.b, x.c, x.d))
  }
  return { a, b, c, d in try shapes(TreeTuple4(a, b, c, d)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree
>(_ f: @escaping (A, B, C, D, G) throws -> R) -> (A, B, C, D, G) throws -> R {
  let shapes = ShapeEvaluation<TreeTuple5<A, B, C, D, G>, TreeTuple1<R>> { x in
    TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e))
  }
  return { a, b, c, d, g in try shapes(TreeTuple5(a, b, c, d, g)).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree
>(_ f: @escaping (A, B, C, D, G) throws -> (R, S)) -> (A, B, C, D, G) throws -> (R, S) {
  let shapes = ShapeEvaluation<TreeTuple5<A, B, C, D, G>, TreeTuple2<R, S>> { x in
    TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e))
  }
  return { a, b, c, d, g in try shapes(TreeTuple5(a, b, c, d, g)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree
>(_ f: @escaping (A, B, C, D, G) throws -> (R, S, T)) -> (A, B, C, D, G) throws -> (R, S, T) {
  let shapes = ShapeEvaluation<TreeTuple5<A, B, C, D, G>, TreeTuple3<R, S, T>> { x in
    TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e))
  }
  return { a, b, c, d, g in try shapes(TreeTuple5(a, b, c, d, g)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree, U: TensorTree
>(_ f: @escaping (A, B, C, D, G) throws -> (R, S, T, U)) -> (A, B, C, D, G) throws -> (R, S, T, U) {
  let shapes = ShapeEvaluation<TreeTuple5<A, B, C, D, G>, TreeTuple4<R, S, T, U>> { x in
    TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e))
  }
  return { a, b, c, d, g in try shapes(TreeTuple5(a, b, c, d, g)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree
>(_ f: @escaping (A, B, C, D, G, H) throws -> R) -> (A, B, C, D, G, H) throws -> R {
  let shapes = ShapeEvaluation<TreeTuple6<A, B, C, D, G, H>, TreeTuple1<R>> { x in
    TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e, x.f))
  }
  return { a, b, c, d, g, h in try shapes(TreeTuple6(a, b, c, d, g, h)).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree
>(_ f: @escaping (A, B, C, D, G, H) throws -> (R, S)) -> (A, B, C, D, G, H) throws -> (R, S) {
  let shapes = ShapeEvaluation<TreeTuple6<A, B, C, D, G, H>, TreeTuple2<R, S>> { x in
    TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e, x.f))
  }
  return { a, b, c, d, g, h in try shapes(TreeTuple6(a, b, c, d, g, h)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree
>(_ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T)) -> (A, B, C, D, G, H) throws -> (R, S, T) {
  let shapes = ShapeEvaluation<TreeTuple6<A, B, C, D, G, H>, TreeTuple3<R, S, T>> { x in
    TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e, x.f))
  }
  return { a, b, c, d, g, h in try shapes(TreeTuple6(a, b, c, d, g, h)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree, U: TensorTree
>(_ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T, U)) -> (A, B, C, D, G, H) throws -> (R, S, T, U) {
  let shapes = ShapeEvaluation<TreeTuple6<A, B, C, D, G, H>, TreeTuple4<R, S, T, U>> { x in
    TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e, x.f))
  }
  return { a, b, c, d, g, h in try shapes(TreeTuple6(a, b, c, d, g, h)).values }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<R: TensorTree>(_ f: @escaping () throws -> R) -> () throws -> R {
  let shapes = ShapeEvaluation<NoResults, TreeTuple1<R>> { _ in
    TreeTuple1(try f())
  }
  return { try shapes(NoResults()).a }
}

/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
@_documentation(visibility: internal)
public func evalShape<R: TensorTree, S: TensorTree>(_ f: @escaping () throws -> (R, S)) -> () throws -> (R, S)
{
  let shapes = ShapeEvaluation<NoResults, TreeTuple2<R, S>> { _ in
    TreeTuple2(try f())
  }
  return { try shapes(NoResults()).values }
}
