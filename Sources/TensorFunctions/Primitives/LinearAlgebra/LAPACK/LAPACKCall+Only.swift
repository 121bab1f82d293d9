import StableHLO
import TensorCore
import TensorPrimitives

/// Operations that are nothing but LAPACK's: the primitive names the function, and has no other way.
extension LAPACKCall {
  /// Checks that a type is that of matrices which LAPACK takes.
  static func checkSquare(_ type: TensorType) throws(TypeRuleError) {
    try MatrixRule.check([type], .floatingOrComplex)
    try MatrixRule.checkSquare(type)
    guard [.float32, .float64, .complex64].contains(type.dtype) else {
      throw TypeRuleError(
        "the dtype \(type.dtype) is not accepted", expected: "float32, float64 or complex64")
    }
    guard (1...extentLimit).contains(type.shape[-1]), type.shape.dimensions.reduce(1, *|) > 0 else {
      throw TypeRuleError(
        "matrices of \(type.shape)", expected: "at least one, of 1 to \(extentLimit) rows")
    }
  }

  /// Writes the call for square matrices that `checkSquare` has let through.
  ///
  /// - Parameter numbers: what the handler has to know besides the number of the matrices and their extent.
  static func write(
    _ function: ForeignFunction, _ operand: HLOValue, numbers: [Int] = [], results: [BufferLayout],
    in f: HLOFunction
  ) -> [HLOValue] {
    let extents = operand.type.dimensions
    let count = extents.dropLast(2).reduce(1, *)
    return f.call(
      function, [(operand, true)], numbers: [count, extents.last ?? 0] + numbers, results: results)
  }

  /// The extent of the matrices as Fortran takes it, and numbers to work in that are enough for `geev` and `gees`: the
  /// blocks of 64 columns that `gehrd`, `hseqr` and `trevc3` want, and the 65 · 64 of `gehrd`.
  func withSpectralWork(_ body: (UnsafeMutableRawPointer, Int32) -> Void) {
    withWork(136 * numbers[0] + 8192, body)
  }
}
