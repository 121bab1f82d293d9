// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// Applies a function to every lane of its arguments at once (`jax.vmap`).
///
/// - Parameters:
///   - in: the axis of each argument that counts the lanes, nil for arguments that are the same for all; 0 if nil.
///   - out: the axis of each result that counts the lanes, nil for results that are the same for all.
///   - axisName: the name that collectives in the function know the lanes by.
///   - axisSize: the number of lanes, where no argument tells it.
///   - spmdAxisName: axes of a mesh that the lanes are divided along in `withShardingConstraint` and `shardMap` inside.
///   - f: a function of one lane.
public func vmap<A: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) -> R
) -> (A) -> R {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple1<R>, Never>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) throws -> R
) -> (A) throws -> R {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple1<R>, any Error>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) -> (R, S)
) -> (A) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple2<R, S>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> (R, S) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) -> (R, S, T)
) -> (A) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) -> (R, S, T, U)
) -> (A) -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple4<R, S, T, U>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A) throws -> (R, S, T, U)
) -> (A) throws -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple4<R, S, T, U>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) -> R
) -> (A, B) -> R {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple1<R>, Never>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> R {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) -> (R, S)
) -> (A, B) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> (R, S) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) -> (R, S, T)
) -> (A, B) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) -> (R, S, T, U)
) -> (A, B) -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B) throws -> (R, S, T, U)
) -> (A, B) throws -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) -> R
) -> (A, B, C) -> R {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> R {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) -> (R, S)
) -> (A, B, C) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> (R, S) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) -> (R, S, T)
) -> (A, B, C) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) -> (R, S, T, U)
) -> (A, B, C) -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C) throws -> (R, S, T, U)
) -> (A, B, C) throws -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) -> R
) -> (A, B, C, D) -> R {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple1<R>, Never>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> R {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple1<R>, any Error>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) -> (R, S)
) -> (A, B, C, D) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> (R, S) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) -> (R, S, T)
) -> (A, B, C, D) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) -> (R, S, T, U)
) -> (A, B, C, D) -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple4<R, S, T, U>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D) throws -> (R, S, T, U)
) -> (A, B, C, D) throws -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple4<R, S, T, U>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) -> R
) -> (A, B, C, D, G) -> R {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple1<R>, Never>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in mapped(TreeTuple5(a, b, c, d, g)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) throws -> R
) -> (A, B, C, D, G) throws -> R {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple1<R>, any Error>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try mapped(TreeTuple5(a, b, c, d, g)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) -> (R, S)
) -> (A, B, C, D, G) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple2<R, S>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in mapped(TreeTuple5(a, b, c, d, g)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) throws -> (R, S)
) -> (A, B, C, D, G) throws -> (R, S) {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple2<R, S>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try mapped(TreeTuple5(a, b, c, d, g)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) -> (R, S, T)
) -> (A, B, C, D, G) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple3<R, S, T>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in mapped(TreeTuple5(a, b, c, d, g)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) throws -> (R, S, T)
) -> (A, B, C, D, G) throws -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple3<R, S, T>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try mapped(TreeTuple5(a, b, c, d, g)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree, U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) -> (R, S, T, U)
) -> (A, B, C, D, G) -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple4<R, S, T, U>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in mapped(TreeTuple5(a, b, c, d, g)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree, U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G) throws -> (R, S, T, U)
) -> (A, B, C, D, G) throws -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple5<A, B, C, D, G>, TreeTuple4<R, S, T, U>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try mapped(TreeTuple5(a, b, c, d, g)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree
>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) -> R
) -> (A, B, C, D, G, H) -> R {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple1<R>, Never>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in mapped(TreeTuple6(a, b, c, d, g, h)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree
>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) throws -> R
) -> (A, B, C, D, G, H) throws -> R {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple1<R>, any Error>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try mapped(TreeTuple6(a, b, c, d, g, h)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) -> (R, S)
) -> (A, B, C, D, G, H) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple2<R, S>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in mapped(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) throws -> (R, S)
) -> (A, B, C, D, G, H) throws -> (R, S) {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple2<R, S>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try mapped(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) -> (R, S, T)
) -> (A, B, C, D, G, H) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple3<R, S, T>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in mapped(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T)
) -> (A, B, C, D, G, H) throws -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple3<R, S, T>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try mapped(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree, U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) -> (R, S, T, U)
) -> (A, B, C, D, G, H) -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple4<R, S, T, U>, Never>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in mapped(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
@_documentation(visibility: internal)
public func vmap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree, U: TensorTree
>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis, Axis) = (0, 0, 0, 0), axisName: String? = nil,
  axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T, U)
) -> (A, B, C, D, G, H) throws -> (R, S, T, U) {
  let mapped = VectorizedMap<TreeTuple6<A, B, C, D, G, H>, TreeTuple4<R, S, T, U>, any Error>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2, out.3], axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try mapped(TreeTuple6(a, b, c, d, g, h)).values }
}
