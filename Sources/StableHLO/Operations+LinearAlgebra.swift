extension HLOFunction {
  /// The Cholesky factor of symmetric positive definite matrices, the last two dimensions.
  public func cholesky(_ x: HLOValue, isLower: Bool) -> HLOValue {
    emit(
      "stablehlo.cholesky \(x.name), lower = \(isLower)", result: x.type, signature: x.type.description)
  }

  /// The solution of triangular systems with the matrices `a`, the last two dimensions.
  public func triangularSolve(
    _ a: HLOValue, _ b: HLOValue, isLeft: Bool, isLower: Bool, isTransposed: Bool, hasUnitDiagonal: Bool
  ) -> HLOValue {
    let transpose = isTransposed ? "TRANSPOSE" : "NO_TRANSPOSE"
    return emit(
      "\"stablehlo.triangular_solve\"(\(a.name), \(b.name)) <{left_side = \(isLeft), lower = \(isLower), "
        + "unit_diagonal = \(hasUnitDiagonal), transpose_a = #stablehlo<transpose \(transpose)>}>",
      result: b.type, signature: HLOFunction.signature([a, b], [b.type]))
  }

  /// A discrete Fourier transform of the last dimensions; `kind` is one of FFT, IFFT, RFFT, IRFFT.
  public func fft(_ x: HLOValue, kind: String, lengths: [Int], to type: HLOType) -> HLOValue {
    emit(
      "stablehlo.fft \(x.name), type = \(kind), length = \(HLOFunction.list(lengths))", result: type,
      signature: HLOFunction.signature([x], [type]))
  }
}
