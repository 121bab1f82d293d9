extension HLOFunction {
  /// Repeats `body` while `condition` holds; both get the loop's values.
  public func whileLoop(
    _ initial: [HLOValue], condition: (HLOFunction, [HLOValue]) -> HLOValue,
    body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let types = initial.map(\.type)
    let test = region(arguments: types) { [condition($0, $1)] }
    let step = region(arguments: types, body)
    return emit(
      "\"stablehlo.while\"(\(HLOFunction.names(initial))) (\(test), \(step))", results: types,
      signature: HLOFunction.signature(initial, types))
  }

  /// Runs the branch that the scalar `index` selects; an index out of range selects the last one.
  public func switchCase(
    _ index: HLOValue, results: [HLOType], branches: [(HLOFunction) -> [HLOValue]]
  ) -> [HLOValue] {
    let blocks = branches.map { branch in region(arguments: []) { function, _ in branch(function) } }
    return emit(
      "\"stablehlo.case\"(\(index.name)) (\(blocks.joined(separator: ", ")))", results: results,
      signature: HLOFunction.signature([index], results))
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
