public import TensorCore
import TensorPrimitives
import TensorTransformations

extension IndexedTensor {
  /// The tensor with an element-wise function applied to the elements, to each as often as it is named
  /// (`apply` of `jnp.ndarray.at`).
  ///
  /// Where positions are not known before the program runs, it looks for ones that are named again, and applies the
  /// function to one part after the other if there are any.
  /// The result has the tensor's shape. Fails if the indices do not fit the tensor, or the function fails or gives a
  /// shape that does not broadcast to the part.
  ///
  /// - Parameters:
  ///   - transform: the function; it may get one part at a time.
  ///   - mode: what is done with indices out of bounds.
  ///   - uniqueIndices: whether no position is named twice; the caller's promise.
  public func apply(
    _ transform: (Tensor) -> Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false
  ) -> Tensor {
    var arrays: [Tensor] = []
    for case .array(let positions) in parts { arrays.append(positions) }
    if let failed = ([tensor] + arrays).first(where: \.isFailed) { return failed }
    // A mask names no place twice.
    if hasMask, arrays.count == 1 { return appliedOnce(transform, mode) }
    guard !uniqueIndices, arrays.contains(where: { $0.size > 1 }),
      arrays.allSatisfy(\.dtype.isInteger),
      let plan = try? IndexPlan(parts, shape: tensor.type.shape, arrayShapes: arrays.map(\.type.shape))
    else { return appliedOnce(transform, mode) }
    // There is no position to name.
    if tensor.size == 0 { return tensor }
    let isKnown = arrays.allSatisfy(\.hasValue)
    let isRepeated =
      isKnown
      ? Trace.with(.evaluation) { plan.isRepeated(arrays, mode) } : plan.isRepeated(arrays, mode)
    if isKnown, let known = try? isRepeated.item(Bool.self) {
      return known ? appliedInTurn(transform, mode, arrays, plan) : appliedOnce(transform, mode)
    }
    return cond(isRepeated) {
      appliedInTurn(transform, mode, arrays, plan)
    } else: {
      appliedOnce(transform, mode)
    }
  }

  /// The function applied to the whole part, in which no element is twice.
  private func appliedOnce(_ transform: (Tensor) -> Tensor, _ mode: IndexMode) -> Tensor {
    set(transform(get(mode: mode == .clip ? .clip : .promiseInBounds)), mode: mode, uniqueIndices: true)
  }

  /// The function applied to the part of each index vector, one after the other.
  private func appliedInTurn(
    _ transform: (Tensor) -> Tensor, _ mode: IndexMode, _ arrays: [Tensor], _ plan: IndexPlan
  ) -> Tensor {
    let count = plan.arrayShape.size
    let lines = arrays.map { broadcastTo($0, plan.arrayShape).reshape([count]) }
    return foriLoop(0, count, tensor) { turn, x in
      var rest = lines.map { dynamicIndexInDim($0, turn, keepdims: false) }[...]
      let one = parts.map { part -> IndexPart in
        guard case .array = part, let position = rest.popFirst() else { return part }
        return .array(position)
      }
      return IndexedTensor(tensor: x, parts: one).appliedOnce({ elementwise(transform, $0) }, mode)
    }
  }

  /// The function's result for one part of several, or what is wrong with it.
  private func elementwise(_ transform: (Tensor) -> Tensor, _ x: Tensor) -> Tensor {
    let result = transform(x)
    if x.isFailed || Promotion.broadcastShape([result.type.shape, x.type.shape]) == x.type.shape,
      !result.isFailed
    {
      return result
    }
    return Tensor.failed(
      TensorError(
        "at[…].apply", operands: [tensor],
        problem: result.error.map { "of one part alone, the function fails: \($0.problem)" }
          ?? "of one part, \(x.type.shape), the function gives \(result.type.shape)",
        expected: "an element-wise function; or `uniqueIndices: true` if no position is named twice"))
  }
}

extension IndexPlan {
  /// Whether index tensors name a position within the axes twice.
  fileprivate func isRepeated(_ arrays: [Tensor], _ mode: IndexMode) -> Tensor {
    fused("isRepeated", arrays, self, mode) { arrays, plan, mode in
      let count = plan.arrayShape.size
      // The positions as one number; those out of range are left out and differ from each other.
      var indices = Tensor.full([count], 0, dtype: .int32)
      var isInside = Tensor.ones([count], dtype: .bool)
      for (array, extent) in zip(arrays, plan.extentsOfArrays) {
        let line = broadcastTo(array.counted(extent, mode), plan.arrayShape).reshape([count])
        isInside = isInside .& (line .>= 0) .& (line .< Tensor(extent))
        indices = indices * Tensor(extent) + line
      }
      let others = -1 - Tensor.broadcastedIota([count], 0)
      let sorted: Tensor = bind(Sort(axis: 0, count: 1), select(isInside, indices, others))
      let isSame =
        sorted.sliced(axis: 0, from: 0, to: count - 1) .== sorted.sliced(axis: 0, from: 1, to: count)
      return [isSame.any()]
    }[0]
  }
}
