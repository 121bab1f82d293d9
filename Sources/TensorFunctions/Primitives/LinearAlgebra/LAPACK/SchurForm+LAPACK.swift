import PJRT
import StableHLO
import TensorCore

extension SchurForm {
  /// LAPACK's `gees`: NaNs for matrices that are not finite, and where it does not come to an end.
  static let function = LAPACKCall.function("gees") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "schur", numberCount: 1, operands: { [$0[0] * $0[0]] },
        results: { [$0[0] * $0[0], $0[0] * $0[0]] })
      let isComplex = lapack.operands[0].elementType == .complex64
      lapack.forEach { index in
        let (form, basis) = (lapack.part(lapack.results[0], index), lapack.part(lapack.results[1], index))
        form.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[0], index)))
        guard let t = form.baseAddress, let z = basis.baseAddress else { return }
        guard lapack.isFinite(form) else { return lapack.fail(form, basis) }
        var (n, info, sorted) = (Int32(lapack.numbers[0]), Int32(0), Int32(0))
        lapack.withWork(2 * lapack.numbers[0]) { values, _ in
          lapack.withSpectralWork { work, size in
            var size = size
            let rest = values + lapack.numbers[0] * lapack.width
            if isComplex {
              lapack.routines.complexSchur(
                "V", "N", nil, &n, t, &n, &sorted, values, z, &n, work, &size, rest, nil, &info, 1, 1)
            } else {
              lapack.routines.schur(
                "V", "N", nil, &n, t, &n, &sorted, values, rest, z, &n, work, &size, nil, &info, 1, 1)
            }
          }
        }
        if info != 0 { lapack.fail(form, basis) }
      }
    }
  }
}
