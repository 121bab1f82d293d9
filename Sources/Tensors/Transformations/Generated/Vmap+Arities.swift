// Made by Utilities/generate/arities.py; edit that instead.

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
