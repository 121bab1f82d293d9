import PJRT
import StableHLO
import TensorCore

extension TriangularSolve {
  /// `trsm` of the BLAS.
  static let function = LAPACKCall.function("trsm") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "triangularSolve", numberCount: 6,
        operands: { [$0[2] != 0 ? $0[0] * $0[0] : $0[1] * $0[1], $0[0] * $0[1]] },
        results: { [$0[0] * $0[1]] })
      let numbers = lapack.numbers
      lapack.forEach { index in
        let (a, b) = (lapack.part(lapack.operands[0], index), lapack.part(lapack.results[0], index))
        b.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[1], index)))
        guard let matrix = a.baseAddress, let right = b.baseAddress else { return }
        var (m, n) = (Int32(numbers[0]), Int32(numbers[1]))
        var extent = numbers[2] != 0 ? m : n
        lapack.withOne { one in
          lapack.routines.triangularSolve(
            numbers[2] != 0 ? "L" : "R", numbers[3] != 0 ? "L" : "U", numbers[4] != 0 ? "T" : "N",
            numbers[5] != 0 ? "U" : "N", &m, &n, one, matrix, &extent, right, &m, 1, 1, 1, 1)
        }
      }
    }
  }

  func lowerToLAPACK(_ operands: [HLOValue], _ context: LoweringContext) -> HLOValue? {
    let shape = context.operandTypes[1].shape
    let flags = [isLeft, isLower, isTransposed, hasUnitDiagonal].map { $0 ? 1 : 0 }
    return LAPACKCall.lower(
      Self.function, [(operands[0], true), (operands[1], true)], dtype: context.operandTypes[0].dtype,
      numbers: [shape[-2], shape[-1]] + flags, results: [.columns(operands[1].type)], in: context.function)?[
        0]
  }
}
