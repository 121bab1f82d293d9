package import StableHLO

/// What a lowering rule may need besides its operands.
package struct LoweringContext {
  /// The function that the operation is written to.
  package let function: HLOFunction
  /// The types of the operands and results.
  package let operandTypes: [TensorType]
  package let resultTypes: [TensorType]
}
