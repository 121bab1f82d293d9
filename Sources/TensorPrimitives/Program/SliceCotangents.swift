package import TensorCore

/// Cotangents of slices of one tensor, to be put together.
///
/// The transpose of a slice pads with zeros. Where a tensor was divided into parts (gates, heads), padding each and
/// adding would be many times the work of joining them.
package struct SliceCotangents {
  private typealias Part = (range: AxisRange, cotangent: Tensor)
  private var parts: [Part] = []

  /// Takes the cotangent of a part.
  package mutating func add(_ range: AxisRange, _ cotangent: Tensor) { parts.append((range, cotangent)) }

  /// The cotangent of the whole tensor, nil for zero.
  package func joined(_ type: TensorType) -> Tensor? {
    let axes = Set(parts.map(\.range.axis))
    let ordered = parts.sorted { $0.range.start < $1.range.start }
    let areApart = zip(ordered, ordered.dropFirst()).allSatisfy { $0.range.limit <= $1.range.start }
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
      fill(to: part.range.start)
      pieces.append(part.cotangent)
      end = part.range.limit
    }
    fill(to: type.shape[axis])
    return bind(Concatenate(axis: axis), pieces)[0]
  }

  private func padded(_ part: Part, _ type: TensorType) -> Tensor {
    var (low, high) = (type.shape.dimensions.map { _ in 0 }, type.shape.dimensions.map { _ in 0 })
    let range = part.range
    low[range.axis] = range.start
    high[range.axis] = type.shape[range.axis] - range.limit
    let zero = Tensor(ScalarLiteral(0, part.cotangent.dtype))
    return bind(Pad(low: low, high: high, interior: low.map { _ in 0 }), part.cotangent, zero)
  }
}
