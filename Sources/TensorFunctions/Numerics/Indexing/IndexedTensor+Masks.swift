import TensorCore
import TensorPrimitives
import TensorTransformations

extension IndexedTensor {
  /// Whether one of the indices is a boolean mask.
  var hasMask: Bool {
    parts.contains { part in
      guard case .array(let mask) = part else { return false }
      return mask.dtype == .bool && !mask.isFailed
    }
  }

  /// The same part by positions: a mask stands for as many index tensors as it has axes, as in NumPy.
  ///
  /// How many positions there are decides about shapes, so the masks' values have to be known.
  func withPositions() throws(TypeRuleError) -> [IndexPart] {
    let shape = tensor.type.shape
    let used = parts.reduce(0) { $0 + IndexedTensor.axisCount($1) }
    var axis = 0
    var result: [IndexPart] = []
    for part in parts {
      if case .array(let mask) = part, mask.dtype == .bool {
        try IndexedTensor.check(mask, Array(shape.dimensions.dropFirst(axis).prefix(mask.ndim)))
        guard mask.hasValue, let flags = try? mask.scalars(Bool.self) else {
          throw TypeRuleError(
            "the values of a boolean mask are not known here, and the shape of the part depends on them",
            expected:
              "`select(mask, a, b)`, or values to write that are the same for every place: at[mask].set(0)")
        }
        result += IndexedTensor.positions(flags, mask.type.shape.dimensions).map { .array($0) }
      } else {
        result.append(part)
      }
      if case .ellipsis = part { axis += Swift.max(0, shape.count - used) }
      axis += IndexedTensor.axisCount(part)
    }
    return result
  }

  /// What is written where a mask is true, if the values are the same for every place of it: then nothing depends on how
  /// many there are, and the mask may be computed. Nil for other indices and values.
  func maskedWrite(_ combination: Scatter.Combination, _ values: Tensor) -> Tensor? {
    guard case .array(let mask)? = parts.first, parts.count == 1, hasMask, !tensor.isFailed, !values.isFailed
    else { return nil }
    let shape = tensor.type.shape.dimensions
    let rest = Array(shape.dropFirst(mask.ndim))
    var values = values
    // One row of values for all places.
    if values.ndim == rest.count + 1, values.type.shape[0] == 1 { values = values.squeeze(axis: 0) }
    guard mask.ndim > 0, mask.type.shape.dimensions == Array(shape.prefix(mask.ndim)),
      values.ndim <= rest.count,
      Promotion.broadcastShape([values.type.shape, Shape(rest)]) == Shape(rest)
    else { return nil }
    let isMeant = mask.reshape(Shape(mask.type.shape.dimensions + rest.map { _ in 1 }))
    let written: Tensor =
      switch combination {
      case .set: values
      case .add: tensor + values
      case .multiply: tensor * values
      case .min: minimum(tensor, values)
      case .max: maximum(tensor, values)
      }
    return select(isMeant, written.converted(to: tensor.dtype, isWeak: tensor.type.isWeak), tensor)
  }

  /// How many axes of the tensor an index is for; none for those whose number depends on the others.
  private static func axisCount(_ part: IndexPart) -> Int {
    switch part {
    case .newAxis, .ellipsis: 0
    case .position, .range: 1
    case .array(let positions): positions.dtype == .bool ? positions.ndim : 1
    }
  }

  private static func check(_ mask: Tensor, _ extents: [Int]) throws(TypeRuleError) {
    guard mask.ndim > 0, mask.type.shape.dimensions == extents else {
      throw TypeRuleError(
        "a boolean mask of shape \(mask.type.shape) for axes of \(Shape(extents))",
        expected: "a mask with the extents of the axes that it chooses from")
    }
  }

  /// Where flags are true, one vector for each axis.
  private static func positions(_ flags: [Bool], _ extents: [Int]) -> [Tensor] {
    let positions = flags.indices.filter { flags[$0] }
    var step = extents.reduce(1, *)
    return extents.map { extent in
      step /= Swift.max(1, extent)
      return Tensor(
        positions.map { Int32(truncatingIfNeeded: $0 / Swift.max(1, step) % Swift.max(1, extent)) })
    }
  }
}
