import StableHLO

extension HLOFunction {
  /// Calls a kernel of this process, with all buffers in row-major order.
  func kernelCall(
    _ name: String, _ operands: [HLOValue], results: [HLOType], numbers: [Int]
  ) -> [HLOValue] {
    func layouts(_ types: [HLOType]) -> String {
      let texts = types.map { type in
        "dense<[\((0..<type.rank).reversed().map(String.init).joined(separator: ", "))]> : tensor<\(type.rank)xindex>"
      }
      return "[\(texts.joined(separator: ", "))]"
    }
    return customCall(
      name, operands, results: results,
      attributes: [
        "api_version = 4 : i32",
        "backend_config = {numbers = array<i64: \(numbers.map(String.init).joined(separator: ", "))>}",
        "operand_layouts = \(layouts(operands.map(\.type)))", "result_layouts = \(layouts(results))",
      ])
  }
}
