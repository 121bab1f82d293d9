/// The loop that sends cotangents back through a linear one: it runs the other way, carries the cotangents of carries
/// and adds up those of constants.
struct TransposedScan {
  let scan: Scan
  /// Which inputs of the body are linear.
  let isLinear: [Bool]
  /// Which carries and which stacked outputs have cotangents.
  let carries: [Bool]
  let outputs: [Bool]
  /// The transposed body: values and cotangents to the cotangents of linear inputs.
  let step: DerivedProgram

  private var parts: Scan.Parts { scan.parts }

  /// The linear constants that get a cotangent, and the inputs.
  private var receivingConstants: [Int] { parts.constants.filter { step.outputFlags[$0] != nil } }
  private var receivingInputs: [Int] { parts.inputs.filter { step.outputFlags[$0] != nil } }
  private var activeCarries: [Int] { parts.carries.filter { carries[$0 - scan.constantCount] } }
  /// Carries that do not depend on anything linear.
  private var valueCarries: [Int] { parts.carries.filter { !isLinear[$0] } }

  /// The cotangents of the operands, nil for zero.
  func run(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let types = scan.body.inputTypes
    func zeros(_ index: Int) -> Tensor { Tensor.full(types[index].shape, 0, dtype: types[index].dtype) }
    let body = transposedBody(types)
    if let error = body.failure { return isLinear.map { $0 ? Tensor(failure: error) : nil } }
    let values = operands.map { operand -> Tensor? in
      if case .value(let value) = operand { return value }
      return nil
    }
    let constants = parts.constants.compactMap { isLinear[$0] ? nil : values[$0] }
    let initial =
      receivingConstants.map(zeros)
      + activeCarries.map { cotangents[$0 - scan.constantCount] ?? zeros($0) }
    let inputs =
      carriedValues(values) + parts.inputs.compactMap { isLinear[$0] ? nil : values[$0] }
      + cotangents[scan.carryCount...].compactMap { $0 }
    let loop = scan.with(
      body.program, constants: constants.count, carries: initial.count, isReversed: !scan.isReversed)
    let results = bind(loop, constants + initial + inputs)
    var sent = [Tensor?](repeating: nil, count: types.count)
    for (index, result) in zip(receivingConstants + activeCarries + receivingInputs, results) {
      sent[index] = result
    }
    return sent
  }

  private func transposedBody(_ types: [TensorType]) -> DerivedProgram {
    scan.transposedBody(isLinear: isLinear, hasCotangent: carries + outputs) { trace in
      func inputs(_ indices: [Int]) -> [Tensor] { indices.map { trace.input(types[$0]) } }
      func cotangents(_ indices: [Int]) -> [Tensor] { indices.map { trace.input(types[$0].tangent) } }
      let constants = inputs(parts.constants.filter { !isLinear[$0] })
      let sums = cotangents(receivingConstants)
      let carried = cotangents(activeCarries)
      let values = inputs(valueCarries + parts.inputs.filter { !isLinear[$0] })
      let arriving = zip(scan.body.outputTypes[scan.carryCount...], outputs).compactMap { type, isPresent in
        isPresent ? trace.input(type.tangent) : nil
      }
      let results = step.program.evaluate(constants + values + carried + arriving)
      func result(_ index: Int) -> Tensor {
        step.outputFlags[index].map { results[$0] }
          ?? Tensor.full(types[index].shape, 0, dtype: types[index].dtype)
      }
      return zip(sums, receivingConstants).map { bind(Add(), $0, result($1)) }
        + activeCarries.map(result) + receivingInputs.map(result)
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
    let loop = scan.with(
      forward, constants: known.filter(parts.constants.contains).count, carries: valueCarries.count)
    let results = bind(loop, known.compactMap { values[$0] })
    return Array(results[valueCarries.count...])
  }
}
