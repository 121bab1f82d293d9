import StableHLO

extension Tensor {
  /// The positions along the first axis of its greatest elements, the greatest first, the first of equals first.
  func greatestPositions(_ count: Int) -> Tensor {
    if isFailed { return self }
    let positions = bind(Iota(shape: type.shape, dtype: .int32, axis: 0), [])[0]
    let sorted = bind(Sort(axis: 0, count: 2), [-self, positions])
    return sorted[1].sliced(axis: 0, from: 0, to: count)
  }

  /// The elements at positions along one axis, in whose place the axes of `positions` come (`jnp.take`).
  func taking(_ positions: Tensor, axis: Int) -> Tensor {
    if isFailed { return self }
    if positions.isFailed { return positions }
    var sizes = type.shape.dimensions
    let extra = positions.rank
    let others = (0..<rank).filter { $0 != axis }
    sizes[axis] = 1
    let dimensions = HLOFunction.GatherDimensions(
      offset: others.map { $0 < axis ? $0 : $0 - 1 + extra }, collapsedSlice: [axis], startIndexMap: [axis],
      indexVector: extra)
    let indices = positions.reshape(positions.type.shape + [1])
    return bind(Gather(dimensions: dimensions, sliceSizes: sizes), self, indices)
  }

  /// Where each of `queries` would go in this sorted vector, before equal elements (`jnp.searchsorted`), int32.
  func insertionPositions(of queries: Tensor) -> Tensor {
    if isFailed { return self }
    let shape = queries.type.shape
    let count = type.shape[0]
    var low = Tensor.full(shape, 0, dtype: .int32)
    var high = Tensor.full(shape, Tensor(count), dtype: .int32)
    var steps = 0
    while 1 << steps < count + 1 { steps += 1 }
    for _ in 0..<steps {
      let middle: Tensor = bind(
        Add(), low, bind(ShiftRightLogical(), bind(Sub(), high, low), Tensor(ScalarLiteral(1, .int32))))
      let isBefore = queries .<= taking(middle, axis: 0)
      low = bind(Select(), isBefore, low, middle)
      high = bind(Select(), isBefore, middle, high)
    }
    return high
  }
}
