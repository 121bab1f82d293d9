import PJRT
import StableHLO
import TensorCore

extension HouseholderQR {
  /// LAPACK's `geqrf`.
  static let function = LAPACKCall.function("geqrf") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "qr", numberCount: 2, operands: { [$0[0] * $0[1]] },
        results: { [$0[0] * $0[1], min($0[0], $0[1])] })
      let (rows, columns) = (lapack.numbers[0], lapack.numbers[1])
      lapack.forEach { index in
        let (a, scales) = (lapack.part(lapack.results[0], index), lapack.part(lapack.results[1], index))
        a.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[0], index)))
        guard let start = a.baseAddress, let tau = scales.baseAddress else { return }
        var (m, n, info) = (Int32(rows), Int32(columns), Int32(0))
        lapack.withWork(64 * columns) { work, size in
          var size = size
          lapack.routines.qr(&m, &n, start, &m, tau, work, &size, &info)
        }
      }
    }
  }

  func lowerToLAPACK(_ operand: HLOValue, _ context: LoweringContext) -> [HLOValue]? {
    let shape = context.operandTypes[0].shape
    return LAPACKCall.lower(
      Self.function, [(operand, true)], dtype: context.operandTypes[0].dtype,
      numbers: [shape[-2], shape[-1]],
      results: [.columns(operand.type), .rows(context.resultTypes[1].hlo)], in: context.function)
  }
}

extension HouseholderProduct {
  /// LAPACK's `orgqr`.
  static let function = LAPACKCall.function("orgqr") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "qr", numberCount: 3, operands: { [$0[0] * $0[1], $0[2]] }, results: { [$0[0] * $0[1]] })
      let (rows, columns, count) = (lapack.numbers[0], lapack.numbers[1], lapack.numbers[2])
      lapack.forEach { index in
        let (a, scales) = (lapack.part(lapack.results[0], index), lapack.part(lapack.operands[1], index))
        a.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[0], index)))
        guard let start = a.baseAddress, let tau = scales.baseAddress else { return }
        var (m, n, k, info) = (Int32(rows), Int32(columns), Int32(count), Int32(0))
        lapack.withWork(64 * columns) { work, size in
          var size = size
          lapack.routines.reflectors(&m, &n, &k, start, &m, tau, work, &size, &info)
        }
      }
    }
  }

  func lowerToLAPACK(_ operands: [HLOValue], _ context: LoweringContext) -> HLOValue? {
    let (shape, scales) = (context.operandTypes[0].shape, context.operandTypes[1].shape)
    return LAPACKCall.lower(
      Self.function, [(operands[0], true), (operands[1], false)], dtype: context.operandTypes[0].dtype,
      numbers: [shape[-2], shape[-1], scales[-1]], results: [.columns(operands[0].type)], in: context.function
    )?[
      0]
  }
}
