public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Linalg {
  /// The complex Schur form of a real one (`jax.scipy.linalg.rsf2csf`).
  ///
  /// `[…, n, n]` twice gives complex64 of the same shape twice; leading axes broadcast. Fails unless the matrices are
  /// square and of one extent.
  ///
  /// - Parameters:
  ///   - T: the real Schur form, which `schur` gives.
  ///   - Z: the orthogonal matrices that go with it.
  public static func rsf2csf(_ T: Tensor, _ Z: Tensor) -> (T: Tensor, Z: Tensor) {
    if let failure = matrixFailure(T, "rsf2csf", areSquare: true)
      ?? matrixFailure(Z, "rsf2csf", areSquare: true)
    {
      return (failure, failure)
    }
    guard T.type.shape[-1] == Z.type.shape[-1] else {
      let failure = Tensor.failed(
        TensorError(
          "rsf2csf", operands: [T, Z],
          problem: "a Schur form of \(T.type.shape) and matrices of \(Z.type.shape)",
          expected: "both with the same number of rows"))
      return (failure, failure)
    }
    let results = fused("rsf2csf", [T, Z], resultCount: 2) { pair in
      let state = aligned(pair.map { $0.astype(.complex64) }, "rsf2csf")
      let count = state[0].type.shape[-1]
      if count < 2 || state[0].isFailed { return state }
      return foriLoop(1, count, state) { step, state in triangular(state, Tensor(count) - step) }
    }
    return (results[0], results[1])
  }

  /// One step of `rsf2csf`: a turn of the rows and columns `row - 1` and `row` that makes the element below the diagonal
  /// there 0.
  private static func triangular(_ state: [Tensor], _ row: Tensor) -> [Tensor] {
    let (form, basis, before) = (state[0], state[1], row - 1)
    func at(_ i: Tensor, _ j: Tensor) -> Tensor {
      dynamicSliceInDim(dynamicSliceInDim(form, i, 1, axis: -2), j, 1, axis: -1)
    }
    let (a, b, c, d) = (at(before, before), at(before, row), at(row, before), at(row, row))
    let half = (a - d) / 2
    let greatest = maximum(abs(half), maximum(abs(b), abs(c)))
    let scale = select(greatest .> 0, greatest, 1)
    let value = half + scale * sqrt(square(half / scale) + (b / scale) * (c / scale))
    let isLeft = abs(c) .> Tensor(DType.float32.epsilon) * (abs(a) + abs(d))
    let length = select(isLeft, hypot(abs(value), abs(c)), 1)
    let (cosine, sine) = (select(isLeft, value / length, 1), select(isLeft, c / length, 0))
    let turn = concatenate(
      [concatenate([cosine.conj(), sine], axis: -1), concatenate([-sine, cosine], axis: -1)], axis: -2)
    let turnBack = turn.transposedMatrix.conj()
    let indices = Tensor.arange(form.type.shape[-1])
    let rows = dynamicSliceInDim(form, before, 2, axis: -2)
    let turnedRows = select(indices .>= before, turn.times(rows), rows)
    var turned = dynamicUpdateSliceInDim(form, turnedRows, before, axis: -2)
    let columns = dynamicSliceInDim(turned, before, 2, axis: -1)
    let turnedColumns = select(expandDims(indices .<= row, axis: -1), columns.times(turnBack), columns)
    turned = dynamicUpdateSliceInDim(turned, turnedColumns, before, axis: -1)
    let isBelow = (expandDims(indices, axis: -1) .== row) .& (indices .== before)
    let turnedBasis = dynamicSliceInDim(basis, before, 2, axis: -1).times(turnBack)
    return [
      select(isBelow, 0, turned), dynamicUpdateSliceInDim(basis, turnedBasis, before, axis: -1),
    ]
  }

  /// The principal square root of square matrices (`jax.scipy.linalg.sqrtm`), by the Schur method (Björck and Hammarling
  /// 1983).
  ///
  /// `[…, n, n]` gives complex64 of the same shape; not finite where a matrix has no root. It has no derivative. Fails
  /// unless the matrices are square, for more than 16,384 rows, and without a LAPACK.
  public static func sqrtm(_ x: Tensor) -> Tensor {
    matrices("sqrtm", x, areSquare: true) { x, _ in
      let (form, basis) = schur(x, output: .complex)
      return [basis.times(triangularRoot(form)).times(basis.transposedMatrix.conj())]
    }[0]
  }

  /// The square root of upper triangles, a column a step.
  private static func triangularRoot(_ form: Tensor) -> Tensor {
    let count = form.type.shape[-1]
    let roots = sqrt(form.diagonal(axis1: -2, axis2: -1))
    let start = expandDims(roots, axis: -1) * Tensor.eye(count).astype(.complex64)
    if form.type.shape.dimensions.contains(0) { return start }
    let indices = Tensor.arange(count)
    return foriLoop(0, count, start) { column, root in
      // With the columns before known, R x + r x is what the column of the form leaves.
      let isAbove = expandDims(indices .< column, axis: -1)
      let isBefore = isAbove .& (indices .< column)
      let divisors = roots + dynamicSliceInDim(roots, column, 1, axis: -1)
      let isZero = divisors .== 0
      let diagonal = expandDims(select((indices .< column) .& .!isZero, divisors, 1), axis: -1)
      let others = select(isBefore, triu(root, k: 1), 0) + diagonal * Tensor.eye(count).astype(.complex64)
      let right = select(isAbove, dynamicSliceInDim(form, column, 1, axis: -1), 0)
      let x: Tensor = bind(TriangularSolve(isLower: false), others, right)
      let old = dynamicSliceInDim(root, column, 1, axis: -1)
      // Of two zeros there is no quotient but where nothing is left.
      let isWithout = expandDims(isZero, axis: -1) .& (x .!= 0)
      let new = select(isAbove, select(isWithout, Tensor(Double.infinity).astype(.complex64), x), old)
      return dynamicUpdateSliceInDim(root, new, column, axis: -1)
    }
  }
  /// A function of square matrices, by that of their eigenvalues (`jax.scipy.linalg.funm`).
  ///
  /// The method of Schur and Parlett, which is inexact where different eigenvalues are near each other, and takes those
  /// that are equal for those of a diagonal matrix.
  /// `[…, n, n]` gives complex64 of the same shape. It has no derivative. Fails unless the matrices are square and the
  /// function keeps shapes, for more than 16,384 rows, and without a LAPACK.
  ///
  /// - Parameters:
  ///   - x: matrices, `[…, n, n]`.
  ///   - f: the function, applied to the eigenvalues, complex64 `[…, n]`.
  public static func funm(_ x: Tensor, _ f: (Tensor) -> Tensor) -> Tensor {
    let (form, basis) = schur(x, output: .complex)
    if form.isFailed { return form }
    let eigenvalues = form.diagonal(axis1: -2, axis2: -1)
    let values = f(eigenvalues).astype(.complex64)
    if values.isFailed { return values }
    guard values.type.shape == eigenvalues.type.shape else {
      return Tensor.failed(
        TensorError(
          "funm", operands: [values],
          problem: "the function gives \(values.type.shape) for the eigenvalues \(eigenvalues.type.shape)",
          expected: "a function of each eigenvalue, which keeps the shape"))
    }
    return fused("funm", [values, form, basis]) { operands in
      let (values, form, basis) = (operands[0], operands[1], operands[2])
      return [basis.times(triangularFunction(values, form)).times(basis.transposedMatrix.conj())]
    }[0]
  }

  /// A function of upper triangles by its values on their diagonals, a diagonal a step (Parlett's recurrence).
  private static func triangularFunction(_ values: Tensor, _ form: Tensor) -> Tensor {
    let count = form.type.shape[-1]
    let start = expandDims(values, axis: -1) * Tensor.eye(count).astype(.complex64)
    if count < 2 { return start }
    func differences(_ x: Tensor) -> Tensor { expandDims(x, axis: -2) - expandDims(x, axis: -1) }
    let divisors = differences(form.diagonal(axis1: -2, axis2: -1))
    let isZero = divisors .== 0
    let fromDiagonal = form * differences(values)
    let above = triu(form, k: 1)
    let indices = Tensor.arange(count)
    let distances = indices - expandDims(indices, axis: -1)
    return foriLoop(1, count, start) { distance, result in
      let known = triu(result, k: 1)
      let sums = fromDiagonal + above.times(known) - known.times(above)
      return select(distances .== distance, sums / select(isZero, 1, divisors), result)
    }
  }
}
