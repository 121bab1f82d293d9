import StableHLO
package import TensorCore

extension Scatter {
  /// What multiplying updates into the operand gives, where several may meet, by operations that have derivatives of
  /// every order: the quotient of the product and a factor would have none where the factor is 0.
  ///
  /// Updates are sorted by the element they go to; neighbours that go to the same one are multiplied at distances that
  /// double, until the last of them holds the product of all.
  package func product(_ operand: Tensor, _ indices: Tensor, _ updates: Tensor) -> Tensor {
    let (size, count) = (operand.type.shape.size, updates.type.shape.size)
    if size == 0 || count == 0 { return operand }
    // The number of the element that each update goes to, from 1; 0 for updates that are left out.
    let numbers = Tensor.arange(1, size + 1, dtype: .int32).reshape(operand.type.shape)
    let targets = written(
      bind(gather(operand.type, updates.type), numbers, indices), indices, operand.type)
    let sorted = bind(
      Sort(axis: 0, count: 2), [targets.reshape([count]), updates.reshape([count])])
    let (positions, factors) = (sorted[0], Scatter.products(of: sorted[1], meetingAt: sorted[0]))
    // Only the last of those that meet is written; 0 - 1 lies out of range, and is left out.
    var isLast = Tensor.ones([1], dtype: .bool)
    if count > 1 {
      let differs =
        positions.sliced(axis: 0, from: 0, to: count - 1) .!= positions.sliced(axis: 0, from: 1, to: count)
      isLast = bind(Concatenate(axis: 0), differs, isLast)
    }
    let vectors = (select(isLast, positions, 0) - 1).reshape([count, 1])
    let dimensions = HLOFunction.GatherDimensions(
      offset: [], collapsedSlice: [0], startIndexMap: [0], indexVector: 1)
    let ones = Tensor.full([size], 1, dtype: operand.dtype)
    let whole: Tensor = bind(Scatter(.set, dimensions: dimensions, isUnique: true), ones, vectors, factors)
    return operand * whole.reshape(operand.type.shape)
  }

  /// The product of each factor and of those before it at the same place, of factors sorted by their places.
  private static func products(of factors: Tensor, meetingAt positions: Tensor) -> Tensor {
    let count = positions.type.shape[0]
    var (result, distance) = (factors, 1)
    while distance < count {
      let meets =
        positions.sliced(axis: 0, from: 0, to: count - distance)
        .== positions.sliced(axis: 0, from: distance, to: count)
      let earlier = select(
        meets, result.sliced(axis: 0, from: 0, to: count - distance), Tensor(ScalarLiteral(1, result.dtype)))
      result = bind(
        Concatenate(axis: 0), result.sliced(axis: 0, from: 0, to: distance),
        bind(Mul(), result.sliced(axis: 0, from: distance, to: count), earlier))
      distance *= 2
    }
    return result
  }
}
