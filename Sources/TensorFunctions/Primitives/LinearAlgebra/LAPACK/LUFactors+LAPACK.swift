import PJRT
import StableHLO
import TensorCore

extension LUFactors {
  /// LAPACK's `getrf`, with the order of the rows in place of the exchanges.
  static let function = LAPACKCall.function("getrf") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "lu", numberCount: 1, operands: { [$0[0] * $0[0]] }, results: { [$0[0] * $0[0], $0[0], 1] })
      guard lapack.results[1].elementType == .int32, lapack.results[2].elementType == .int32 else {
        throw lapack.wrongTypes("lu")
      }
      let n = lapack.numbers[0]
      lapack.forEach { index in
        let a = lapack.part(lapack.results[0], index)
        a.copyMemory(from: UnsafeRawBufferPointer(lapack.part(lapack.operands[0], index)))
        let order = lapack.part(lapack.results[1], index).bindMemory(to: Int32.self)
        let sign = lapack.part(lapack.results[2], index).bindMemory(to: Int32.self)
        guard let start = a.baseAddress else { return }
        var (extent, info) = (Int32(n), Int32(0))
        var exchanges = [Int32](repeating: 0, count: n)
        lapack.routines.lu(&extent, &extent, start, &extent, &exchanges, &info)
        sign[0] = 1
        for row in 0..<n { order[row] = Int32(row) }
        for row in 0..<n {
          let other = Int(exchanges[row]) - 1
          guard other != row, order.indices.contains(other) else { continue }
          order.swapAt(row, other)
          sign[0] = -sign[0]
        }
      }
    }
  }

  func lowerToLAPACK(_ operand: HLOValue, _ context: LoweringContext) -> [HLOValue]? {
    let (f, types) = (context.function, context.resultTypes)
    let wide = operand.type == types[0].hlo ? operand : f.convert(operand, to: types[0].dtype.hlo)
    let results = LAPACKCall.lower(
      Self.function, [(wide, true)], dtype: types[0].dtype, numbers: [types[0].shape[-1]],
      results: [
        .columns(types[0].hlo), .rows(types[1].hlo), .rows(types[2].with(dtype: .int32).hlo),
      ], in: f)
    return results.map { [$0[0], $0[1], f.convert($0[2], to: types[2].dtype.hlo)] }
  }
}
