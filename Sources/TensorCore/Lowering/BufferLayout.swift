package import StableHLO

/// How an operand or a result of a function of this process lies in memory.
package struct BufferLayout {
  package let type: HLOType
  /// Whether the last two axes are a matrix that lies column by column; all else lies row by row.
  package let isColumnMajor: Bool

  package static func rows(_ type: HLOType) -> BufferLayout { BufferLayout(type: type, isColumnMajor: false) }
  package static func columns(_ type: HLOType) -> BufferLayout {
    BufferLayout(type: type, isColumnMajor: true)
  }

  /// The axes from the one whose elements are neighbours on.
  fileprivate var text: String {
    var axes = Array((0..<type.rank).reversed())
    if isColumnMajor { axes.swapAt(0, 1) }
    return "dense<[\(axes.map(String.init).joined(separator: ", "))]> : tensor<\(type.rank)xindex>"
  }
}

extension HLOFunction {
  /// Calls a function of this process with buffers that lie as it wants them, and with numbers.
  ///
  /// The compiled program makes it known to the plugin: see `ForeignFunctions.register(offered:on:)`.
  package func call(
    _ function: ForeignFunction, _ operands: [(value: HLOValue, isColumnMajor: Bool)], numbers: [Int],
    results: [BufferLayout]
  ) -> [HLOValue] {
    ForeignFunctions.offer(function)
    module.noteCall(of: function.name)
    let passed = operands.map { BufferLayout(type: $0.value.type, isColumnMajor: $0.isColumnMajor) }
    return customCall(
      function.name, operands.map(\.value), results: results.map(\.type),
      attributes: [
        "api_version = 4 : i32",
        "backend_config = {numbers = array<i64: \(numbers.map(String.init).joined(separator: ", "))>}",
        "operand_layouts = [\(passed.map(\.text).joined(separator: ", "))]",
        "result_layouts = [\(results.map(\.text).joined(separator: ", "))]",
      ])
  }
}
