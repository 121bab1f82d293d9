package import TensorCore

/// The loop that sends cotangents back through a linear one: it runs the other way, carries the cotangents of carries
/// and adds up those of constants, or computes them after it (`DeferredSums`).
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
  /// The constants whose cotangents are computed after the loop, and the others.
  private let deferred: DeferredSums
  private let added: [Int]
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
    let known = valueConstants.count
    let rowCount = valueCarries.count + valueInputs.count
    let given = step.program.inputs
    let deferred = DeferredSums(
      step.program,
      cotangents: constants.reduce(into: [:]) { $0[$1] = step.cotangentIndices[$1] }, known: known,
      rows: Set(given[known..<(known + rowCount)] + given[(known + rowCount + active.count)...]))
    self.deferred = deferred
    added = constants.filter { !deferred.constants.contains($0) }
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
    let initial = added.map(zeros) + carries.map { cotangents[$0 - scan.constantCount] ?? zeros($0) }
    let rows =
      carriedValues(values) + valueInputs.compactMap { values[$0] }
      + cotangents[scan.carryCount...].compactMap { $0 }
    let loop = scan.with(
      body.program, constants: known.count, carries: initial.count, isReversed: !scan.isReversed)
    let results = bind(loop, known + initial + rows)
    var cotangentsOut = [Tensor?](repeating: nil, count: types.count)
    for (index, result) in zip(added + carries + inputs, results) { cotangentsOut[index] = result }
    let stacked = zip(deferred.stacked + rowVariables, results.suffix(deferred.stacked.count) + rows)
    let table = Dictionary(stacked) { first, _ in first }
    for (index, sum) in deferred.values({ table[$0] ?? Tensor.unassigned(step.program) }) {
      cotangentsOut[index] = sum
    }
    return cotangentsOut
  }

  private func transposedBody() -> DerivedProgram {
    let present = scan.parts.carries.map { carries.contains($0) }
    return scan.transposedBody(isLinear: isLinear, hasCotangent: present + outputs) { trace in
      func values(_ indices: [Int]) -> [Tensor] { indices.map { trace.input(types[$0]) } }
      func cotangents(_ indices: [Int]) -> [Tensor] { indices.map { trace.input(types[$0].tangent) } }
      let known = values(valueConstants)
      let sums = cotangents(added)
      let carried = cotangents(carries)
      let rows = values(valueCarries + valueInputs)
      let cotangentsIn = zip(scan.body.outputTypes[scan.carryCount...], outputs).compactMap {
        type, isPresent in
        isPresent ? trace.input(type.tangent) : nil
      }
      let program = step.program.with(
        outputs: outputAtoms(added + self.carries + inputs) + deferred.stacked.map(Atom.variable))
      var results = program.evaluate(known + rows + carried + cotangentsIn)[...]
      func result(_ index: Int) -> Tensor {
        step.cotangentIndices[index].flatMap { _ in results.popFirst() } ?? zeros(index)
      }
      let cotangentsOut = (added + self.carries + inputs).map(result)
      return zip(sums, cotangentsOut).map { bind(Add(), $0, $1) } + cotangentsOut.dropFirst(added.count)
        + results
    }
  }

  /// The cotangents of these operands among the outputs of a run, those that are not zero.
  private func outputAtoms(_ operands: [Int]) -> [Atom] {
    operands.compactMap { step.cotangentIndices[$0].map { step.program.outputs[$0] } }
  }

  /// What a run calls the values that are stacked before the loop.
  private var rowVariables: [Variable] {
    let all = step.program.inputs
    let start = valueConstants.count
    let end = start + valueCarries.count + valueInputs.count
    return Array(all[start..<end] + all[(end + carries.count)...])
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
