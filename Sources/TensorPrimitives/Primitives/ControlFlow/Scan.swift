import StableHLO
package import TensorCore

/// Runs a program once for each element of the leading axis of its inputs, handing carries from run to run.
///
/// Operands and inputs of the body: constants, which are the same for every run; carries; inputs, of which the body
/// gets one element of the leading axis. Results: the last carries, and the body's other outputs stacked.
package struct Scan: Primitive {
  package let body: Program
  package let constantCount: Int
  package let carryCount: Int
  package let length: Int
  /// Whether elements are taken, and outputs stored, from the last to the first.
  package let isReversed: Bool
  /// How many runs are written one after the other in one pass of the compiled loop.
  package let unroll: Int

  package init(body: Program, constantCount: Int, carryCount: Int, length: Int, isReversed: Bool, unroll: Int)
  {
    self.body = body
    self.constantCount = constantCount
    self.carryCount = carryCount
    self.length = length
    self.isReversed = isReversed
    self.unroll = unroll
  }

  /// The most runs that are written one after the other: each makes the compiled program longer.
  package static let mostUnrolled = 4096

  package let name = "scan"
  package var parameters: String {
    "length: \(length)" + (isReversed ? ", reverse" : "") + (unroll == 1 ? "" : ", unroll: \(unroll)")
      + ", constants: \(constantCount), carries: \(carryCount)"
  }
  package var resultCount: Int { body.outputs.count }
  package var subprograms: [Program] { [body] }
  package var hasEffect: Bool { body.hasEffect }

  /// Where constants, carries and inputs are among the operands.
  package struct Parts {
    package let constants, carries, inputs: Range<Int>
  }
  package var parts: Parts {
    let inputStart = constantCount + carryCount
    return Parts(
      constants: 0..<constantCount, carries: constantCount..<inputStart,
      inputs: inputStart..<body.inputs.count)
  }

  /// The same loop over another body.
  package func with(
    _ body: Program, constants: Int, carries: Int, isReversed: Bool? = nil
  ) -> Scan {
    Scan(
      body: body, constantCount: constants, carryCount: carries, length: length,
      isReversed: isReversed ?? self.isReversed, unroll: unroll)
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(body.inputs.count, operands)
    let parts = parts
    for (index, pair) in zip(operands, body.inputTypes).enumerated() {
      let expected = index < parts.inputs.lowerBound ? pair.1 : stacked(pair.1)
      if pair.0.shape != expected.shape || pair.0.dtype != expected.dtype {
        throw TypeRuleError("operand \(index) is \(pair.0)", expected: "\(expected)")
      }
    }
    let outputs = body.outputTypes
    for (input, output) in zip(body.inputTypes[parts.carries], outputs)
    where input.shape != output.shape || input.dtype != output.dtype {
      throw TypeRuleError(
        "a carry of type \(input) becomes \(output)", expected: "carries that keep their type")
    }
    return body.inputTypes[parts.carries] + outputs[carryCount...].map(stacked)
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    body.variation(operands, repeatingFrom: constantCount, count: carryCount) { _ in [] }
  }

  private func stacked(_ type: TensorType) -> TensorType { type.with(shape: [length] + type.shape) }

  /// Marks that spread from run to run: the carries marked at first and those that `step` finds marked after a run.
  static func fixpoint(_ initial: [Bool], _ step: ([Bool]) -> [Bool]) -> [Bool] {
    var current = initial
    while true {
      let next = zip(current, step(current)).map { $0 || $1 }
      if next == current { return current }
      current = next
    }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let parts = parts
    func derived(_ carries: [Bool]) -> BatchedProgram {
      let inner =
        axes[parts.constants].map { $0 == nil ? nil : 0 } + carries.map { $0 ? 0 : nil }
        + axes[parts.inputs].map { $0 == nil ? nil : 0 }
      let others = [Bool](repeating: false, count: resultCount - carryCount)
      return body.batched(axes: inner, context, instantiating: carries + others)
    }
    let carries = Scan.fixpoint(axes[parts.carries].map { $0 != nil }) { carries in
      Array(derived(carries).isPresent.prefix(carryCount))
    }
    let derived = derived(carries)
    if let error = derived.failure { return (failed(error), derived.axes) }
    var values: [Tensor] = []
    for (index, (operand, axis)) in zip(operands, axes).enumerated() {
      if parts.carries.contains(index), carries[index - constantCount] {
        values.append(operand.batchedFirst(axis, context))
      } else if let axis {
        // The leading axis of inputs is the loop's.
        values.append(operand.movingAxis(axis, to: parts.inputs.contains(index) ? 1 : 0))
      } else {
        values.append(operand)
      }
    }
    let results = bind(with(derived.program, constants: constantCount, carries: carryCount), values)
    let resultAxes = derived.axes.enumerated().map { index, axis in
      axis.map { _ in index < carryCount ? 0 : 1 }
    }
    return (results, resultAxes)
  }
}
