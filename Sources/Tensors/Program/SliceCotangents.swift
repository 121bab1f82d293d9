/// Cotangents of slices of one tensor, to be put together.
///
/// The transpose of a slice pads with zeros. Where a tensor was divided into parts (gates, heads), padding each and
/// adding would be many times the work of joining them.
struct SliceCotangents {
  private struct Part {
    let axis, start, limit: Int
    let cotangent: Tensor
  }
  private var parts: [Part] = []

  /// Takes the cotangent of a slice along one axis; false if the slice is of another kind.
  mutating func add(_ slice: Slice, of type: TensorType, _ cotangent: Tensor) -> Bool {
    let cut = type.shape.dimensions.indices.filter {
      slice.start[$0] != 0 || slice.limit[$0] != type.shape[$0] || slice.stride[$0] != 1
    }
    guard cut.count == 1, let axis = cut.first, slice.stride[axis] == 1, !cotangent.isFailed else {
      return false
    }
    parts.append(
      Part(axis: axis, start: slice.start[axis], limit: slice.limit[axis], cotangent: cotangent))
    return true
  }

  /// The cotangent of the whole tensor, nil for zero.
  func joined(_ type: TensorType) -> Tensor? {
    let axes = Set(parts.map(\.axis))
    let ordered = parts.sorted { $0.start < $1.start }
    let areApart = zip(ordered, ordered.dropFirst()).allSatisfy { $0.limit <= $1.start }
    guard let axis = axes.first, axes.count == 1, areApart, parts.count > 1 else {
      return parts.reduce(nil) { Tensor.sum($0, padded($1, type)) }
    }
    var pieces: [Tensor] = []
    var end = 0
    func fill(to start: Int) {
      if start == end { return }
      var shape = type.shape.dimensions
      shape[axis] = start - end
      pieces.append(Tensor.full(Shape(shape), 0, dtype: type.dtype))
    }
    for part in ordered {
      fill(to: part.start)
      pieces.append(part.cotangent)
      end = part.limit
    }
    fill(to: type.shape[axis])
    return bind(Concatenate(axis: axis), pieces)[0]
  }

  private func padded(_ part: Part, _ type: TensorType) -> Tensor {
    var (low, high) = (type.shape.dimensions.map { _ in 0 }, type.shape.dimensions.map { _ in 0 })
    low[part.axis] = part.start
    high[part.axis] = type.shape[part.axis] - part.limit
    let zero = Tensor(ScalarLiteral(0, part.cotangent.dtype))
    return bind(Pad(low: low, high: high, interior: low.map { _ in 0 }), part.cotangent, zero)
  }
}
