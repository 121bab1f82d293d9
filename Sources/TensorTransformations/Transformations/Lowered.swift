public import PJRT
public import TensorCore
import TensorPrimitives

/// A function lowered for arguments of given types: its StableHLO, which can be read or compiled.
public struct Lowered: Sendable, CustomStringConvertible {
  /// The program before lowering.
  public let program: Program
  private let lowered: LoweredProgram

  /// Traces and lowers a function.
  ///
  /// - Throws: what the function throws, the first failed operation in it, and what is wrong with the shardings.
  init<Arguments: ArgumentList, Results: ArgumentList>(
    _ arguments: Arguments, donated: [Int], inShardings: Shardings?, outShardings: Shardings?, name: String,
    _ body: (Arguments) throws -> Results
  ) throws {
    let traced = try TracedFunction(body, arguments, name: name)
    program = traced.program
    let plan = try ShardingPlan(
      program, arguments.leaves.map(TensorPlacement.init),
      in: inShardings?.leaves(of: arguments, "argument", name),
      out: outShardings?.leaves(of: traced.template, "result", name), leafName: arguments.leafName)
    lowered = LoweredProgram(program, donated: try arguments.donatedLeaves(donated, name), plan: plan)
  }

  /// The StableHLO module.
  public var text: String { lowered.text }
  public var description: String { text }

  /// Compiles the module on the default backend (`jax.stages.Lowered.compile`).
  ///
  /// - Throws: `PJRTError` with XLA's message.
  public func compile() throws -> Executable {
    let client = try Backend.default.client
    return try client.compile(text, options: lowered.options.matchingJAX(on: client))
  }
}
