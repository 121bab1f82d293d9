package import StableHLO
package import TensorCore

/// Runs a program again and again while another gives true.
///
/// Operands: constants of the condition, constants of the body, and carries, which both get after their constants and
/// of which the body gives the next ones. Results: the last carries.
package struct While: Primitive {
  package let condition: Program
  package let body: Program
  package let conditionConstants: Int
  package let bodyConstants: Int

  package init(condition: Program, body: Program, conditionConstants: Int, bodyConstants: Int) {
    self.condition = condition
    self.body = body
    self.conditionConstants = conditionConstants
    self.bodyConstants = bodyConstants
  }

  package let name = "whileLoop"
  package let hasUnboundedLoop = true
  package var parameters: String {
    "constants: \(conditionConstants) + \(bodyConstants), carries: \(resultCount)"
  }
  package var resultCount: Int { body.outputs.count }
  package var subprograms: [Program] { [condition, body] }
  package var hasEffect: Bool { condition.hasEffect || body.hasEffect }

  private var carries: Range<Int> {
    (conditionConstants + bodyConstants)..<(conditionConstants + bodyConstants + resultCount)
  }
  private var constantsOfBody: Range<Int> { conditionConstants..<(conditionConstants + bodyConstants) }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(carries.upperBound, operands)
    let inputs = condition.inputTypes[..<conditionConstants] + body.inputTypes
    for (index, pair) in zip(operands, inputs).enumerated()
    where pair.0.shape != pair.1.shape || pair.0.dtype != pair.1.dtype {
      throw TypeRuleError("operand \(index) is \(pair.0)", expected: "\(pair.1)")
    }
    for (input, output) in zip(inputs[carries], body.outputTypes)
    where input.shape != output.shape || input.dtype != output.dtype {
      throw TypeRuleError(
        "a carry of type \(input) becomes \(output)", expected: "carries that keep their type")
    }
    guard condition.outputTypes.map(\.description) == ["bool[]"] else {
      throw TypeRuleError("the condition gives \(condition.outputTypes)", expected: "one boolean scalar")
    }
    return Array(inputs[carries])
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    // Devices that leave the loop at different times have different carries.
    let constants = Array(operands[..<conditionConstants])
    return body.variation(
      Array(operands[conditionConstants...]), repeatingFrom: bodyConstants, count: resultCount
    ) { condition.variation(constants + Array($0[bodyConstants...])).first ?? [] }
  }

  private struct Forward: Hashable, Sendable {
    let isActive: [Bool]
    let constants: Int
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let present = tangents.map { $0 != nil }
    func derived(_ carries: [Bool]) -> JVPProgram {
      body.jvp(isActive: present[constantsOfBody] + carries, instantiating: carries)
    }
    let active = Scan.fixpoint(Array(present[carries])) { derived($0).isPresent }
    let derived = derived(active)
    if let error = derived.failure { return (failed(error), failed(error)) }
    let activeConstants = constantsOfBody.compactMap { tangents[$0] }
    let activeCarries = zip(carries, active).filter(\.1).map { tangents[$0.0] ?? primals[$0.0].zeroTangent }
    let key = Forward(isActive: present[constantsOfBody] + active, constants: bodyConstants)
    let forward = body.derived.value(key) {
      let program = derived.program
      let tangentStart = bodyConstants + resultCount
      let inputs =
        program.inputs[..<bodyConstants] + program.inputs[tangentStart...].prefix(activeConstants.count)
        + program.inputs[bodyConstants..<tangentStart] + program.inputs.suffix(activeCarries.count)
      return program.with(inputs: Array(inputs), outputs: program.outputs)
    }
    let test = condition.widened(
      condition.inputTypes + activeCarries.map(\.type.tangent), at: Array(condition.inputs.indices))
    let loop = While(
      condition: test, body: forward, conditionConstants: conditionConstants,
      bodyConstants: bodyConstants + activeConstants.count)
    let results = bind(
      loop, primals[..<carries.lowerBound] + activeConstants + primals[carries] + activeCarries)
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: results))
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    // How often the loop runs is not known beforehand, so no values can be kept for the linear program: it runs the
    // whole loop again.
    (bind(self, primals), jvp(primals, tangents).tangents)
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let error = TensorError(
      name,
      problem:
        "reverse-mode differentiation does not work for whileLoop, or for foriLoop with bounds that are tensors",
      expected:
        "scan, or foriLoop with Swift integers as bounds; or forward mode (jvp, jacobianForward)")
    return operands.map { $0.isLinear ? Tensor.failed(error) : nil }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let normalized = axes.map { $0 == nil ? nil : 0 }
    func step(_ batched: [Bool]) -> BatchedProgram {
      body.batched(
        axes: normalized[constantsOfBody] + batched.map { $0 ? 0 : nil }, context, instantiating: batched)
    }
    func test(_ batched: [Bool]) -> BatchedProgram {
      condition.batched(axes: normalized[..<conditionConstants] + batched.map { $0 ? 0 : nil }, context)
    }
    var batched = Scan.fixpoint(axes[carries].map { $0 != nil }) { step($0).isPresent }
    let lanesDiffer = test(batched).isPresent == [true]
    if lanesDiffer { batched = batched.map { _ in true } }
    let (next, goesOn) = (step(batched), test(batched))
    if let error = next.failure ?? goesOn.failure {
      return (failed(error), axes[carries].map { _ in nil })
    }
    var values = zip(operands, axes).map { operand, axis in
      axis.map { operand.movingAxis($0, to: 0) } ?? operand
    }
    for (index, isBatched) in zip(carries, batched) where isBatched {
      values[index] = operands[index].batchedFirst(axes[index], context)
    }
    let resultAxes = batched.map { $0 ? 0 : nil }
    guard lanesDiffer else {
      let loop = While(
        condition: goesOn.program, body: next.program, conditionConstants: conditionConstants,
        bodyConstants: bodyConstants)
      return (bind(loop, values), resultAxes)
    }
    let loop = perLane(
      goesOn.program, next.program, isBatched: axes[constantsOfBody].map { $0 != nil } + batched)
    if let error = loop.failure { return (failed(error), resultAxes) }
    let constants = Array(values[..<conditionConstants])
    return (bind(loop.loop, constants + constants + values[conditionConstants...]), resultAxes)
  }

  /// A loop that runs while any lane goes on, and in which lanes that are done keep their carries. The body tests
  /// too, so it gets the condition's constants before its own.
  private func perLane(
    _ condition: Program, _ body: Program, isBatched: [Bool]
  ) -> (loop: While, failure: TensorError?) {
    struct AnyLane: Hashable, Sendable {}
    struct PerLane: Hashable, Sendable { let condition: Program }
    let anyLane = condition.derive(AnyLane(), name: condition.name) { trace in
      let goesOn = condition.evaluate(condition.inputTypes.map { trace.input($0) })
      return bind(ReduceOr(axes: [0]), goesOn)
    }
    let masked = body.derive(PerLane(condition: condition), name: body.name) { trace in
      let tested = condition.inputTypes[..<conditionConstants].map { trace.input($0) }
      let own = body.inputTypes.map { trace.input($0) }
      let carries = own[bodyConstants...]
      let goesOn = condition.evaluate(tested + carries)[0]
      // A loop in the body might never end for a lane that is done.
      let seen = body.hasUnboundedLoop ? own.replacingLanes(except: goesOn, isBatched: isBatched) : own
      return zip(carries, body.evaluate(seen)).map { old, new in goesOn.selecting(new, old) }
    }
    let loop = While(
      condition: anyLane.program, body: masked.program, conditionConstants: conditionConstants,
      bodyConstants: conditionConstants + bodyConstants)
    return (loop, anyLane.failure ?? masked.failure)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    func run(_ program: Program, _ f: HLOFunction, _ inputs: [HLOValue]) -> [HLOValue] {
      f.call(key: program, name: program.name, inputs) { function, values in
        program.lower(to: function, inputs: Array(zip(program.inputs, values)))
      }
    }
    let final = context.function.whileLoop(
      operands,
      condition: { f, values in run(condition, f, Array(values[..<conditionConstants]) + values[carries])[0]
      },
      body: { f, values in
        values[..<carries.lowerBound] + run(body, f, Array(values[conditionConstants...]))
      })
    return Array(final[carries])
  }
}
