import PJRT
package import StableHLO
package import Synchronization
public import TensorCore

/// Prints values when the program runs.
package struct DebugPrint: NonDifferentiable {
  package let format: String
  /// Where in the source it stands.
  package let location: String

  package let name = "debugPrint"
  package var parameters: String { "\"\(format)\"" }
  package var resultCount: Int { 0 }
  package var hasEffect: Bool { true }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] { [] }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    // A line for each lane.
    for lane in 0..<context.size {
      let values = zip(operands, axes).map { operand, axis in
        axis.map { axis in
          let row = operand.sliced(axis: axis, from: lane, to: lane + 1)
          return row.squeeze(axis: axis)
        } ?? operand
      }
      _ = bind(self, values)
    }
    return ([], [])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    context.function.effect(operands) { function, values in
      _ = function.customCall(
        DebugPrint.foreignName, values, results: [],
        attributes: [
          "api_version = 4 : i32", "has_side_effect = true",
          "backend_config = {format = \"\(DebugPrint.escaped(format))\"}",
        ])
    }
    return []
  }

  package func perform(_ operands: [Tensor]) -> Bool {
    DebugPrint.write(DebugPrint.text(format, operands.map(\.description)))
    return true
  }

  package var foreignFunction: ForeignFunction? {
    ForeignFunction(name: DebugPrint.foreignName, handler: DebugPrint.handler)
  }

  private static let foreignName = "blox_debug_print"

  private static let handler: ForeignHandler = { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let values = call.operands.map { buffer -> String in
        guard let dtype = DType.allCases.first(where: { $0.pjrt == buffer.elementType }) else {
          return "a value of a type that is not known"
        }
        return TensorPrinter(
          elements: Tensor.literals(Array(buffer.bytes), dtype), shape: Shape(buffer.dimensions)
        ).text
      }
      DebugPrint.write(DebugPrint.text(call.string("format") ?? "", values))
    }
  }

  /// Where lines go: standard output, and elsewhere in tests.
  package static let output = Mutex<@Sendable (String) -> Void>({ print($0) })

  package static func write(_ line: String) { output.withLock { $0(line) } }

  /// The format with values in place of braces; those left over at the end.
  package static func text(_ format: String, _ values: [String]) -> String {
    var values = values[...]
    var parts = format.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)[...]
    var line = parts.popFirst() ?? ""
    for part in parts { line += (values.popFirst() ?? "{}") + part }
    return ([line] + values).joined(separator: " ")
  }

  /// A text between quotes in MLIR: other bytes than plain letters as two digits.
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { byte in
      let isPlain = byte >= 32 && byte < 127 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      if isPlain { return String(UnicodeScalar(byte)) }
      return "\\" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }.joined()
  }
}

/// Prints tensors, also inside of compiled functions, when these run (`jax.debug.print`).
///
///     debugPrint("step {}: loss {}", step, loss)
///
/// Each `{}` of the format stands for the next value. Under `vmap` every lane prints its own line; the order of lines
/// of one program is not fixed. Needs a plugin that can call functions of this process, as the CPU's can; calling a
/// jitted function throws otherwise.
public func debugPrint(
  _ format: String, values: [Tensor], file: StaticString = #fileID, line: UInt = #line
) {
  _ = bind(DebugPrint(format: format, location: "\(file):\(line)"), values)
}
