import CKernels
import Foundation
import Testing

/// Products of a few rows in C by themselves. `Utilities/kernels/check_kernels.c` compares random ones with sums in double.
@Suite(.enabled(if: blox_kernels_instructions() != nil, "no kernels for this processor"))
struct RowProductTests {
  private static let (depth, columns) = (333, 1001)
  private static let inputs: [Float] = (0..<3 * depth).map { Float($0 * 7919 % 1009) / 1009 - 0.5 }
  /// Any bytes are bfloat16 and int8; these have small exponents.
  private static let matrix: [UInt8] = (0..<2 * depth * columns).map { (index: Int) -> UInt8 in
    index % 2 == 0 ? UInt8(index * 31 % 251) : UInt8(63 - index % 3)
  }
  private static let scales: [Float] = (0..<9 * columns).map { Float($0 % 7) - 3 }

  private func results(_ product: BloxRowProduct, _ threads: BloxThreads) -> [Float] {
    var p = product
    var results = [Float](repeating: .nan, count: Int(p.rows * p.columns))
    var scratch = [Float](repeating: .nan, count: Int(blox_row_product_scratch(&p)))
    Self.inputs.withUnsafeBytes { inputs in
      Self.matrix.withUnsafeBytes { matrix in
        Self.scales.withUnsafeBufferPointer { scales in
          results.withUnsafeMutableBytes { results in
            scratch.withUnsafeMutableBufferPointer { scratch in
              guard let x = inputs.baseAddress, let m = matrix.baseAddress, let y = results.baseAddress,
                let memory = scratch.baseAddress
              else { return }
              var buffers = BloxRowProductBuffers(
                inputs: x, weights: m, scales: scales.baseAddress, results: y, scratch: memory)
              blox_row_product(&p, &buffers, 7, threads)
            }
          }
        }
      }
    }
    return results
  }

  /// Threads that come at once, late, or not at all change no bit.
  @Test(arguments: [2, 7]) func theNumberOfThreadsChangesNothing(_ count: Int) {
    for (matrix, group) in [(BLOX_BFLOAT16, 333), (BLOX_INT8, 37)] as [(BloxElement, Int64)] {
      for isTransposed in [false, true] {
        let product = BloxRowProduct(
          rows: 3, depth: Int64(Self.depth), columns: Int64(Self.columns), group: group, inputs: BLOX_FLOAT32,
          weights: matrix,
          outputs: BLOX_FLOAT32, columns_first: isTransposed)
        let alone = results(product, BloxThreads(count: 1, schedule: nil, context: nil))
        #expect(alone.allSatisfy(\.isFinite) && Set(alone).count > 100)
        for schedule in Schedules.all {
          let threads = BloxThreads(count: Int64(count), schedule: schedule, context: nil)
          #expect(results(product, threads) == alone)
        }
      }
    }
  }
}
