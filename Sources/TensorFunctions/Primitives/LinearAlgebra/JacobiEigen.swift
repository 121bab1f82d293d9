package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The eigenvalues of symmetric matrices and their eigenvectors by XLA's expansion of Jacobi's method, for matrices whose
/// elements are not far from 1. It is a part of an operation that has a derivative and has none itself.
package struct JacobiEigen: NonDifferentiable {
  package let name = "jacobiEigen"
  package var resultCount: Int { 2 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try SymmetricEigen().resultTypes(operands)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let types = context.resultTypes.map(\.hlo)
    // Lower triangle, sorted, at most 100 sweeps, down to this tolerance.
    let tolerance = context.operandTypes[0].dtype == .float64 ? "1e-13" : "1e-6"
    let results = context.function.customCall(
      "Eigh", operands, results: [types[1], types[0]],
      attributes: ["backend_config = \"1,1,100,\(tolerance)\""])
    return [results[1], results[0]]
  }
}
