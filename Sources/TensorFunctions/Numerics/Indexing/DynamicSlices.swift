public import TensorCore
import TensorPrimitives
import TensorTransformations

/// The part from `start` up to `limit` of each axis, in steps of `strides` (`lax.slice`).
///
/// Unlike those of a subscript, the limits must lie in the tensor: `0 <= start <= limit <= extent`.
/// Fails if other limits are given, a stride is below 1, or a list does not have a number for each axis.
public func slice(_ x: Tensor, _ start: [Int], _ limit: [Int], strides: [Int]? = nil) -> Tensor {
  bind(Slice(start: start, limit: limit, stride: strides), x)
}

/// A part of fixed sizes that starts at positions known only at run time, one scalar for each axis (`lax.dynamic_slice`).
///
/// Negative starts count from the end; a part that would leave the tensor is moved in.
/// The result has the shape `sizes`. Fails unless there is a scalar integer and a size that fits for each axis.
public func dynamicSlice(_ x: Tensor, _ starts: [Tensor], _ sizes: [Int]) -> Tensor {
  fused("dynamicSlice", [x] + starts, sizes) { operands, sizes in
    bind(DynamicSlice(sizes: sizes), [operands[0]] + counted(Array(operands.dropFirst()), operands[0]))
  }[0]
}

/// The tensor with `update` written over a part that starts at positions known only at run time
/// (`lax.dynamic_update_slice`).
///
/// Negative starts count from the end; a part that would leave the tensor is moved in.
/// The result has the shape of `x`. Fails unless there is a scalar integer for each axis, and `update` has the dtype
/// and rank of `x` and fits into it.
public func dynamicUpdateSlice(_ x: Tensor, _ update: Tensor, _ starts: [Tensor]) -> Tensor {
  fused("dynamicUpdateSlice", [x, update] + starts) { operands in
    bind(
      DynamicUpdateSlice(),
      [operands[0], operands[1]] + counted(Array(operands.dropFirst(2)), operands[0]))
  }[0]
}

/// A part of `size` elements of one axis (`lax.dynamic_slice_in_dim`); see `dynamicSlice`.
///
/// `[…, n, …]` gives `[…, size, …]`. Fails if the axis is out of range, the size does not fit, or the start is not a
/// scalar integer.
public func dynamicSliceInDim(_ x: Tensor, _ start: Tensor, _ size: Int, axis: Int = 0) -> Tensor {
  onAxis("dynamicSliceInDim", x, axis) { dimension in
    var sizes = x.type.shape.dimensions
    sizes[dimension] = size
    return dynamicSlice(x, starts(start, dimension, x.ndim), sizes)
  }
}

/// One element of an axis, which stays with extent 1 unless `keepdims` is false (`lax.dynamic_index_in_dim`).
///
/// `[…, n, …]` gives `[…, 1, …]`, or `[…]`. Fails if the axis is out of range or has no element, or the index is not
/// a scalar integer.
public func dynamicIndexInDim(_ x: Tensor, _ index: Tensor, axis: Int = 0, keepdims: Bool = true) -> Tensor {
  onAxis("dynamicIndexInDim", x, axis) { dimension in
    let slice = dynamicSliceInDim(x, index, 1, axis: dimension)
    return keepdims ? slice : slice.squeeze(axis: dimension)
  }
}

/// The tensor with `update` written over a part of one axis (`lax.dynamic_update_slice_in_dim`).
///
/// The result has the shape of `x`. Fails if the axis is out of range, `update` has another dtype or rank or does not
/// fit, or the start is not a scalar integer.
public func dynamicUpdateSliceInDim(
  _ x: Tensor, _ update: Tensor, _ start: Tensor, axis: Int = 0
) -> Tensor {
  onAxis("dynamicUpdateSliceInDim", x, axis) { dimension in
    dynamicUpdateSlice(x, update, starts(start, dimension, x.ndim))
  }
}

/// The tensor with `update` written over one element of an axis, whose extent in `update` is 1 or which it lacks
/// (`lax.dynamic_update_index_in_dim`).
///
/// The result has the shape of `x`. Fails if the axis is out of range, `update` has another dtype or rank or does not
/// fit, or the index is not a scalar integer.
public func dynamicUpdateIndexInDim(
  _ x: Tensor, _ update: Tensor, _ index: Tensor, axis: Int = 0
) -> Tensor {
  onAxis("dynamicUpdateIndexInDim", x, axis) { dimension in
    let whole = update.ndim == x.ndim - 1 ? expandDims(update, axis: dimension) : update
    return dynamicUpdateSliceInDim(x, whole, index, axis: dimension)
  }
}

private func onAxis(_ name: String, _ x: Tensor, _ axis: Int, _ body: (Int) -> Tensor) -> Tensor {
  if x.isFailed { return x }
  switch x.canonicalAxis(axis, name) {
  case .failure(let error): return Tensor.failed(error)
  case .success(let dimension): return body(dimension)
  }
}

private func starts(_ start: Tensor, _ axis: Int, _ rank: Int) -> [Tensor] {
  (0..<rank).map { $0 == axis ? start : Tensor(ScalarLiteral(0, .int32)) }
}

/// Starts as int32, counted from the end where negative.
private func counted(_ starts: [Tensor], _ x: Tensor) -> [Tensor] {
  zip(starts, x.type.shape).map { start, extent in
    guard start.dtype.isInteger, start.ndim == 0 else { return start }
    let wide = start.positions
    if let literal = wide.literal {
      let value = literal.integer(Int.self)
      return Tensor(ScalarLiteral(value.counted(in: extent), .int32))
    }
    return start.dtype.isUnsigned ? wide : select(wide .< 0, wide + Tensor(extent), wide)
  }
}
