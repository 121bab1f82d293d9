import PJRT
import StableHLO
import TensorCore

extension SymmetricEigen {
  /// LAPACK's `syevd`: NaNs for matrices that are not finite.
  static let function = LAPACKCall.function("syevd") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "eigh", numberCount: 1, operands: { [$0[0] * $0[0]] }, results: { [$0[0], $0[0] * $0[0]] })
      let n = lapack.numbers[0]
      lapack.forEach { index in
        let (values, vectors) = (lapack.part(lapack.results[0], index), lapack.part(lapack.results[1], index))
        vectors.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[0], index)))
        guard let start = vectors.baseAddress, let w = values.baseAddress else { return }
        guard lapack.isFinite(vectors) else { return lapack.fail(values, vectors) }
        var (extent, info, integerSize) = (Int32(n), Int32(0), Int32(3 + 5 * n))
        var integers = [Int32](repeating: 0, count: Int(integerSize))
        lapack.withWork(1 + 6 * n + 2 * n * n) { work, size in
          var size = size
          lapack.routines.eigen(
            "V", "L", &extent, start, &extent, w, work, &size, &integers, &integerSize, &info, 1, 1)
        }
        if info != 0 { lapack.fail(values, vectors) }
      }
    }
  }

  func lowerToLAPACK(_ operand: HLOValue, _ context: LoweringContext) -> [HLOValue]? {
    LAPACKCall.lower(
      Self.function, [(operand, true)], dtype: context.operandTypes[0].dtype,
      numbers: [context.operandTypes[0].shape[-1]],
      results: [.rows(context.resultTypes[0].hlo), .columns(context.resultTypes[1].hlo)], in: context.function
    )
  }
}
