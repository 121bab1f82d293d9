import PJRT

/// A function lowered for arguments of given types: its StableHLO, which can be read or compiled.
public struct Lowered: Sendable, CustomStringConvertible {
  /// The program before lowering.
  public let program: Program
  private let lowered: LoweredProgram

  init(_ program: Program) {
    self.program = program
    lowered = LoweredProgram(program)
  }

  /// The StableHLO module.
  public var text: String { lowered.text }
  public var description: String { text }

  /// Compiles the module on the default backend.
  ///
  /// - Throws: `PJRTError` with XLA's message.
  public func compile() throws -> Executable {
    let client = try Backend.default.client
    return try client.compile(text, options: CompileOptions().matchingJAX(on: client))
  }
}
