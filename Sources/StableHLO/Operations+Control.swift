extension HLOFunction {
  /// Repeats `body` while `condition` holds; both get the loop's values.
  public func whileLoop(
    _ initial: [HLOValue], condition: (HLOFunction, [HLOValue]) -> HLOValue,
    body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let types = initial.map(\.type)
    let test = block(arguments: types) { [condition($0, $1)] }
    let step = block(arguments: types, body)
    let isOrdered = test.isOrdered || step.isOrdered
    let regions =
      test.text(takesToken: isOrdered) + ", " + step.text(takesToken: isOrdered, givesToken: isOrdered)
    let operands = isOrdered ? initial + [currentToken] : initial
    let results = emit(
      "\"stablehlo.while\"(\(HLOFunction.names(operands))) (\(regions))", results: operands.map(\.type),
      signature: HLOFunction.signature(operands, operands.map(\.type)))
    return isOrdered ? droppingToken(results) : results
  }

  /// Runs the branch that the scalar `index` selects; an index out of range selects the last one.
  public func switchCase(
    _ index: HLOValue, results: [HLOType], branches: [(HLOFunction) -> [HLOValue]]
  ) -> [HLOValue] {
    let blocks = branches.map { branch in
      block(arguments: [], sharesToken: true) { function, _ in branch(function) }
    }
    let isOrdered = blocks.contains(where: \.isOrdered)
    let types = isOrdered ? results + [HLOFunction.tokenType] : results
    let values = emit(
      "\"stablehlo.case\"(\(index.name)) "
        + "(\(blocks.map { $0.text(givesToken: isOrdered) }.joined(separator: ", ")))",
      results: types, signature: HLOFunction.signature([index], types))
    return isOrdered ? droppingToken(values) : values
  }

  /// Calls a handler that the plugin or this process provides.
  public func customCall(
    _ target: String, _ operands: [HLOValue], results: [HLOType], attributes: [String] = []
  ) -> [HLOValue] {
    let text = attributes.isEmpty ? "" : " {\(attributes.joined(separator: ", "))}"
    return emit(
      "stablehlo.custom_call @\(target)(\(HLOFunction.names(operands)))\(text)", results: results,
      signature: HLOFunction.signature(operands, results))
  }
}
