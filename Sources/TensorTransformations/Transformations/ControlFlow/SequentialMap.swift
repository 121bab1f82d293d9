package import TensorCore
import TensorPrimitives

/// A function applied to one element of the leading axis after the other: `map(over:)`.
package struct SequentialMap<Inputs: ArgumentList, Results: ArgumentList, E: Error> {
  /// How many elements to do at once.
  let batchSize: Int?

  package typealias Body = (Inputs) throws(E) -> Results

  package func callAsFunction(_ inputs: Inputs, _ body: Body) throws(E) -> Results {
    let extents = Set(inputs.leaves.map { $0.type.shape.first ?? 0 })
    // Inputs that do not go together are the loop's to complain about.
    guard let batchSize, batchSize > 1, let count = extents.first, extents.count == 1, count > 0 else {
      return try scan(inputs, body)
    }
    let size = min(batchSize, count)
    let whole = count / size * size
    let first = map(inputs) { x in
      x.sliced(axis: 0, from: 0, to: whole).reshape([whole / size, size] + x.element)
    }
    let results = map(
      try withoutActuallyEscaping(body) { (body) throws(E) in
        try scan(first) { (x) throws(E) in try lanes(body)(x) }
      }
    ) { $0.isFailed ? $0 : $0.reshape([whole] + $0.element.element) }
    if whole == count { return results }
    let rest = try withoutActuallyEscaping(body) { (body) throws(E) in
      try lanes(body)(map(inputs) { $0.sliced(axis: 0, from: whole, to: count) })
    }
    return map(results, rest) { concatenate([$0, $1]) }
  }

  private func scan(_ inputs: Inputs, _ body: Body) throws(E) -> Results {
    let scanning = Scanning<NoResults, Inputs, Results, E>(length: nil, isReversed: false, unroll: 1)
    return try scanning(NoResults(), inputs) { (_, x) throws(E) in (NoResults(), try body(x)) }.1
  }

  private func lanes(_ body: @escaping Body) -> VectorizedMap<Inputs, Results, E> {
    VectorizedMap(inAxes: nil, outAxes: nil, axisName: nil, axisSize: nil, body: body)
  }
}

extension Tensor {
  /// The shape without the leading axis.
  fileprivate var element: Shape { type.shape.element }
}

extension Shape {
  fileprivate var element: Shape { Shape(Array(dimensions.dropFirst())) }
}
