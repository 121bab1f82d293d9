import CKernels
import Foundation
import Testing

/// The recurrences in C by themselves. `Utilities/kernels/check_kernels.c` compares them with loops in double.
@Suite(.enabled(if: blox_kernels_instructions() != nil, "no kernels for this processor"))
struct RecurrenceTests {
  /// All that a recurrence and its gradient write, one after the other.
  private func results(_ recurrence: BloxRecurrence, _ threads: BloxThreads) -> [[Float]] {
    var r = recurrence
    let (rows, units, batch) = (Int(r.batch * r.times), Int(r.units), Int(r.batch))
    let gates = r.is_gru ? 3 : 4
    func numbers(_ count: Int) -> UnsafeMutablePointer<Float> {
      let memory = UnsafeMutablePointer<Float>.allocate(capacity: count)
      for i in 0..<count { memory[i] = Float(i * 7919 % 1009) / 1009 - 0.5 }
      return memory
    }
    let read = [
      rows * gates * units, units * 4 * units, units * units, batch * units, batch * units, rows * units,
    ]
    .map(numbers)
    let counts =
      [rows * units, batch * units, rows * gates * units, rows * units, rows * gates * units] + [
        batch * units, batch * units,
      ]
    let written = counts.map(numbers)
    let scratch = numbers(Int(blox_recurrence_scratch(&r, false) + blox_recurrence_scratch(&r, true)))
    defer { for memory in read + written + [scratch] { memory.deallocate() } }
    var buffers = BloxRecurrenceBuffers(
      inputs: read[0], weights: read[1], candidate: read[2], hidden: read[3], cell: read[4],
      outputs: written[0], last_cell: written[1], gates: written[2], cells: written[3], scratch: scratch,
      outputs_slope: read[5], last_cell_slope: read[4], inputs_slope: written[4], hidden_slope: written[5],
      cell_slope: written[6])
    blox_recurrence(&r, &buffers, 7, threads)
    blox_recurrence_gradient(&r, &buffers, 7, threads)
    return zip(written, counts).map { Array(UnsafeBufferPointer(start: $0, count: $1)) }
  }

  /// Threads that come at once, late, or not at all change no bit.
  @Test(arguments: [false, true], [2, 7]) func theNumberOfThreadsChangesNothing(isGRU: Bool, count: Int) {
    for (batch, units) in [(13, 33), (1, 7), (32, 16)] as [(Int64, Int64)] {
      let recurrence = BloxRecurrence(batch: batch, times: 5, units: units, is_gru: isGRU)
      let alone = results(recurrence, BloxThreads(count: 1, schedule: nil, context: nil))
      #expect(alone.allSatisfy { $0.allSatisfy(\.isFinite) })
      for schedule in Schedules.all {
        let threads = BloxThreads(count: Int64(count), schedule: schedule, context: nil)
        #expect(results(recurrence, threads) == alone)
      }
    }
  }
}
