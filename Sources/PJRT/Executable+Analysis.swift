import Synchronization
import CPJRT

extension Executable {
  /// The executable as bytes, for `Client.deserialize(_:)` in another process.
  ///
  /// The bytes fit the same plugin file, the same kind of processor and the same options only. Throws if the plugin
  /// cannot serialize it.
  public func serialized() throws(PJRTError) -> [UInt8] {
    var arguments = PJRT_Executable_Serialize_Args.sized()
    arguments.executable = UnsafePointer(program.pointer)
    try table.check(
      table.functions.pointee.Executable_Serialize(&arguments), "serializing the executable \(name)")
    defer { arguments.serialized_executable_deleter?(arguments.serialized_executable) }
    return Array(
      UnsafeRawBufferPointer(start: arguments.serialized_bytes, count: arguments.serialized_bytes_size))
  }

  /// The plugin's mark of the compiled program: the same for the same program and options.
  ///
  /// Throws if the plugin has none.
  public var fingerprint: [UInt8] {
    get throws(PJRTError) {
      var arguments = PJRT_Executable_Fingerprint_Args.sized()
      arguments.executable = program.pointer
      try table.check(
        table.functions.pointee.Executable_Fingerprint(&arguments), "asking for a fingerprint")
      return Array(
        UnsafeRawBufferPointer(
          start: arguments.executable_fingerprint, count: arguments.executable_fingerprint_size))
    }
  }

  /// The memory that the program needs on each device. Throws if the plugin cannot say.
  public func memoryAnalysis() throws(PJRTError) -> CompiledMemory {
    var arguments = PJRT_Executable_GetCompiledMemoryStats_Args.sized()
    arguments.executable = program.pointer
    try table.check(
      table.functions.pointee.Executable_GetCompiledMemoryStats(&arguments), "analyzing memory")
    return CompiledMemory(arguments)
  }

  /// XLA's estimates of what the program does, such as `flops` and `bytes accessed`.
  ///
  /// Throws `unimplemented` where the plugin has none, as most CPU plugins do not.
  public func costAnalysis() throws(PJRTError) -> [String: NamedValue] {
    var arguments = PJRT_Executable_GetCostAnalysis_Args.sized()
    arguments.executable = program.pointer
    try table.check(table.functions.pointee.Executable_GetCostAnalysis(&arguments), "analyzing costs")
    return NamedValue.dictionary(arguments.properties, count: arguments.num_properties)
  }

  /// The program as XLA compiled it. Throws if the plugin does not tell.
  public func optimizedHLO() throws(PJRTError) -> OptimizedProgram {
    var answer = PJRT_Program.sized()
    // The plugin is asked twice: how many bytes the program takes, and for the program.
    try fill(&answer)
    let code = UnsafeMutableRawBufferPointer.allocate(byteCount: answer.code_size, alignment: 1)
    defer { code.deallocate() }
    answer.code = code.baseAddress?.assumingMemoryBound(to: CChar.self)
    try fill(&answer)
    return OptimizedProgram(
      format: String(bytes: answer.format, count: answer.format_size),
      bytes: Array(code.prefix(answer.code_size)))
  }

  private func fill(_ answer: inout PJRT_Program) throws(PJRTError) {
    var arguments = PJRT_Executable_OptimizedProgram_Args.sized()
    arguments.executable = program.pointer
    let failure = withUnsafeMutablePointer(to: &answer) { answer in
      arguments.program = answer
      return table.functions.pointee.Executable_OptimizedProgram(&arguments)
    }
    try table.check(failure, "asking for the optimized program")
  }

  /// The types of the arguments on each device, or nil if the plugin does not tell.
  ///
  /// Found out when first asked for, from the optimized program.
  public var argumentTypes: [BufferType]? {
    parameterTypes.withLock { known in
      if let known { return known }
      // A plugin that cannot tell is not asked again.
      let types = (try? optimizedHLO())?.parameterTypes
      known = .some(types)
      return types
    }
  }
}
