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

    /// The element that stands at position `index` of an axis of `count` elements, outside of it too.
    fileprivate func source(_ index: Int, count: Int) -> Int {
      func modulo(_ value: Int, _ period: Int) -> Int { ((value % period) + period) % period }
      switch self {
      case .constant, .edge: return Swift.min(Swift.max(index, 0), count - 1)
      case .wrap: return modulo(index, count)
      case .reflect:
        if count == 1 { return 0 }
        let place = modulo(index, 2 * (count - 1))
        return Swift.min(place, 2 * (count - 1) - place)
      case .symmetric:
        let place = modulo(index, 2 * count)
        return Swift.min(place, 2 * count - 1 - place)
      }
    }
  }

  /// The tensor with more elements before and after each axis (`jnp.pad`).
  ///
  /// - Parameters:
  ///   - widths: how many before and after, for each axis; one pair for all axes is enough.
  ///   - mode: what the places are filled with.
  public func padded(_ widths: [(Int, Int)], mode: PaddingMode = .constant(0)) -> Tensor {
    if isFailed { return self }
    let pairs = widths.count == 1 ? [(Int, Int)](repeating: widths[0], count: rank) : widths
    guard pairs.count == rank, pairs.allSatisfy({ $0.0 >= 0 && $0.1 >= 0 }) else {
      return Tensor(
        failure: TensorError(
          "padded", operands: [self], problem: "padding of \(pairs) for a tensor of rank \(rank)",
          expected: "a pair of numbers of at least 0 for each axis, or one for all"))
    }
    let (low, high) = (pairs.map(\.0), pairs.map(\.1))
    if case .constant(let value) = mode {
      let scalar = Tensor(ScalarLiteral(value, dtype))
      return bind(Pad(low: low, high: high, interior: low.map { _ in 0 }), self, scalar)
    }
    for axis in 0..<rank where type.shape[axis] == 0 && low[axis] + high[axis] > 0 {
      return Tensor(
        failure: TensorError(
          "padded", operands: [self], problem: "axis \(axis) has no elements to pad with",
          expected: "at least one element, or a constant to pad with"))
    }
    return fused("padded", PaddingKey(low: low, high: high, mode: mode), self) { x in
      var result = x
      for axis in 0..<x.rank where low[axis] + high[axis] > 0 {
        let count = x.type.shape[axis]
        let sources = (-low[axis]..<(count + high[axis])).map { mode.source($0, count: count) }
        result = result.take(Tensor(sources), axis: axis, mode: .promiseInBounds)
      }
      return result
    }
  }

  private struct PaddingKey: Hashable, Sendable {
    let low: [Int]
    let high: [Int]
    let mode: PaddingMode
  }

  /// The tensor padded before, after and between the elements of each axis; negative padding before or after removes
  /// elements (`lax.pad`).
  public func padded(low: [Int], high: [Int], interior: [Int], with value: Tensor = 0) -> Tensor {
    bind(Pad(low: low, high: high, interior: interior), self, value.cast(to: dtype))
  }
}
