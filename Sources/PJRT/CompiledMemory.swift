import CPJRT

/// The memory that a compiled program needs on each device, in bytes.
public struct CompiledMemory: Sendable, Hashable {
  /// The size of the machine code.
  public var generatedCode: Int
  /// The size of the arguments.
  public var arguments: Int
  /// The size of the results.
  public var outputs: Int
  /// The part of the results that takes over memory of donated arguments.
  public var aliases: Int
  /// What is needed in between, and only while the program runs.
  public var temporaries: Int
  /// The plugin's own account of the most memory in use at once; CPU plugins leave out the temporaries.
  public var reportedPeak: Int

  /// The most memory in use while the program runs: arguments, results that are not aliases, and temporaries.
  public var peak: Int { arguments + outputs - aliases + temporaries }

  init(_ values: PJRT_Executable_GetCompiledMemoryStats_Args) {
    generatedCode = Int(values.generated_code_size_in_bytes)
    arguments = Int(values.argument_size_in_bytes)
    outputs = Int(values.output_size_in_bytes)
    aliases = Int(values.alias_size_in_bytes)
    temporaries = Int(values.temp_size_in_bytes)
    reportedPeak = Int(values.peak_memory_in_bytes)
  }
}
