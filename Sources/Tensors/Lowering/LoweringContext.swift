import StableHLO

/// What a lowering rule may need besides its operands.
struct LoweringContext {
  /// The function that the operation is written to.
  let function: HLOFunction
  /// The types of the operands and results.
  let operandTypes: [TensorType]
  let resultTypes: [TensorType]
}
