import TensorCore
import TensorPrimitives
import TensorTransformations

/// Square matrices as products of a diagonal one with factors of determinant ±1, which have inverses: a with its rows and
/// columns in another order is l d u. Elements of d are 0 where a lacks in rank.
struct DiagonalFactors {
  /// d, `[…, n]`.
  let diagonal: Tensor
  private let lower, upper, rows, columns, sign: Tensor

  init(_ a: Tensor) {
    let factors = bind(CompleteLUFactors(), [a])
    (rows, columns, sign) = (factors[1], factors[2], factors[3])
    lower = factors[0]
    diagonal = factors[0].diagonal(axis1: -2, axis2: -1)
    upper = factors[0] / expandDims(select(diagonal .== 0, 1, diagonal), axis: -1)
  }

  /// `l⁻¹ x u⁻¹` of x in the order of rows and columns.
  func forward(_ x: Tensor) -> Tensor {
    let ordered = x.ordered(rows, axis: -2).ordered(columns, axis: -1)
    let left: Tensor = bind(TriangularSolve(isLower: true, hasUnitDiagonal: true), lower, ordered)
    return bind(TriangularSolve(isLeft: false, isLower: false, hasUnitDiagonal: true), upper, left)
  }

  /// The cofactors of a from those of d: `± l⁻ᵀ x u⁻ᵀ` in the order of a.
  func backward(_ x: Tensor) -> Tensor {
    let left: Tensor = bind(
      TriangularSolve(isLower: true, isTransposed: true, hasUnitDiagonal: true), lower, x)
    let both: Tensor = bind(
      TriangularSolve(isLeft: false, isLower: false, isTransposed: true, hasUnitDiagonal: true), upper, left)
    let ordered = both.ordered(rows.argsort(), axis: -2).ordered(columns.argsort(), axis: -1)
    return ordered * expandDims(sign, axis: [-2, -1])
  }

  /// The determinant of a with a small change, as a polynomial of its elements without a division (Bird, 2011), which has
  /// the derivatives of the determinant wherever a lacks in rank.
  func determinant(changedBy change: Tensor) -> Tensor {
    let count = diagonal.type.shape[-1]
    let identity = Tensor.eye(count, dtype: diagonal.dtype)
    let inner = expandDims(diagonal, axis: -1) * identity + forward(change.astype(diagonal.dtype))
    let above = triu(Tensor.ones([count, count], dtype: diagonal.dtype), k: 1)
    var product = inner
    for _ in 1..<Swift.max(count, 1) {
      let traces = above.times(expandDims(product.diagonal(axis1: -2, axis2: -1), axis: -1))
      product = (triu(product, k: 1) - identity * traces).times(inner)
    }
    let corner = product[Ellipsis(), 0, 0]
    return (count % 2 == 1 ? corner : -corner) * sign
  }

  /// The product of the elements of d that are not 0, those elements with 1 for 0, and how many are 0.
  private var product: (all: Tensor, factors: Tensor, isZero: Tensor, zeros: Tensor) {
    let isZero = (diagonal .== 0).astype(.int32)
    let factors = select(diagonal .== 0, 1, diagonal)
    return (
      factors.prod(axis: -1, keepdims: true), factors, isZero, isZero.sum(axis: -1, keepdims: true)
    )
  }

  /// For each element of d the product of all others.
  var cofactors: Tensor {
    let (all, factors, isZero, zeros) = product
    return select(zeros .== isZero, all / factors, 0)
  }

  /// For each two elements of d the product of all others; 0 on the diagonal.
  var pairCofactors: Tensor {
    let (all, factors, isZero, zeros) = product
    let (row, column) = (expandDims(factors, axis: -2), expandDims(factors, axis: -1))
    let skipped = expandDims(isZero, axis: -2) + expandDims(isZero, axis: -1)
    let isPair = 1 - Tensor.eye(diagonal.type.shape[-1], dtype: .int32)
    let counts = (expandDims(zeros, axis: -1) .== skipped) .& (isPair .== 1)
    return select(counts, expandDims(all, axis: -1) / row / column, 0)
  }
}
