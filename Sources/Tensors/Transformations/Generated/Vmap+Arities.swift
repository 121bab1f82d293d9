// Made by Utilities/generate/arities.py; edit that instead.

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, R: TensorTree, E: Error>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A) throws(E) -> R
) -> (A) throws(E) -> R {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple1<R>, E>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple1(try f(x.a)) }
  return { (a: A) throws(E) in try mapped(TreeTuple1(a)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A) throws(E) -> (R, S)
) -> (A) throws(E) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple2<R, S>, E>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple2(try f(x.a)) }
  return { (a: A) throws(E) in try mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A) throws(E) -> (R, S, T)
) -> (A) throws(E) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple1<A>, TreeTuple3<R, S, T>, E>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple3(try f(x.a)) }
  return { (a: A) throws(E) in try mapped(TreeTuple1(a)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B) throws(E) -> R
) -> (A, B) throws(E) -> R {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple1<R>, E>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple1(try f(x.a, x.b)) }
  return { (a: A, b: B) throws(E) in try mapped(TreeTuple2(a, b)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B) throws(E) -> (R, S)
) -> (A, B) throws(E) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple2<R, S>, E>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple2(try f(x.a, x.b)) }
  return { (a: A, b: B) throws(E) in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B) throws(E) -> (R, S, T)
) -> (A, B) throws(E) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple2<A, B>, TreeTuple3<R, S, T>, E>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple3(try f(x.a, x.b)) }
  return { (a: A, b: B) throws(E) in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B, C) throws(E) -> R
) -> (A, B, C) throws(E) -> R {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple1<R>, E>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple1(try f(x.a, x.b, x.c)) }
  return { (a: A, b: B, c: C) throws(E) in try mapped(TreeTuple3(a, b, c)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B, C) throws(E) -> (R, S)
) -> (A, B, C) throws(E) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple2<R, S>, E>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple2(try f(x.a, x.b, x.c)) }
  return { (a: A, b: B, c: C) throws(E) in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B, C) throws(E) -> (R, S, T)
) -> (A, B, C) throws(E) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, E>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple3(try f(x.a, x.b, x.c)) }
  return { (a: A, b: B, c: C) throws(E) in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, E: Error>(
  in: [Axis]? = nil, out: Axis = 0, axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B, C, D) throws(E) -> R
) -> (A, B, C, D) throws(E) -> R {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple1<R>, E>(
    inAxes: `in`, outAxes: [out], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }
  return { (a: A, b: B, c: C, d: D) throws(E) in try mapped(TreeTuple4(a, b, c, d)).a }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis) = (0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B, C, D) throws(E) -> (R, S)
) -> (A, B, C, D) throws(E) -> (R, S) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, E>(
    inAxes: `in`, outAxes: [out.0, out.1], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }
  return { (a: A, b: B, c: C, d: D) throws(E) in try mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function to every lane of its arguments at once (`jax.vmap`); see docs/Transformations.md.
public func vmap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  in: [Axis]? = nil, out: (Axis, Axis, Axis) = (0, 0, 0), axisName: String? = nil, axisSize: Int? = nil,
  _ f: @escaping (A, B, C, D) throws(E) -> (R, S, T)
) -> (A, B, C, D) throws(E) -> (R, S, T) {
  let mapped = VectorizedMap<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, E>(
    inAxes: `in`, outAxes: [out.0, out.1, out.2], axisName: axisName, axisSize: axisSize
  ) { x throws(E) in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }
  return { (a: A, b: B, c: C, d: D) throws(E) in try mapped(TreeTuple4(a, b, c, d)).values }
}
