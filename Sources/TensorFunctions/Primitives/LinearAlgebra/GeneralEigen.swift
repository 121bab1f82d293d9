package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The eigenvalues of square matrices and, as columns of length 1, their left and right eigenvectors (`lax.linalg.eig`).
///
/// Results are complex64. XLA has no such operation: it is always LAPACK's.
package struct GeneralEigen: Primitive {
  package let name = "eig"
  let hasLeft: Bool
  let hasRight: Bool
  package var parameters: String { "left: \(hasLeft), right: \(hasRight)" }
  package var resultCount: Int { 1 + (hasLeft ? 1 : 0) + (hasRight ? 1 : 0) }
  package var foreignFunction: ForeignFunction? { Self.function }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try LAPACKCall.checkSquare(operands[0])
    let whole = operands[0].with(dtype: .complex64)
    return [whole.replacingMatrix(with: [whole.shape[-1]])]
      + [TensorType](repeating: whole, count: resultCount - 1)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    LAPACKCall.write(
      Self.function, operands[0], numbers: [hasLeft ? 1 : 0, hasRight ? 1 : 0],
      results: zip(context.resultTypes, 0...).map { $1 == 0 ? .rows($0.hlo) : .columns($0.hlo) },
      in: context.function)
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    guard let tangent = tangents[0]?.astype(.complex64) else {
      return (bind(self, primals), [Tensor?](repeating: nil, count: resultCount))
    }
    let all = bind(GeneralEigen(hasLeft: hasLeft, hasRight: true), primals)
    let (values, right) = (all[0], all[all.count - 1])
    let inner = GeneralEigen.change(right, tangent)
    var tangents = [inner.diagonal(axis1: -2, axis2: -1)]
    if hasLeft {
      // They are the right ones of the conjugate transposes.
      let (left, turned) = (all[1], tangent.transposedMatrix.conj())
      tangents.append(GeneralEigen.turn(values.conj(), left, GeneralEigen.change(left, turned)))
    }
    if hasRight { tangents.append(GeneralEigen.turn(values, right, inner)) }
    return (Array(all[..<resultCount]), tangents)
  }

  /// The tangent of matrices in the basis of their eigenvectors, V⁻¹ · dA · V.
  private static func change(_ vectors: Tensor, _ tangent: Tensor) -> Tensor {
    bind(MatrixSolve(), vectors, tangent.times(vectors))
  }

  /// The tangents of eigenvectors by perturbation theory, where the eigenvalues are simple. Those of equal ones may turn
  /// into each other at will, and do not.
  ///
  /// A vector is determined up to a complex factor; LAPACK makes its length 1 and its greatest element real, and so it
  /// stays.
  private static func turn(_ values: Tensor, _ vectors: Tensor, _ inner: Tensor) -> Tensor {
    let differences = expandDims(values, axis: -2) - expandDims(values, axis: -1)
    let sizes = abs(values)
    let limit = sizes.max(axis: -1, keepdims: true) * SymmetricEigen.tolerance(sizes.type)
    let free = vectors.times(differences.inverted(limit: expandDims(limit, axis: -1)) * inner)
    let along = (vectors.conj() * free).sum(axis: -2, keepdims: true).real
    // LAPACK has made its imaginary part 0; another may be as great, and does not stay real.
    let lengths = select(vectors.imag .== 0, abs(vectors), -1)
    let row = lengths.argmax(axis: -2, keepdims: true)
    let (element, change) = (
      takeAlongAxis(vectors.real, row, axis: -2, mode: .promiseInBounds),
      takeAlongAxis(free.imag, row, axis: -2, mode: .promiseInBounds)
    )
    return free - vectors * complex(along, change / element)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
