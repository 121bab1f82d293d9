public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// What a tensor is padded with (`mode` of `jnp.pad`).
  public enum PaddingMode: Sendable, Hashable {
    /// One value.
    case constant(Double)
    /// The outermost element.
    case edge
    /// The elements mirrored at the outermost one.
    case reflect
    /// The elements mirrored beyond the outermost one.
    case symmetric
    /// The elements from the other end.
    case wrap
    /// Steps of one size from the outermost element to a value at the edge of the padding.
    case linearRamp(to: Double = 0)
    /// The greatest element along the axis.
    case maximum
    /// The least element along the axis.
    case minimum
    /// The mean along the axis.
    case mean
    /// The median along the axis.
    case median

    /// One row of elements that an axis is padded with, for the modes that repeat one.
    fileprivate func row(_ x: Tensor, _ axis: Int) -> Tensor? {
      let row: Tensor
      switch self {
      case .constant, .edge, .reflect, .symmetric, .wrap, .linearRamp: return nil
      case .maximum: return x.max(axis: axis, keepdims: true)
      case .minimum: return x.min(axis: axis, keepdims: true)
      case .mean: row = x.mean(axis: axis, keepdims: true)
      case .median: row = quantile(x, 0.5, axis: axis, method: .midpoint, keepdims: true)
      }
      return x.dtype.isFloating ? row : row.round().astype(x.dtype)
    }

    /// The element that stands at position `index` of an axis of `count` elements, outside of it too.
    fileprivate func source(_ index: Int, count: Int) -> Int {
      func modulo(_ value: Int, _ period: Int) -> Int { ((value % period) + period) % period }
      switch self {
      case .constant, .edge, .linearRamp, .maximum, .minimum, .mean, .median:
        return Swift.min(Swift.max(index, 0), count - 1)
      case .wrap: return modulo(index, count)
      case .reflect:
        if count == 1 { return 0 }
        let position = modulo(index, 2 * (count - 1))
        return Swift.min(position, 2 * (count - 1) - position)
      case .symmetric:
        let position = modulo(index, 2 * count)
        return Swift.min(position, 2 * count - 1 - position)
      }
    }
  }

  /// The error of padding that memory has no room for.
  fileprivate func tooLarge(_ low: [Int], _ high: [Int]) -> TensorError? {
    let extents = type.shape.indices.map { low[$0] +| type.shape[$0] +| high[$0] }
    do throws(TypeRuleError) {
      try MemoryLimit.check(type.with(shape: Shape(extents)))
      return nil
    } catch {
      return TensorError("pad", operands: [self], problem: error.problem, expected: error.expected)
    }
  }

  /// Steps of one size along an axis from a value towards a row, which is not among them.
  fileprivate static func ramp(from start: Double, to row: Tensor, steps: Int, _ axis: Int) -> Tensor {
    if row.isFailed { return row }
    var extents = [Int](repeating: 1, count: row.ndim)
    extents[axis] = steps
    let x = row.inexact
    let parts =
      Tensor.arange(steps).astype(x.dtype).reshape(Shape(extents)) / Tensor(Double(Swift.max(1, steps)))
    let ramp = Tensor(start) * (1 - parts) + x * parts
    return row.dtype.isFloating ? ramp : floor(ramp).astype(row.dtype)
  }
}

/// The tensor padded before, after and between the elements of each axis; negative padding before or after removes
/// elements (`lax.pad`).
///
/// Fails unless there are three numbers for each axis, `paddingValue` is a scalar, and each axis is left at least 0
/// elements.
///
/// - Parameters:
///   - x: the tensor.
///   - paddingValue: what the places are filled with.
///   - paddingConfig: for each axis how many go before, after and between its elements.
public func pad(_ x: Tensor, _ paddingValue: Tensor, _ paddingConfig: [(low: Int, high: Int, interior: Int)])
  -> Tensor
{
  let padding = Pad(
    low: paddingConfig.map(\.low), high: paddingConfig.map(\.high), interior: paddingConfig.map(\.interior))
  return bind(padding, x, paddingValue.astype(x.dtype))
}

/// The tensor with more elements before and after each axis (`jnp.pad`).
///
/// `[m]` with (a, b) gives `[a + m + b]`. Fails if a number is negative, there is not a pair for each axis, an axis
/// without elements is padded with its own, or the mode does not go with the dtype.
///
/// - Parameters:
///   - a: the tensor.
///   - widths: how many before and after, for each axis; one pair for all axes is enough.
///   - mode: what the places are filled with.
public func pad(_ a: Tensor, _ widths: [(Int, Int)], mode: Tensor.PaddingMode = .constant(0)) -> Tensor {
  if a.isFailed { return a }
  let pairs = widths.count == 1 ? [(Int, Int)](repeating: widths[0], count: a.ndim) : widths
  guard pairs.count == a.ndim, pairs.allSatisfy({ $0.0 >= 0 && $0.1 >= 0 }) else {
    return Tensor.failed(
      TensorError(
        "pad", operands: [a], problem: "padding of \(pairs) for a tensor of rank \(a.ndim)",
        expected: "a pair of numbers of at least 0 for each axis, or one for all"))
  }
  let (low, high) = (pairs.map(\.0), pairs.map(\.1))
  if case .constant(let value) = mode {
    let scalar = Tensor(ScalarLiteral(number: value, a.dtype))
    return bind(Pad(low: low, high: high, interior: low.map { _ in 0 }), a, scalar)
  }
  if let error = a.tooLarge(low, high) { return Tensor.failed(error) }
  for axis in 0..<a.ndim where a.type.shape[axis] == 0 && low[axis] + high[axis] > 0 {
    return Tensor.failed(
      TensorError(
        "pad", operands: [a], problem: "axis \(axis) has no elements to pad with",
        expected: "at least one element, or a constant to pad with"))
  }
  return fused("pad", a, low, high, mode) { x, low, high, mode in
    var result = x
    for axis in 0..<x.ndim where low[axis] + high[axis] > 0 {
      // A mode may not go with the dtype.
      if result.isFailed { return result }
      let count = x.type.shape[axis]
      if let row = mode.row(result, axis) {
        result = concatenate(
          [row.repeat(low[axis], axis: axis), result, row.repeat(high[axis], axis: axis)], axis: axis)
        continue
      }
      if case .linearRamp(let end) = mode {
        let first = result.sliced(axis: axis, from: 0, to: 1)
        let last = result.sliced(axis: axis, from: count - 1, to: count)
        let after = flip(Tensor.ramp(from: end, to: last, steps: high[axis], axis), axis: axis)
        result = concatenate(
          [Tensor.ramp(from: end, to: first, steps: low[axis], axis), result, after], axis: axis)
        continue
      }
      let sources = Tensor.onHost("pad", low[axis] + count + high[axis]) {
        mode.source($0 - low[axis], count: count)
      }
      result = result.take(sources, axis: axis, mode: .promiseInBounds)
    }
    return result
  }
}
