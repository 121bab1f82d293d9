// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
import TensorPrimitives

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, R: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) -> R
) -> R {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple1<R>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple1(inputs)) { x in
    TreeTuple1(f(x.a))
  }
  return result.a
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, R: TensorTree, S: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) -> (R, S)
) -> (R, S) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple2<R, S>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple1(inputs)) { x in
    TreeTuple2(f(x.a))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) -> (R, S, T)
) -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple1(inputs)) { x in
    TreeTuple3(f(x.a))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) -> (R, S, T, U)
) -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple4<R, S, T, U>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple1(inputs)) { x in
    TreeTuple4(f(x.a))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, R: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) -> R
) -> R {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple1<R>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple2(inputs)) { x in
    TreeTuple1(f(x.a, x.b))
  }
  return result.a
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) -> (R, S)
) -> (R, S) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple2(inputs)) { x in
    TreeTuple2(f(x.a, x.b))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) -> (R, S, T)
) -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple2(inputs)) { x in
    TreeTuple3(f(x.a, x.b))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) -> (R, S, T, U)
) -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple2(inputs)) { x in
    TreeTuple4(f(x.a, x.b))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) -> R
) -> R {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple3(inputs)) { x in
    TreeTuple1(f(x.a, x.b, x.c))
  }
  return result.a
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) -> (R, S)
) -> (R, S) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple3(inputs)) { x in
    TreeTuple2(f(x.a, x.b, x.c))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) -> (R, S, T)
) -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple3(inputs)) { x in
    TreeTuple3(f(x.a, x.b, x.c))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) -> (R, S, T, U)
) -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, Never>(batchSize: batchSize)
  let result = mapping(TreeTuple3(inputs)) { x in
    TreeTuple4(f(x.a, x.b, x.c))
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
public func associativeScan<C: TensorTree>(
  _ elements: C, reverse: Bool = false, axis: Int = 0,
  _ operation: (C, C) -> C
) -> C {
  let scanning = AssociativeScanning<C, Never>(isReversed: reverse, axis: axis)
  let result = scanning(elements) { a, b in
    operation(a, b)
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
public func associativeScan<C: TensorTree, D: TensorTree>(
  _ elements: (C, D), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D), (C, D)) -> (C, D)
) -> (C, D) {
  let scanning = AssociativeScanning<TreeTuple2<C, D>, Never>(isReversed: reverse, axis: axis)
  let result = scanning(TreeTuple2<C, D>(elements)) { a, b in
    TreeTuple2<C, D>(operation(a.values, b.values))
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
public func associativeScan<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ elements: (C, D, E), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D, E), (C, D, E)) -> (C, D, E)
) -> (C, D, E) {
  let scanning = AssociativeScanning<TreeTuple3<C, D, E>, Never>(isReversed: reverse, axis: axis)
  let result = scanning(TreeTuple3<C, D, E>(elements)) { a, b in
    TreeTuple3<C, D, E>(operation(a.values, b.values))
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
public func associativeScan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ elements: (C, D, E, F), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D, E, F), (C, D, E, F)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let scanning = AssociativeScanning<TreeTuple4<C, D, E, F>, Never>(isReversed: reverse, axis: axis)
  let result = scanning(TreeTuple4<C, D, E, F>(elements)) { a, b in
    TreeTuple4<C, D, E, F>(operation(a.values, b.values))
  }
  return result.values
}

/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map<A: TensorTree, R: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws -> R
) throws -> R {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple1<R>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { x in
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
public func map<A: TensorTree, R: TensorTree, S: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws -> (R, S)
) throws -> (R, S) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { x in
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
public func map<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws -> (R, S, T)
) throws -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { x in
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
public func map<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  over inputs: A, batchSize: Int? = nil, _ f: (A) throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple1<A>, TreeTuple4<R, S, T, U>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple1(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, R: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws -> R
) throws -> R {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws -> (R, S)
) throws -> (R, S) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws -> (R, S, T)
) throws -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  over inputs: (A, B), batchSize: Int? = nil, _ f: (A, B) throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple2(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws -> R
) throws -> R {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws -> (R, S)
) throws -> (R, S) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { x in
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
public func map<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws -> (R, S, T)
) throws -> (R, S, T) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { x in
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
public func map<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  over inputs: (A, B, C), batchSize: Int? = nil, _ f: (A, B, C) throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let mapping = SequentialMap<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, any Error>(batchSize: batchSize)
  let result = try mapping(TreeTuple3(inputs)) { x in
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
public func associativeScan<C: TensorTree>(
  _ elements: C, reverse: Bool = false, axis: Int = 0,
  _ operation: (C, C) throws -> C
) throws -> C {
  let scanning = AssociativeScanning<C, any Error>(isReversed: reverse, axis: axis)
  let result = try scanning(elements) { a, b in
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
public func associativeScan<C: TensorTree, D: TensorTree>(
  _ elements: (C, D), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D), (C, D)) throws -> (C, D)
) throws -> (C, D) {
  let scanning = AssociativeScanning<TreeTuple2<C, D>, any Error>(isReversed: reverse, axis: axis)
  let result = try scanning(TreeTuple2<C, D>(elements)) { a, b in
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
public func associativeScan<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ elements: (C, D, E), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D, E), (C, D, E)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let scanning = AssociativeScanning<TreeTuple3<C, D, E>, any Error>(isReversed: reverse, axis: axis)
  let result = try scanning(TreeTuple3<C, D, E>(elements)) { a, b in
    TreeTuple3<C, D, E>(try operation(a.values, b.values))
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
public func associativeScan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ elements: (C, D, E, F), reverse: Bool = false, axis: Int = 0,
  _ operation: ((C, D, E, F), (C, D, E, F)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let scanning = AssociativeScanning<TreeTuple4<C, D, E, F>, any Error>(isReversed: reverse, axis: axis)
  let result = try scanning(TreeTuple4<C, D, E, F>(elements)) { a, b in
    TreeTuple4<C, D, E, F>(try operation(a.values, b.values))
  }
  return result.values
}
