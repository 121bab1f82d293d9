package import StableHLO
package import TensorCore

/// The Threefry-2x32 block function with 20 rounds: two key words and two counter words to two random words.
///
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011); it is JAX's default generator.
package struct Threefry2x32: NonDifferentiable, BroadcastingElementwise {
  package init() {}

  package let name = "threefry2x32"
  package var resultCount: Int { 2 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(4, operands)
    for operand in operands where operand.dtype != .uint32 {
      throw TypeRuleError(
        "an operand has dtype \(operand.dtype)", expected: "keys and counters of dtype uint32")
    }
    let type = TensorType(try ElementwiseRule.shape(operands), .uint32)
    return [type, type]
  }

  package func lowerBroadcast(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let shape = context.resultTypes[0].shape.dimensions
    return context.function.call(key: [name, "\(shape)"], name: name, operands) {
      Threefry2x32.rounds($0, $1)
    }
  }

  /// Five groups of four rounds, written out: XLA's CPU plugin compiles a loop of them two to three times as long,
  /// and runs it three to ten times as long, since the counters go through memory in each turn.
  private static func rounds(_ f: HLOFunction, _ operands: [HLOValue]) -> [HLOValue] {
    let type = operands[0].type
    func word(_ value: Int) -> HLOValue { f.constant(String(value), type) }
    func add(_ a: HLOValue, _ b: HLOValue) -> HLOValue { f.binary("stablehlo.add", a, b) }
    func xor(_ a: HLOValue, _ b: HLOValue) -> HLOValue { f.binary("stablehlo.xor", a, b) }
    let keys = [operands[0], operands[1], xor(xor(operands[0], operands[1]), word(0x1BD1_1BDA))]
    var (x, y) = (add(operands[2], keys[0]), add(operands[3], keys[1]))
    for group in 0..<5 {
      for rotation in group.isMultiple(of: 2) ? [13, 15, 26, 6] : [17, 29, 16, 24] {
        x = add(x, y)
        let left = f.binary("stablehlo.shift_left", y, word(rotation))
        let right = f.binary("stablehlo.shift_right_logical", y, word(32 - rotation))
        y = xor(f.binary("stablehlo.or", left, right), x)
      }
      x = add(x, keys[(group + 1) % 3])
      y = add(y, add(keys[(group + 2) % 3], word(group + 1)))
    }
    return [x, y]
  }
}
