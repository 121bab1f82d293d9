package import TensorCore

/// The loop that sends cotangents back through a linear one: it runs the other way, carries the cotangents of carries
/// and adds up those of constants.
package struct TransposedScan {
  private let scan: Scan
  /// Which inputs of the body are linear.
  private let isLinear: [Bool]
  /// Which stacked outputs have cotangents.
  private let outputs: [Bool]
  /// The transposed body: values and cotangents to the cotangents of linear inputs.
  private let step: TransposedProgram
  private let types: [TensorType]

  /// The constants and inputs that get a cotangent, and the carries that have one.
  private let constants, inputs, carries: [Int]
  /// What is given: constants, carries that do not depend on anything linear, and inputs.
  private let valueConstants, valueCarries, valueInputs: [Int]

  /// - Parameter carries: which carries have cotangents in some run.
  init(_ scan: Scan, isLinear: [Bool], carries: [Bool], outputs: [Bool], step: TransposedProgram) {
    let parts = scan.parts
    let active = parts.carries.filter { carries[$0 - scan.constantCount] }
    let constants = parts.constants.filter { step.isPresent[$0] }
    let valueConstants = parts.constants.filter { !isLinear[$0] }
    let valueCarries = parts.carries.filter { !isLinear[$0] }
    let valueInputs = parts.inputs.filter { !isLinear[$0] }
    self.scan = scan
    self.isLinear = isLinear
    self.outputs = outputs
    self.step = step
    types = scan.body.inputTypes
    self.constants = constants
    inputs = parts.inputs.filter { step.isPresent[$0] }
    self.carries = active
    self.valueConstants = valueConstants
    self.valueCarries = valueCarries
    self.valueInputs = valueInputs
  }

  private func zeros(_ index: Int) -> Tensor {
    Tensor.full(types[index].shape, 0, dtype: types[index].dtype)
  }

  /// The cotangents of the operands, nil for zero.
  package func run(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let body = transposedBody()
    if let error = body.failure { return isLinear.map { $0 ? Tensor.failed(error) : nil } }
    let values = operands.map { operand -> Tensor? in
      if case .value(let value) = operand { return value }
      return nil
    }
    let known = valueConstants.compactMap { values[$0] }
    let initial = constants.map(zeros) + carries.map { cotangents[$0 - scan.constantCount] ?? zeros($0) }
    let rows =
      carriedValues(values) + valueInputs.compactMap { values[$0] }
      + cotangents[scan.carryCount...].compactMap { $0 }
    let loop = scan.with(
      body.program, constants: known.count, carries: initial.count, isReversed: !scan.isReversed)
    let results = bind(loop, known + initial + rows)
    var sent = [Tensor?](repeating: nil, count: types.count)
    for (index, result) in zip(constants + carries + inputs, results) { sent[index] = result }
    return sent
  }

  private func transposedBody() -> DerivedProgram {
    let present = scan.parts.carries.map { carries.contains($0) }
    return scan.transposedBody(isLinear: isLinear, hasCotangent: present + outputs) { trace in
      func values(_ indices: [Int]) -> [Tensor] { indices.map { trace.input(types[$0]) } }
      func cotangents(_ indices: [Int]) -> [Tensor] { indices.map { trace.input(types[$0].tangent) } }
      let known = values(valueConstants)
      let sums = cotangents(constants)
      let carried = cotangents(carries)
      let rows = values(valueCarries + valueInputs)
      let arriving = zip(scan.body.outputTypes[scan.carryCount...], outputs).compactMap { type, isPresent in
        isPresent ? trace.input(type.tangent) : nil
      }
      let results = step.program.evaluate(known + rows + carried + arriving)
      func result(_ index: Int) -> Tensor { step.cotangentIndices[index].map { results[$0] } ?? zeros(index) }
      return zip(sums, constants).map { bind(Add(), $0, result($1)) } + carries.map(result)
        + inputs.map(result)
    }
  }

  /// The values at each run of the carries that are not linear: computed forward, and stacked.
  private func carriedValues(_ values: [Tensor?]) -> [Tensor] {
    if valueCarries.isEmpty { return [] }
    let body = scan.body
    let known = body.inputs.indices.filter { !isLinear[$0] }
    let outputs =
      valueCarries.map { body.outputs[$0 - scan.constantCount] }
      + valueCarries.map { Atom.variable(body.inputs[$0]) }
    let forward = body.with(
      inputs: known.map { body.inputs[$0] }, outputs: outputs, keepsEffects: false)
    let loop = scan.with(forward, constants: valueConstants.count, carries: valueCarries.count)
    let results = bind(loop, known.compactMap { values[$0] })
    return Array(results[valueCarries.count...])
  }
}
