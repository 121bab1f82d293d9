package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The Schur form T of square matrices and the unitary Z with Z T Zᴴ = x (`lax.linalg.schur`).
///
/// XLA has no such operation: it is always LAPACK's.
package struct SchurForm: Primitive {
  package let name = "schur"
  package var resultCount: Int { 2 }
  package var foreignFunction: ForeignFunction? { Self.function }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try LAPACKCall.checkSquare(operands[0])
    return [operands[0], operands[0]]
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    LAPACKCall.write(
      Self.function, operands[0], results: context.resultTypes.map { .columns($0.hlo) }, in: context.function)
  }

  /// It has none in JAX either: the order of the eigenvalues is LAPACK's own, and may change anywhere.
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let error = TensorError(
      name, operands: primals, problem: "the Schur form has no derivative",
      expected:
        "eig or eigvals, which have one where eigenvalues are simple, or stopGradient around the matrices")
    return (bind(self, primals), [Tensor.failed(error), Tensor.failed(error)])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
