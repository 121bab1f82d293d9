import PJRT
import StableHLO
import TensorCore

extension CholeskyFactor {
  /// LAPACK's `potrf`: NaNs where a matrix is not positive definite, zeros above the diagonal.
  static let function = LAPACKCall.function("potrf") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "cholesky", numberCount: 1, operands: { [$0[0] * $0[0]] }, results: { [$0[0] * $0[0]] })
      let (n, width) = (lapack.numbers[0], lapack.width)
      lapack.forEach { index in
        let a = lapack.part(lapack.results[0], index)
        a.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[0], index)))
        guard let start = a.baseAddress else { return }
        var (extent, info) = (Int32(n), Int32(0))
        lapack.routines.cholesky("L", &extent, start, &extent, &info, 1)
        if info != 0 {
          lapack.fail(a)
        } else {
          for column in 0..<n {
            let above = a[column * n * width..<(column * n + column) * width]
            UnsafeMutableRawBufferPointer(rebasing: above).initializeMemory(as: UInt8.self, repeating: 0)
          }
        }
      }
    }
  }

  func lowerToLAPACK(_ operand: HLOValue, _ type: TensorType, in f: HLOFunction) -> HLOValue? {
    LAPACKCall.lower(
      Self.function, [(operand, true)], dtype: type.dtype, numbers: [type.shape[-1]],
      results: [.columns(operand.type)], in: f)?[0]
  }
}
