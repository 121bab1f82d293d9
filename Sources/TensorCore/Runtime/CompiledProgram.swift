package import PJRT

/// A program that XLA has compiled, ready to run: on the default device, or partitioned over the devices of a mesh.
package final class CompiledProgram: Sendable {
  package let name: String
  package let lowered: LoweredProgram
  package let executable: Executable
  private let backend: Backend
  private let inputCount: Int
  private let placement: Placement

  private enum Placement: Sendable {
    /// `isDirect`: whether the arguments are the inputs one by one and every output is a result, so that nothing has to
    /// be rearranged.
    case device(constants: [Buffer], isDirect: Bool)
    case mesh(MeshPlacement)
  }

  /// Lowers and compiles `program`.
  ///
  /// - Parameters:
  ///   - donated: numbers of the inputs whose memory the results may take over.
  ///   - plan: the devices of a mesh and how values lie on them; the default device alone, if nil.
  ///   - kernels: whether it may call the kernels of this process; nil to do as the environment says.
  ///   - lapack: whether it may call LAPACK; nil to do as the environment says.
  package init(
    _ program: Program, donated: Set<Int> = [], _ plan: ShardingPlan? = nil, on backend: Backend,
    kernels: Bool? = nil, lapack: Bool? = nil
  ) throws {
    try plan.map { try NamedSharding($0.mesh, []).expectLocalDevices(program.name) }
    try ForeignFunctions.register(for: program, on: backend.client)
    if let plan {
      let compiled = try MeshPlacement.compile(program, donated: donated, plan, on: backend)
      (lowered, executable) = (compiled.lowered, compiled.executable)
      placement = .mesh(compiled.placement)
    } else {
      let constants = try program.constants.map { constant in
        try backend.buffer(of: constant.value, operation: program.name)
      }
      lowered = LoweredProgram(
        program, donated: donated, callsKernels: try kernels ?? Kernels.areOn(for: backend.client),
        callsLAPACK: try lapack ?? LAPACKLibrary.isAllowed(for: backend.client))
      try ForeignFunctions.register(offered: lowered.calledFunctions, on: backend.client)
      executable = try lowered.compile(on: backend)
      let isDirect =
        lowered.arguments == Array(0..<program.inputs.count)
        && lowered.outputs.allSatisfy { if case .result = $0 { true } else { false } }
      placement = .device(constants: constants, isDirect: isDirect)
    }
    try MemoryLimit.check(executable, program.name)
    self.backend = backend
    inputCount = program.inputs.count
    name = program.name
  }

  /// Runs the program; returns at once, reading a result waits for it.
  package func run(_ inputs: [Tensor]) throws -> [Tensor] {
    switch placement {
    case .device(let constants, let isDirect): try runOnDevice(inputs, constants, isDirect: isDirect)
    case .mesh(let placement): try run(inputs, on: placement)
    }
  }

  private func runOnDevice(_ inputs: [Tensor], _ constants: [Buffer], isDirect: Bool) throws -> [Tensor] {
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
    } catch let error as PJRTError {
      throw numbered(error, error.argument)
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

  private func run(_ inputs: [Tensor], on placement: MeshPlacement) throws -> [Tensor] {
    let arguments = try lowered.arguments.map { index in
      index < inputCount
        ? try MeshPlacement.array(inputs[index], placement.inputs[index], name)
        : placement.constants[index - inputCount]
    }
    let rows: [[Buffer]]
    do {
      rows = try execute(
        perDevice: placement.positions.map { position in arguments.map { $0.shards[position] } })
    } catch let error as PJRTError {
      // The executable counts the arguments of one device after those of the other, and has one more for a token.
      throw numbered(error, error.argument.map { $0 % (arguments.count + (lowered.isOrdered ? 1 : 0)) })
    }
    return zip(lowered.outputs, lowered.outputTypes).map { output, type in
      switch output {
      case .result(let index):
        return Tensor(
          ShardedArray(type, placement.results[index], placement.order.map { rows[$0][index] }))
      case .input(let index): return inputs[index]
      }
    }
  }

  /// The error with the program's own number of the argument: the executable may have fewer.
  private func numbered(_ error: PJRTError, _ argument: Int?) -> PJRTError {
    var error = error
    error.argument = argument.flatMap {
      lowered.arguments.indices.contains($0) ? lowered.arguments[$0] : nil
    }
    return error
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

  private func execute(perDevice arguments: [[Buffer]]) throws -> [[Buffer]] {
    guard lowered.isOrdered else {
      return try executable.execute(perDevice: arguments, donating: lowered.donatedArguments, by: name)
    }
    return try OrderedEffects.launch(on: executable.devices, backend) { tokens in
      let rows = try executable.execute(
        perDevice: zip(arguments, tokens).map { $0 + [$1] }, donating: lowered.donatedArguments, by: name)
      // If processes are gone the devices compute on, with zeros: only the end shows whether all went well.
      for token in rows.compactMap(\.last) { try token.awaitReady() }
      try ProcessAxes.current?.checkIntact()
      return (rows, rows.compactMap(\.last))
    }
  }
}
