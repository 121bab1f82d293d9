public import TensorCore
public import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// The axis as a number from 0, or the error.
  package func canonicalAxis(_ axis: Int, _ operation: String) -> Result<Int, TensorError> {
    let index = axis.counted(in: ndim)
    return (0..<ndim).contains(index) ? .success(index) : .failure(axisError(operation, axis))
  }

  private struct AlongAxisBody: FunctionValue {
    let body: @Sendable (Tensor, _ axis: Int, _ setting: Int) -> Tensor
  }

  /// Runs `body`, which captures nothing, with a valid axis and a setting as one program.
  func along(
    _ axis: Int, _ name: String, _ setting: Int,
    _ body: @escaping @Sendable (Tensor, _ axis: Int, _ setting: Int) -> Tensor
  ) -> Tensor {
    if isFailed { return self }
    switch canonicalAxis(axis, name) {
    case .failure(let error): return Tensor.failed(error)
    case .success(let dimension):
      return fused(name, self, AlongAxisBody(body: body), dimension, setting) { x, function, axis, setting in
        function.body(x, axis, setting)
      }
    }
  }

  private func reversed(_ axis: Int) -> Tensor { bind(Reverse(axes: [axis]), self) }

  fileprivate func positions(_ axis: Int) -> Tensor {
    bind(Iota(shape: type.shape, dtype: .int32, axis: axis), [])[0]
  }

  /// The elements in ascending order along an axis, NaN last; reversed when descending (`jnp.sort`).
  ///
  /// The result has the tensor's shape. Fails if the axis is out of range, and for complex numbers.
  public func sort(axis: Int = -1, descending: Bool = false) -> Tensor {
    along(axis, "sort", descending ? 1 : 0) { x, axis, descending in
      let sorted: Tensor = bind(Sort(axis: axis, count: 1), x)
      return descending == 1 ? sorted.reversed(axis) : sorted
    }
  }

  /// The positions of the elements in sorted order along an axis, those of equal ones ascending (`jnp.argsort`).
  ///
  /// The result has the tensor's shape, int32. Fails if the axis is out of range, and for complex numbers.
  public func argsort(axis: Int = -1, descending: Bool = false) -> Tensor {
    along(axis, "argsort", descending ? 1 : 0) { x, axis, setting in
      let descending = setting == 1
      // Sorted from the end when descending, so that equal elements keep their order in the reversed result.
      let keys = descending ? x.reversed(axis) : x
      let indices = descending ? x.positions(axis).reversed(axis) : x.positions(axis)
      let order = bind(Sort(axis: axis, count: 2), [keys, indices])[1]
      return descending ? order.reversed(axis) : order
    }
  }

  /// The `method` of `quantile` for a quantile that lies between two elements.
  public enum QuantileMethod: String, Sendable, Hashable {
    case linear, lower, higher, midpoint, nearest
  }
}

/// The greatest `count` elements along an axis, the greatest first, and their positions, the first of equals first
/// (`lax.top_k`).
///
/// `[…, n]` gives `[…, count]` twice, the positions int32. Fails if the axis is out of range, the count is not from 0
/// to `n`, and for complex numbers.
public func topK(_ x: Tensor, _ count: Int, axis: Int = -1) -> (values: Tensor, indices: Tensor) {
  if x.isFailed { return (x, x) }
  let dimension: Int
  switch x.canonicalAxis(axis, "topK") {
  case .failure(let error):
    let failure = Tensor.failed(error)
    return (failure, failure)
  case .success(let valid): dimension = valid
  }
  guard count >= 0, count <= x.type.shape[dimension] else {
    let failure = Tensor.failed(
      TensorError(
        "topK", operands: [x],
        problem: "\(count) elements of axis \(dimension), which has \(x.type.shape[dimension])",
        expected: "a number from 0 to \(x.type.shape[dimension])"))
    return (failure, failure)
  }
  let results = fused("topK", [x], count, dimension, resultCount: 2) { operands, count, dimension in
    let results = bind(TopK(count: count), [moveaxis(operands[0], dimension, -1)])
    return results.map { moveaxis($0, -1, dimension) }
  }
  return (results[0], results[1])
}

/// The element below which the fraction `q` of the elements along axes lies (`jnp.quantile`).
///
/// The result has the shape of `a` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, `q` is not from 0 to 1, there is no element, and for complex numbers.
public func quantile(
  _ a: Tensor, _ q: Double, axis: (any AxisList)? = nil, method: Tensor.QuantileMethod = .linear,
  keepdims: Bool = false
) -> Tensor {
  if a.isFailed { return a }
  let axes: [Int]
  switch a.normalized(axis, "quantile") {
  case .success(let valid): axes = valid
  case .failure(let error): return Tensor.failed(error)
  }
  let count = axes.reduce(1) { $0 * a.type.shape[$1] }
  guard (0...1).contains(q), count > 0 else {
    return Tensor.failed(
      TensorError(
        "quantile", operands: [a], problem: "the quantile \(q) of \(count) elements",
        expected: "a fraction from 0 to 1, and at least one element"))
  }
  return fused("quantile", a, q, axes, method, keepdims) { given, q, axes, method, keepdims in
    let x = given.inexact.accumulating
    let count = axes.reduce(1) { $0 * x.type.shape[$1] }
    let kept = (0..<x.ndim).filter { !axes.contains($0) }
    let shape = Shape(kept.map { x.type.shape[$0] })
    let lines = x.transpose(kept + axes).reshape(shape + [count])
    let sorted: Tensor = bind(Sort(axis: kept.count, count: 1), lines)
    func element(_ index: Int) -> Tensor {
      sorted.sliced(axis: kept.count, from: index, to: index + 1).reshape(shape)
    }
    // NaN is sorted to the end: if there is any, the result is one.
    let index = q * Double(count - 1)
    let (low, high) = (Int(index.rounded(.down)), Int(index.rounded(.up)))
    let weight = index - Double(low)
    let result: Tensor
    switch method {
    // An infinite neighbour that has no weight has no part in the result.
    case .linear where weight == 0: result = element(low)
    case .linear: result = element(low) * Tensor(1 - weight) + element(high) * Tensor(weight)
    case .lower: result = element(low)
    case .higher: result = element(high)
    case .midpoint: result = (element(low) + element(high)) * 0.5
    case .nearest: result = element(weight <= 0.5 ? low : high)
    }
    let checked = select(isnan(element(count - 1)), Tensor(Double.nan), result).astype(given.inexactDType)
    let extents = x.type.shape.dimensions.enumerated().map { axes.contains($0.offset) ? 1 : $0.element }
    return keepdims ? checked.reshape(Shape(extents)) : checked
  }
}

/// The middle element, or the mean of the two middle ones (`jnp.median`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, there is no element, and for complex numbers.
public func median(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  quantile(x, 0.5, axis: axis, method: .midpoint, keepdims: keepdims)
}

/// Sorts tensors of one shape together, by the first `keyCount` of them (`lax.sort`).
///
/// The results have the shape and dtypes of the tensors. Fails if the axis is out of range, the shapes differ, there
/// are not as many keys, or a key is complex.
public func sort(_ tensors: [Tensor], dimension axis: Int = -1, numKeys keyCount: Int = 1) -> [Tensor] {
  guard let first = tensors.first, keyCount >= 1, keyCount <= tensors.count else {
    let failure = Tensor.failed(
      TensorError(
        "sort", operands: tensors, problem: "\(keyCount) keys for \(tensors.count) tensors",
        expected: "at least one tensor, and as many keys or fewer"))
    return tensors.map { _ in failure }
  }
  switch first.canonicalAxis(axis, "sort") {
  case .failure(let error): return tensors.map { _ in first.isFailed ? first : Tensor.failed(error) }
  case .success(let dimension):
    return bind(Sort(axis: dimension, count: tensors.count, keyCount: keyCount), tensors)
  }
}

/// The positions that sort by several keys, of which the last counts first (`jnp.lexsort`).
///
/// Keys `[…, n]` give int32 `[…, n]`. Fails if the axis is out of range, the shapes differ, there is no key, or one
/// is complex.
public func lexsort(_ keys: [Tensor], axis: Int = -1) -> Tensor {
  guard let first = keys.first, first.ndim > 0 else {
    return Tensor.failed(
      TensorError(
        "lexsort", operands: keys, problem: "\(keys.count) keys, or scalars",
        expected: "at least one key of rank 1 or more"))
  }
  switch first.canonicalAxis(axis, "lexsort") {
  case .failure(let error): return first.isFailed ? first : Tensor.failed(error)
  case .success(let dimension):
    return fused("lexsort", keys, dimension) { keys, dimension in
      let positions = bind(Iota(shape: keys[0].type.shape, dtype: .int32, axis: dimension), [])
      let sort = Sort(axis: dimension, count: keys.count + 1, keyCount: keys.count)
      return [bind(sort, keys.reversed() + positions)[keys.count]]
    }[0]
  }
}
