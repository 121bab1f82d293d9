import StableHLO

/// Runs a program whose values are, in reverse mode, computed again instead of kept.
struct Checkpoint: LinearPrimitive, SelfLinearizing {
  let program: Program
  let policy: CheckpointPolicy
  /// Whether this computes values a second time. XLA must then not see that it could use the first ones.
  var isRecomputation = false

  let name = "checkpoint"
  var parameters: String { "\(program.name), \(policy)" + (isRecomputation ? ", again" : "") }
  var resultCount: Int { program.outputs.count }
  var subprograms: [Program] { [program] }
  var hasEffect: Bool { program.hasEffect }

  private func with(_ program: Program) -> Checkpoint {
    Checkpoint(program: program, policy: policy, isRecomputation: isRecomputation)
  }

  func variation(_ operands: [Set<String>]) -> [Set<String>] { program.variation(operands) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try Call(program: program).resultTypes(operands)
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = program.jvp(isActive: tangents.map { $0 != nil })
    if let error = derived.failure { return (failed(error), failed(error)) }
    let results = bind(with(derived.program), primals + tangents.compactMap { $0 })
    return (
      Array(results[..<resultCount]), derived.outputFlags.map { flag in flag.map { results[$0] } }
    )
  }

  func linearize(
    _ primals: [Tensor], _ tangents: [Tensor?], _ trace: LinearStagingTrace
  ) -> (primals: [Tensor], tangents: [Tensor?]) {
    let isActive = tangents.map { $0 != nil }
    let visible = policy == .nothingSaveable ? program : program.inlined()
    let derived = visible.linearized(isActive: isActive)
    if let error = derived.failure { return (failed(error), failed(error)) }
    guard let linear = derived.companion, !linear.outputs.isEmpty else {
      return (bind(self, primals), program.outputs.map { _ in nil })
    }
    let parts = CheckpointParts(derived.program, linear, outputCount: resultCount, policy)
    let results = bind(with(parts.primal), primals)
    let again = Checkpoint(program: parts.recomputation, policy: policy, isRecomputation: true)
    let values = zip(primals, parts.readsInput).filter(\.1).map(\.0) + results[resultCount...]
    let moved = bind(again, values + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.outputFlags.map { flag in flag.map { moved[$0] } })
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let derived = program.transposed(
      isLinear: operands.map(\.isLinear), hasCotangent: cotangents.map { $0 != nil })
    if let error = derived.failure { return operands.map { $0.isLinear ? Tensor(failure: error) : nil } }
    var values: [Tensor] = []
    for case .value(let value) in operands { values.append(value) }
    let results = bind(with(derived.program), values + cotangents.compactMap { $0 })
    return derived.outputFlags.map { flag in flag.map { results[$0] } }
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let derived = program.batched(axes: axes, context)
    if let error = derived.failure { return (failed(error), program.outputs.map { _ in nil }) }
    return (bind(with(derived.program), operands), derived.outputFlags)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // All operands together, cotangents too: so the second computation cannot start before they are there.
    let values = isRecomputation ? context.function.optimizationBarrier(operands) : operands
    return Call(program: program).lower(values, context)
  }
}

/// A linearized program divided by what may be kept.
struct CheckpointParts {
  /// Gives the results and then the values that are kept.
  let primal: Program
  /// Takes the inputs that it reads, the kept values and the active tangents to the tangents of the results.
  let recomputation: Program
  /// Which inputs the second computation reads.
  let readsInput: [Bool]

  private struct Key: Hashable, Sendable {
    let policy: CheckpointPolicy
    let linear: Program
  }

  init(_ program: Program, _ linear: Program, outputCount: Int, _ policy: CheckpointPolicy) {
    let saveable =
      policy == .everythingSaveable
      ? Set(program.equations.flatMap(\.results))
      : Set(program.equations.filter { policy.saves($0.primitive) }.flatMap(\.results))
    // Computes the residuals from the inputs and from what may be saved; then both are cut down to what is read.
    let all = Program(
      name: program.name, inputs: program.inputs + saveable.sorted { $0.number < $1.number },
      constants: program.constants,
      equations: program.equations.filter { !$0.results.allSatisfy(saveable.contains) },
      outputs: Array(program.outputs[outputCount...]), types: program.types
    ).pruned(keepsEffects: false)
    let isRead = all.readVariables
    let saved = all.inputs[program.inputs.count...].filter(isRead.contains)
    let readsInput = program.inputs.map(isRead.contains)
    let inputs = zip(program.inputs, readsInput).filter(\.1).map(\.0)
    let again = all.with(inputs: inputs + saved, outputs: all.outputs)
    primal =
      program.derived.program(Key(policy: policy, linear: linear)) {
        DerivedProgram(
          program: program.with(outputs: program.outputs[..<outputCount] + saved.map(Atom.variable)),
          outputFlags: [])
      }.program
    let residualCount = program.outputs.count - outputCount
    recomputation =
      again.derive(Key(policy: policy, linear: linear), name: linear.name) { trace in
        let values = again.evaluate(again.inputTypes.map { trace.input($0) })
        let tangents = linear.inputTypes[residualCount...].map { trace.input($0) }
        return (linear.evaluate(values + tangents), [])
      }.program
    self.readsInput = readsInput
  }
}

extension Program {
  /// The variables that equations or outputs read.
  var readVariables: Set<Variable> {
    var result: Set<Variable> = []
    for atom in equations.flatMap(\.operands) + outputs {
      if case .variable(let variable) = atom { result.insert(variable) }
    }
    return result
  }

  /// The program with those that it calls written out.
  func inlined() -> Program {
    struct Inlined: Hashable, Sendable {}
    guard equations.contains(where: { $0.primitive is Call }) else { return self }
    return derive(Inlined(), name: name) { trace in
      (evaluate(inputTypes.map { trace.input($0) }, inlining: true), [])
    }.program
  }
}
