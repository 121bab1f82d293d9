// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, R: TensorTree, E: Error>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws(E) -> R
) throws(E) -> R {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple1<R>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { (x) throws(E) in
    TreeTuple1(try f(x.a))
  }
  return result.a
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple2<R, S>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { (x) throws(E) in
    TreeTuple2(try f(x.a))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple3<R, S, T>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { (x) throws(E) in
    TreeTuple3(try f(x.a))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple4<R, S, T, U>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { (x) throws(E) in
    TreeTuple4(try f(x.a))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws(E) -> R
) throws(E) -> R {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple1<R>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { (x) throws(E) in
    TreeTuple1(try f(x.a, x.b))
  }
  return result.a
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple2<R, S>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { (x) throws(E) in
    TreeTuple2(try f(x.a, x.b))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple3<R, S, T>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { (x) throws(E) in
    TreeTuple3(try f(x.a, x.b))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<
  A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error
>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { (x) throws(E) in
    TreeTuple4(try f(x.a, x.b))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws(E) -> R
) throws(E) -> R {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple1<R>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { (x) throws(E) in
    TreeTuple1(try f(x.a, x.b, x.c))
  }
  return result.a
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple2<R, S>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { (x) throws(E) in
    TreeTuple2(try f(x.a, x.b, x.c))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error
>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { (x) throws(E) in
    TreeTuple3(try f(x.a, x.b, x.c))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
@_documentation(visibility: internal)
public func map<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree,
  E: Error
>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { (x) throws(E) in
    TreeTuple4(try f(x.a, x.b, x.c))
  }
  return result.values
}

/// All partial results of an associative operation: element i is the operation over elements 0 to i, computed in a
/// logarithmic number of steps (`lax.associative_scan`).
///
/// - Parameters:
///   - elements: tensors with as many elements along `axis`.
///   - reverse: whether element i is the operation over the last element down to i.
///   - axis: the axis of every tensor that elements are counted along.
///   - operation: combines elements many at a time: it gets tensors with any extent along `axis`.
public func associativeScan<C: TensorTree, E: Error>(
  _ elements: C, reverse: Bool = false, axis: Int = 0,
  _ operation: (C, C) throws(E) -> C
) throws(E) -> C {
  let scanning = AssociativeScanning<C, E>(isReversed: reverse, axis: axis)
  let result = try scanning(elements) { (a, b) throws(E) in
    try operation(a, b)
  }
  return result
}

/// All partial results of an associative operation: element i is the operation over elements 0 to i, computed in a
/// logarithmic number of steps (`lax.associative_scan`).
///
/// - Parameters:
///   - elements: tensors with as many elements along `axis`.
///   - reverse: whether element i is the operation over the last element down to i.
///   - axis: the axis of every tensor that elements are counted along.
///   - operation: combines elements many at a time: it gets tensors with any extent along `axis`.
@_documentation(visibility: internal)
public func associativeScan<C: TensorTree, D: TensorTree, E: Error>(
  _ elements: (C, D), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D), (C, D)) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let scanning = AssociativeScanning<TreeTuple2<C, D>, E>(isReversed: reverse, axis: axis)
  let result = try scanning(TreeTuple2<C, D>(elements)) { (a, b) throws(E) in
    TreeTuple2<C, D>(try operation(a.values, b.values))
  }
  return result.values
}

/// All partial results of an associative operation: element i is the operation over elements 0 to i, computed in a
/// logarithmic number of steps (`lax.associative_scan`).
///
/// - Parameters:
///   - elements: tensors with as many elements along `axis`.
///   - reverse: whether element i is the operation over the last element down to i.
///   - axis: the axis of every tensor that elements are counted along.
///   - operation: combines elements many at a time: it gets tensors with any extent along `axis`.
@_documentation(visibility: internal)
public func associativeScan<C: TensorTree, D: TensorTree, F: TensorTree, E: Error>(
  _ elements: (C, D, F), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D, F), (C, D, F)) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let scanning = AssociativeScanning<TreeTuple3<C, D, F>, E>(isReversed: reverse, axis: axis)
  let result = try scanning(TreeTuple3<C, D, F>(elements)) { (a, b) throws(E) in
    TreeTuple3<C, D, F>(try operation(a.values, b.values))
  }
  return result.values
}

/// All partial results of an associative operation: element i is the operation over elements 0 to i, computed in a
/// logarithmic number of steps (`lax.associative_scan`).
///
/// - Parameters:
///   - elements: tensors with as many elements along `axis`.
///   - reverse: whether element i is the operation over the last element down to i.
///   - axis: the axis of every tensor that elements are counted along.
///   - operation: combines elements many at a time: it gets tensors with any extent along `axis`.
@_documentation(visibility: internal)
public func associativeScan<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, E: Error>(
  _ elements: (C, D, F, G), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D, F, G), (C, D, F, G)) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let scanning = AssociativeScanning<TreeTuple4<C, D, F, G>, E>(isReversed: reverse, axis: axis)
  let result = try scanning(TreeTuple4<C, D, F, G>(elements)) { (a, b) throws(E) in
    TreeTuple4<C, D, F, G>(try operation(a.values, b.values))
  }
  return result.values
}
