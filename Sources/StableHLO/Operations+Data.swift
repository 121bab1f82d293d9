extension HLOFunction {
  /// A constant from its MLIR literal: a scalar such as `1.0` (for all elements) or nested brackets.
  public func constant(_ literal: String, _ type: HLOType) -> HLOValue { constant(literal, type: type) }

  /// Counts 0, 1, 2, … along `dimension`.
  public func iota(dimension: Int, _ type: HLOType) -> HLOValue {
    emit("stablehlo.iota dim = \(dimension)", result: type, signature: type.description)
  }

  /// Places dimension `i` of `x` at dimension `dimensions[i]` of the result and repeats along the others.
  public func broadcastInDim(_ x: HLOValue, dimensions: [Int], to type: HLOType) -> HLOValue {
    emit(
      "stablehlo.broadcast_in_dim \(x.name), dims = \(HLOFunction.list(dimensions))", result: type,
      signature: "(\(x.type)) -> \(type)")
  }

  /// The same elements in row-major order under other dimensions.
  public func reshape(_ x: HLOValue, to dimensions: [Int]) -> HLOValue {
    let type = HLOType(x.type.element, dimensions)
    return emit("stablehlo.reshape \(x.name)", result: type, signature: "(\(x.type)) -> \(type)")
  }

  /// Reorders dimensions: dimension `i` of the result is dimension `permutation[i]` of `x`.
  public func transpose(_ x: HLOValue, permutation: [Int]) -> HLOValue {
    let type = HLOType(x.type.element, permutation.map { x.type.dimensions[$0] })
    let value = emit(
      "stablehlo.transpose \(x.name), dims = \(HLOFunction.list(permutation))", result: type,
      signature: "(\(x.type)) -> \(type)")
    return noting(.transposition(x, permutation: permutation), of: value)
  }

  /// The elements from `start` to `limit` (exclusive) in steps of `stride`.
  public func slice(_ x: HLOValue, start: [Int], limit: [Int], stride: [Int], to type: HLOType) -> HLOValue {
    let ranges = zip(zip(start, limit), stride).map { bounds, stride in
      "\(bounds.0):\(bounds.1):\(stride)"
    }
    return emit(
      "stablehlo.slice \(x.name) [\(ranges.joined(separator: ", "))]", result: type,
      signature: "(\(x.type)) -> \(type)")
  }

  /// A slice of static `sizes` from start indices that are known only at run time.
  public func dynamicSlice(_ x: HLOValue, start: [HLOValue], sizes: [Int]) -> HLOValue {
    let type = HLOType(x.type.element, sizes)
    let operands = [x] + start
    return emit(
      "stablehlo.dynamic_slice \(HLOFunction.names(operands)), sizes = \(HLOFunction.list(sizes))",
      result: type, signature: HLOFunction.signature(operands, [type]))
  }

  /// `x` with `update` written from start indices that are known only at run time.
  public func dynamicUpdateSlice(_ x: HLOValue, _ update: HLOValue, start: [HLOValue]) -> HLOValue {
    let operands = [x, update] + start
    return emit(
      "stablehlo.dynamic_update_slice \(HLOFunction.names(operands))", result: x.type,
      signature: HLOFunction.signature(operands, [x.type]))
  }

  /// Joins tensors along `dimension`.
  public func concatenate(_ operands: [HLOValue], dimension: Int, to type: HLOType) -> HLOValue {
    emit(
      "stablehlo.concatenate \(HLOFunction.names(operands)), dim = \(dimension)", result: type,
      signature: HLOFunction.signature(operands, [type]))
  }

  /// Pads with `value` before, after and between elements; negative padding removes.
  public func pad(
    _ x: HLOValue, _ value: HLOValue, low: [Int], high: [Int], interior: [Int], to type: HLOType
  ) -> HLOValue {
    let text =
      "stablehlo.pad \(x.name), \(value.name), low = \(HLOFunction.list(low)), "
      + "high = \(HLOFunction.list(high)), interior = \(HLOFunction.list(interior))"
    return emit(text, result: type, signature: HLOFunction.signature([x, value], [type]))
  }

  /// Reverses the order of elements along `dimensions`.
  public func reverse(_ x: HLOValue, dimensions: [Int]) -> HLOValue {
    emit(
      "stablehlo.reverse \(x.name), dims = \(HLOFunction.list(dimensions))", result: x.type,
      signature: x.type.description)
  }

  /// Reinterprets the bits as another type of the same width.
  public func bitcastConvert(_ x: HLOValue, to type: HLOType) -> HLOValue {
    unary("stablehlo.bitcast_convert", x, to: type)
  }
}
