import Synchronization
package import TensorCore
import TensorPrimitives

/// What was traced, and compiled where it was run, for arguments of one structure and types.
package final class JitEntry<Arguments: ArgumentList, Results: ArgumentList>: @unchecked Sendable {
  // Unchecked: Arguments and Results may hold static parts of any kind; they are only compared and copied, and
  // nothing is written after initialization.

  /// The arguments with types in place of tensors.
  let arguments: Arguments
  package let types: [TensorType]
  let traced: TracedFunction<Results>
  /// The program with its constants as inputs, for use inside other transformations.
  let closed: Program
  /// Whether the executable takes over memory of arguments that may be donated.
  let donates: Bool
  /// Whether the program runs on several devices whatever its arguments.
  let isSharded: Bool
  /// The program on the default device.
  private let compiled = CompiledOnce<CompiledProgram>()
  /// The programs on several devices, by how the arguments lie on them.
  private let sharded = Mutex(BoundedCache<[NamedSharding?], CompiledOnce<CompiledProgram>>(capacity: 64))

  init(
    _ arguments: Arguments, _ types: [TensorType], _ traced: TracedFunction<Results>, donates: Bool,
    isSharded: Bool
  ) {
    self.arguments = arguments
    self.types = types
    self.traced = traced
    self.donates = donates
    self.isSharded = isSharded
    closed = traced.program.closed()
  }

  var isCompiled: Bool { compiled.value != nil || sharded.withLock { $0.count > 0 } }

  /// Whether the program is over axes of a mesh, and called in a `shardMap` over some of them: it is checked anew then.
  var dependsOnShardMap: Bool { isSharded && Trace.current.manualMesh != nil }

  func matches(_ other: Arguments, _ leaves: [Tensor], donating: Bool) -> Bool {
    donates == donating && leaves.haveTypes(types) && arguments.hasSameStructure(as: other)
  }

  /// The executable for arguments that lie like these on several devices, or for the default device.
  package func program(
    _ shardings: [NamedSharding?]?, compile: () throws -> CompiledProgram
  ) throws -> CompiledProgram {
    guard let shardings else { return try compiled.value(compile: compile) }
    let slot = sharded.withLock { programs in
      if let known = programs.value(for: shardings) { return known }
      let made = CompiledOnce<CompiledProgram>()
      programs.insert(made, for: shardings)
      return made
    }
    return try slot.value(compile: compile)
  }
}
