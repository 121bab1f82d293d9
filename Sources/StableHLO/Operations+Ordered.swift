extension HLOFunction {
  /// Calls a handler that takes and gives one value, after all such calls before it and before those that follow,
  /// also across loops, branches and functions: each passes a token to the next.
  ///
  /// The module's `main` gets one more argument and result for that token. In a module for several devices
  /// each of them makes the call; with the whole operand, unless each device is written for by itself.
  public func orderedCall(
    _ target: String, _ operand: HLOValue, result: HLOType, attributes: [String]
  ) -> HLOValue {
    let automatic = module.automaticAxes
    if !automatic.isEmpty {
      // The partitioner refuses an effect that is not tied to a device.
      let mesh = module.manualMesh.isEmpty ? module.partitionAxes : module.manualMesh
      let name = module.meshName(mesh)
      func whole(_ type: HLOType) -> [String] {
        ["<@\(name), [\(type.dimensions.map { _ in "{}" }.joined(separator: ", "))]>"]
      }
      return manualComputation(
        [operand], local: [operand.type], inShardings: whole(operand.type), outShardings: whole(result),
        mesh: mesh, axes: automatic, results: [result]
      ) { function, values in
        [function.orderedCall(target, values[0], result: result, attributes: attributes)]
      }[0]
    }
    let results = customCall(
      target, [operand, currentToken], results: [result, HLOFunction.tokenType],
      attributes: ["api_version = 4 : i32", "has_side_effect = true"] + attributes)
    return droppingToken(results)[0]
  }
}
