package import TensorCore

extension Scan {
  private enum Derivation: Hashable, Sendable {
    case jvp([Bool], Int, Int)
    case linearized([Bool], Int, Int)
    case transposed([Bool], [Bool], Int, Int)
  }

  /// Which operands have a tangent in some run, with what the body becomes for them.
  private func active<Derived: TransformedProgram>(
    _ tangents: [Tensor?], _ derive: (_ isActive: [Bool], _ instantiating: [Bool]) -> Derived
  ) -> (isActive: [Bool], derived: Derived) {
    let parts = parts
    let present = tangents.map { $0 != nil }
    func program(_ carries: [Bool]) -> ([Bool], Derived) {
      let isActive = Array(present[parts.constants]) + carries + Array(present[parts.inputs])
      let others = [Bool](repeating: false, count: resultCount - carryCount)
      return (isActive, derive(isActive, carries + others))
    }
    let carries = Scan.fixpoint(Array(present[parts.carries])) { carries in
      Array(program(carries).1.isPresent.prefix(carryCount))
    }
    return program(carries)
  }

  /// The tangents of constants, carries and inputs that are active; carries that become so start from zero.
  private func activeTangents(
    _ primals: [Tensor], _ tangents: [Tensor?], _ isActive: [Bool]
  ) -> (constants: [Tensor], carries: [Tensor], inputs: [Tensor]) {
    func part(_ range: Range<Int>) -> [Tensor] {
      range.filter { isActive[$0] }.map { tangents[$0] ?? primals[$0].zeroTangent }
    }
    return (part(parts.constants), part(parts.carries), part(parts.inputs))
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (isActive, derived) = active(tangents) { body.jvp(isActive: $0, instantiating: $1) }
    if let error = derived.failure { return (failed(error), failed(error)) }
    let parts = parts
    let active = activeTangents(primals, tangents, isActive)
    let count = body.inputs.count
    let carriesStart = count + active.constants.count
    let inputsStart = carriesStart + active.carries.count
    let activeCarries = active.carries.count
    let scanBody = body.derived.value(Derivation.jvp(isActive, constantCount, carryCount)) {
      let program = derived.program
      let inputs = [
        program.inputs[parts.constants], program.inputs[count..<carriesStart],
        program.inputs[parts.carries], program.inputs[carriesStart..<inputsStart],
        program.inputs[parts.inputs], program.inputs[inputsStart...],
      ].joined()
      let outputs = [
        program.outputs[..<carryCount], program.outputs[resultCount...].prefix(activeCarries),
        program.outputs[carryCount..<resultCount], program.outputs[(resultCount + activeCarries)...],
      ].joined()
      return program.with(inputs: Array(inputs), outputs: Array(outputs))
    }
    let loop = with(
      scanBody, constants: constantCount + active.constants.count,
      carries: carryCount + activeCarries)
    let operands =
      primals[parts.constants] + active.constants + primals[parts.carries] + active.carries
      + primals[parts.inputs] + active.inputs
    let results = bind(loop, Array(operands))
    let stacked = results[(carryCount + activeCarries)...]
    let plain = results[..<carryCount] + stacked.prefix(resultCount - carryCount)
    let tangentsOut = Array(
      results[carryCount...].prefix(activeCarries) + stacked.dropFirst(resultCount - carryCount))
    return (Array(plain), derived.tangentIndices.picking(from: plain + tangentsOut))
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    let (isActive, derived) = active(tangents) { body.linearized(isActive: $0, instantiating: $1) }
    if let error = derived.failure { return (failed(error), failed(error)) }
    let linear = derived.linear
    guard !linear.outputs.isEmpty else {
      return (bind(self, primals), body.outputs.map { _ in nil })
    }
    let parts = parts
    let residuals = Residuals(derived.program, outputCount: resultCount, parts)
    let active = activeTangents(primals, tangents, isActive)
    let programs = body.derived.value(Derivation.linearized(isActive, constantCount, carryCount)) {
      let primal = derived.program.with(
        outputs: derived.program.outputs[..<resultCount] + residuals.computed.map { $0.atom })
      let values = linear.inputs[..<residuals.all.count]
      let tangents = linear.inputs[residuals.all.count...]
      let inputs =
        residuals.all.indices.filter { !residuals.all[$0].isStacked }.map { values[$0] }
        + tangents.prefix(active.constants.count + active.carries.count)
        + residuals.all.indices.filter { residuals.all[$0].isStacked }.map { values[$0] }
        + tangents.suffix(active.inputs.count)
      return (primal: primal, linear: linear.with(inputs: inputs, outputs: linear.outputs))
    }
    let results = bind(with(programs.primal, constants: constantCount, carries: carryCount), primals)
    let values = residuals.values(
      primals, stacked: Array(results[resultCount...]), hoisting: derived.program, body, parts)
    let loop = with(
      programs.linear, constants: values.invariant.count + active.constants.count,
      carries: active.carries.count)
    let tangentsOut = bind(
      loop, values.invariant + active.constants + active.carries + values.stacked + active.inputs)
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: tangentsOut))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let parts = parts
    // Zero tangents of carries come as values: a carry is linear if it depends on a linear operand in some run.
    let carryIsLinear = Scan.fixpoint(operands[parts.carries].map(\.isLinear)) { carries in
      let marks = operands[parts.constants].map(\.isLinear) + carries + operands[parts.inputs].map(\.isLinear)
      let depends = body.dependents(on: marks)
      return body.outputs.prefix(carryCount).map { atom in
        if case .variable(let variable) = atom { return depends[variable.number] }
        return false
      }
    }
    let isLinear =
      operands[parts.constants].map(\.isLinear) + carryIsLinear + operands[parts.inputs].map(\.isLinear)
    let outputsPresent = cotangents[carryCount...].map { $0 != nil }
    func derived(_ carries: [Bool]) -> TransposedProgram {
      body.transposed(isLinear: isLinear, hasCotangent: carries + outputsPresent)
    }
    let present = zip(cotangents[..<carryCount], carryIsLinear).map { $0 != nil && $1 }
    let carries = Scan.fixpoint(present) { carries in
      Array(derived(carries).isPresent[parts.carries])
    }
    let program = derived(carries)
    if let error = program.failure { return isLinear.map { $0 ? Tensor.failed(error) : nil } }
    let loop = TransposedScan(
      self, isLinear: isLinear, carries: carries, outputs: outputsPresent, step: program)
    let results = loop.run(cotangents, operands)
    return zip(results, operands).map { $1.isLinear ? $0 : nil }
  }

  /// The body of the transposed loop, kept with the body of this one.
  func transposedBody(
    isLinear: [Bool], hasCotangent: [Bool], _ trace: (StagingTrace) -> [Tensor]
  ) -> DerivedProgram {
    body.derive(
      Derivation.transposed(isLinear, hasCotangent, constantCount, carryCount), name: "transpose_\(body.name)"
    ) { trace($0) }
  }
}
