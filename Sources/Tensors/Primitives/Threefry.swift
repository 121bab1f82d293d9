import StableHLO

/// The Threefry-2x32 block function with 20 rounds: two key words and two counter words to two random words.
///
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011); it is JAX's default generator.
struct Threefry2x32: NonDifferentiable {
  let name = "threefry2x32"
  var resultCount: Int { 2 }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(4, operands)
    for operand in operands where operand.dtype != .uint32 {
      throw TypeRuleError(
        "an operand has dtype \(operand.dtype)", expected: "keys and counters of dtype uint32")
    }
    let type = TensorType(try ElementwiseRule.shape(operands), .uint32)
    return [type, type]
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ElementwiseRule.batch(self, operands, axes, context)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let shape = context.resultTypes[0].shape.dimensions
    let values = operands.map { context.splat($0, like: shape) }
    return context.function.call(key: [name, "\(shape)"], name: name, values) { Threefry2x32.rounds($0, $1) }
  }

  /// Five groups of four rounds as a loop: unrolled, XLA would compile them ten times as long.
  private static func rounds(_ f: HLOFunction, _ operands: [HLOValue]) -> [HLOValue] {
    let type = operands[0].type
    let scalar = HLOType(.ui32, [])
    func word(_ value: UInt32) -> HLOValue { f.constant(String(value), type) }
    let parity = f.binary(
      "stablehlo.xor", f.binary("stablehlo.xor", operands[0], operands[1]), word(0x1BD1_1BDA))
    let x = f.binary("stablehlo.add", operands[2], operands[0])
    let y = f.binary("stablehlo.add", operands[3], operands[1])
    let rotations = [[13, 15, 26, 6], [17, 29, 16, 24]].map { group in
      f.constant("[\(group.map(String.init).joined(separator: ", "))]", HLOType(.ui32, [4]))
    }
    let zero = f.constant("0", scalar)
    let state = [zero, x, y, operands[1], parity, operands[0]] + rotations
    let final = f.whileLoop(
      state,
      condition: { f, v in f.compare("LT", v[0], f.constant("5", scalar)) },
      body: { f, v in
        var (x, y) = (v[1], v[2])
        for round in 0..<4 {
          let rotation = f.reshape(
            f.slice(v[6], start: [round], limit: [round + 1], stride: [1], to: HLOType(.ui32, [1])), to: [])
          (x, y) = Threefry2x32.round(f, x, y, rotation)
        }
        let next = f.binary("stablehlo.add", v[0], f.constant("1", scalar))
        x = f.binary("stablehlo.add", x, v[3])
        let injected = f.binary("stablehlo.add", v[4], f.broadcastInDim(next, dimensions: [], to: type))
        y = f.binary("stablehlo.add", y, injected)
        // The three key words and the two groups of rotations take turns.
        return [next, x, y, v[4], v[5], v[3], v[7], v[6]]
      })
    return [final[1], final[2]]
  }

  private static func round(
    _ f: HLOFunction, _ x: HLOValue, _ y: HLOValue, _ rotation: HLOValue
  ) -> (HLOValue, HLOValue) {
    let type = x.type
    let sum = f.binary("stablehlo.add", x, y)
    let left = f.broadcastInDim(rotation, dimensions: [], to: type)
    let right = f.binary("stablehlo.subtract", f.constant("32", type), left)
    let rotated = f.binary(
      "stablehlo.or", f.binary("stablehlo.shift_left", y, left),
      f.binary("stablehlo.shift_right_logical", y, right))
    return (sum, f.binary("stablehlo.xor", rotated, sum))
  }
}
