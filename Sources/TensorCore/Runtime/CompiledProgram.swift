import PJRT

/// A program that XLA has compiled for the default device.
package final class CompiledProgram: RunnableProgram {
  package let lowered: LoweredProgram
  let executable: Executable
  private let backend: Backend
  private let constants: [Buffer]
  private let inputCount: Int
  package let name: String
  /// Whether the arguments are the inputs one by one and every output is a result: no rearranging is needed.
  private let isDirect: Bool

  /// Lowers and compiles `program`.
  ///
  /// - Parameter donated: numbers of the inputs whose memory the results may take over.
  package init(_ program: Program, donated: Set<Int> = [], on backend: Backend) throws {
    var constants: [Buffer] = []
    for constant in program.constants {
      constants.append(try backend.buffer(of: constant.value, operation: program.name))
    }
    try ForeignFunctions.register(for: program, on: backend.client)
    lowered = LoweredProgram(program, donated: donated)
    executable = try lowered.compile(on: backend)
    try MemoryLimit.check(executable, program.name)
    self.backend = backend
    self.constants = constants
    inputCount = program.inputs.count
    name = program.name
    isDirect =
      lowered.arguments == Array(0..<program.inputs.count)
      && lowered.outputs.allSatisfy { if case .result = $0 { true } else { false } }
  }

  /// Runs the program; returns at once, reading a result waits for it.
  package func run(_ inputs: [Tensor]) throws -> [Tensor] {
    var buffers: [Buffer] = []
    buffers.reserveCapacity(lowered.arguments.count)
    if isDirect {
      for input in inputs { buffers.append(try backend.buffer(of: input, operation: name)) }
    } else {
      for index in lowered.arguments {
        buffers.append(
          index < inputCount
            ? try backend.buffer(of: inputs[index], operation: name) : constants[index - inputCount])
      }
    }
    for argument in lowered.donatedArguments {
      // The memory of a literal is shared by all uses of the number.
      guard let scalar = inputs[lowered.arguments[argument]].literal else { continue }
      buffers[argument] = try backend.newBuffer(scalar)
    }
    let results: [Buffer]
    do {
      results = try execute(buffers)
    } catch var error as PJRTError {
      // The program's own number of the argument: the executable may have fewer.
      error.argument = error.argument.flatMap {
        lowered.arguments.indices.contains($0) ? lowered.arguments[$0] : nil
      }
      throw error
    }
    var outputs: [Tensor] = []
    outputs.reserveCapacity(lowered.outputs.count)
    for (output, type) in zip(lowered.outputs, lowered.outputTypes) {
      switch output {
      case .result(let index): outputs.append(Tensor(results[index], type))
      case .input(let index): outputs.append(inputs[index])
      }
    }
    return outputs
  }

  private func execute(_ buffers: [Buffer]) throws -> [Buffer] {
    guard lowered.isOrdered else {
      return try executable.execute(buffers, donating: lowered.donatedArguments, by: name)
    }
    return try OrderedEffects.launch(on: executable.devices, backend) { tokens in
      let results = try executable.execute(buffers + tokens, donating: lowered.donatedArguments, by: name)
      return (results, results.suffix(1))
    }
  }
}

extension Backend {
  /// The memory of a tensor that has a value.
  package func buffer(of tensor: Tensor, operation: String) throws -> Buffer {
    switch tensor.storage {
    case .array(let buffer, _): return buffer
    case .scalar(let scalar): return try buffer(scalar)
    case .sharded(let array):
      throw TensorError(
        operation, operands: [tensor],
        problem: "a tensor on several devices, \(array.sharding), met a program for one",
        expected: "a program that was compiled for it; please report this as a bug")
    case .failed(let error): throw error
    case .abstract(let type): throw TensorError.abstract(type, operation: operation)
    case .tracer(let tracer): throw TensorError.escaped(tracer, operation: operation)
    }
  }
}
