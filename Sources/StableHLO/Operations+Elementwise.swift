extension HLOFunction {
  /// An element-wise operation with one operand and a result of the same type, such as `stablehlo.sine`.
  public func unary(_ operation: String, _ x: HLOValue) -> HLOValue {
    if operation.hasPrefix("chlo.") {
      return emit("\(operation) \(x.name)", result: x.type, signature: "\(x.type) -> \(x.type)")
    }
    return emit("\(operation) \(x.name)", result: x.type, signature: x.type.description)
  }

  /// An element-wise operation with two operands of one type and a result of the same, such as `stablehlo.add`.
  public func binary(_ operation: String, _ a: HLOValue, _ b: HLOValue) -> HLOValue {
    if operation.hasPrefix("chlo.") {
      return emit(
        "\(operation) \(a.name), \(b.name)", result: a.type, signature: "\(a.type), \(b.type) -> \(a.type)")
    }
    return emit("\(operation) \(a.name), \(b.name)", result: a.type, signature: a.type.description)
  }

  /// An element-wise operation from one type to another, such as `stablehlo.convert` or `stablehlo.is_finite`.
  public func unary(_ operation: String, _ x: HLOValue, to type: HLOType) -> HLOValue {
    emit("\(operation) \(x.name)", result: type, signature: "(\(x.type)) -> \(type)")
  }

  /// Complex numbers of a real and an imaginary part.
  public func complex(_ real: HLOValue, _ imaginary: HLOValue, to type: HLOType) -> HLOValue {
    emit(
      "stablehlo.complex \(real.name), \(imaginary.name)", result: type,
      signature: HLOFunction.signature([real, imaginary], [type]))
  }

  /// Compares element by element; `direction` is one of EQ, NE, LT, LE, GT, GE.
  public func compare(_ direction: String, _ a: HLOValue, _ b: HLOValue, total: Bool = false) -> HLOValue {
    let result = a.type.with(.i1)
    let comparison = total && a.type.element.comparison == "FLOAT" ? "TOTALORDER" : a.type.element.comparison
    return emit(
      "stablehlo.compare \(direction), \(a.name), \(b.name), \(comparison)", result: result,
      signature: "(\(a.type), \(b.type)) -> \(result)")
  }

  /// Chooses from `a` where `predicate` is true and from `b` elsewhere.
  public func select(_ predicate: HLOValue, _ a: HLOValue, _ b: HLOValue) -> HLOValue {
    emit(
      "stablehlo.select \(predicate.name), \(a.name), \(b.name)", result: a.type,
      signature: "\(predicate.type), \(a.type)")
  }

  /// Limits `x` to the range from `low` to `high`.
  public func clamp(_ low: HLOValue, _ x: HLOValue, _ high: HLOValue) -> HLOValue {
    emit(
      "stablehlo.clamp \(low.name), \(x.name), \(high.name)", result: x.type,
      signature: HLOFunction.signature([low, x, high], [x.type]))
  }

  /// Converts to another element type.
  public func convert(_ x: HLOValue, to element: ElementType) -> HLOValue {
    noting(.conversion(x), of: unary("stablehlo.convert", x, to: x.type.with(element)))
  }

  /// Rounds a floating value to the exponent and mantissa widths given and back.
  public func reducePrecision(_ x: HLOValue, exponentBits: Int, mantissaBits: Int) -> HLOValue {
    emit(
      "stablehlo.reduce_precision \(x.name), format = e\(exponentBits)m\(mantissaBits)", result: x.type,
      signature: x.type.description)
  }

  /// Keeps XLA from moving or merging computations across this point.
  public func optimizationBarrier(_ operands: [HLOValue]) -> [HLOValue] {
    guard !operands.isEmpty else { return [] }
    let types = operands.map(\.type.description).joined(separator: ", ")
    return emit(
      "stablehlo.optimization_barrier \(HLOFunction.names(operands))", results: operands.map(\.type),
      signature: types)
  }

  /// `x` as a value that is in memory before anything that uses it begins.
  ///
  /// For what is written into a part of another tensor: XLA for CPUs computes an update while it overwrites the tensor,
  /// and with a reshape after the update it does not see that the update reads elements that are overwritten already.
  public func computedFirst(_ x: HLOValue) -> HLOValue { optimizationBarrier([x])[0] }
}
