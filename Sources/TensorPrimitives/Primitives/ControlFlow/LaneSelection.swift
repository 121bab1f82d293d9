import TensorCore

// Lanes, along the first axis, of which some do not count.

extension Tensor {
  /// Lane by lane: what is true of a lane takes the first, the rest the second.
  func selecting(_ first: Tensor, _ second: Tensor) -> Tensor {
    if let failed = [first, second].first(where: \.isFailed) { return failed }
    return bind(Select(), broadcastInDim(first.type.shape, dimensions: [0]), first, second)
  }
}

extension Array where Element == Tensor {
  /// Operands in which lanes that do not count have the values of the first that does, and no derivative.
  func replacingLanes(except counts: Tensor, isBatched: [Bool]) -> [Tensor] {
    let marks: Tensor = bind(Convert(.int32), counts)
    let lane: Tensor = bind(ArgExtremum(isMaximum: true, axis: 0, dtype: .int32), marks)
    return zip(self, isBatched).map { whole, isBatched in
      guard isBatched, !whole.isFailed else { return whole }
      let element = whole.type.shape.dimensions.dropFirst()
      let starts = [lane] + element.map { _ in Tensor(ScalarLiteral(0, .int32)) }
      let other = bind(DynamicSlice(sizes: [1] + element), [stopGradient(whole)] + starts)[0]
      return counts.selecting(whole, broadcastTo(other, whole.type.shape))
    }
  }
}
