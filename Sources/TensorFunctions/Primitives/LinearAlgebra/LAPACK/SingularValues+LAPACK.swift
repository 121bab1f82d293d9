import PJRT
import StableHLO
import TensorCore

extension SingularValues {
  /// LAPACK's `gesdd`: NaNs for matrices that are not finite.
  static let function = LAPACKCall.function("gesdd") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      func counts(_ numbers: [Int]) -> (least: Int, u: Int, v: Int) {
        let (m, n) = (numbers[0], numbers[1])
        return (min(m, n), numbers[2] != 0 ? m : min(m, n), numbers[2] != 0 ? n : min(m, n))
      }
      let lapack = try LAPACKCall(
        call, "svd", numberCount: 3, operands: { [$0[0] * $0[1]] },
        results: { [counts($0).least, $0[0] * counts($0).u, $0[1] * counts($0).v] })
      let (rows, columns) = (lapack.numbers[0], lapack.numbers[1])
      let (least, uCount, vCount) = counts(lapack.numbers)
      lapack.forEach { index in
        let parts = lapack.results.map { lapack.part($0, index) }
        let a = lapack.part(lapack.operands[0], index)
        guard let s = parts[0].baseAddress, let u = parts[1].baseAddress, let v = parts[2].baseAddress
        else { return }
        guard lapack.isFinite(a) else { return lapack.fail(parts[0], parts[1], parts[2]) }
        var (m, n, info) = (Int32(rows), Int32(columns), Int32(0))
        var (uRows, vRows) = (Int32(rows), Int32(vCount))
        var integers = [Int32](repeating: 0, count: 8 * least)
        // The matrix is overwritten, and the operand is not ours. What LAPACK's reference says is enough, and some more.
        let (most, copied) = (max(rows, columns), rows * columns)
        lapack.withWork(copied + 4 * least * least + 7 * least + most + 64 * (rows + columns)) { work, size in
          work.copyMemory(from: UnsafeRawPointer(a.baseAddress ?? work), byteCount: a.count)
          var size = size - Int32(copied)
          lapack.routines.svd(
            uCount == least && vCount == least ? "S" : "A", &m, &n, work, &m, s, u, &uRows, v, &vRows,
            work + copied * lapack.width, &size, &integers, &info, 1)
        }
        if info != 0 { lapack.fail(parts[0], parts[1], parts[2]) }
      }
    }
  }

  /// The right vectors are the rows of LAPACK's result column by column: the columns of ours row by row.
  func lowerToLAPACK(_ operand: HLOValue, _ context: LoweringContext) -> [HLOValue]? {
    let (shape, types) = (context.operandTypes[0].shape, context.resultTypes.map(\.hlo))
    return LAPACKCall.lower(
      Self.function, [(operand, true)], dtype: context.operandTypes[0].dtype,
      numbers: [shape[-2], shape[-1], isComplete ? 1 : 0],
      results: [.rows(types[0]), .columns(types[1]), .rows(types[2])], in: context.function)
  }
}
