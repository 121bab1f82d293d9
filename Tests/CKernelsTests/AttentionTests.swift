import CKernels
import Testing

/// Attention in C by itself. `Utilities/kernels/check_kernels.c` compares it with sums in double.
@Suite(.enabled(if: blox_kernels_instructions() != nil, "no kernels for this processor"))
struct AttentionTests {
  /// All that attention and its gradient write, one after the other.
  private func results(_ attention: BloxAttention, _ threads: BloxThreads) -> [[Float]] {
    var a = attention
    func numbers(_ count: Int64) -> UnsafeMutablePointer<Float> {
      let memory = UnsafeMutablePointer<Float>.allocate(capacity: Int(count))
      for i in 0..<Int(count) { memory[i] = Float(i * 7919 % 1009) / 1009 - 0.5 }
      return memory
    }
    let query = a.batch * a.times * a.heads * a.size
    let key = a.batch * a.sources * a.key_heads * a.size
    let read = [query, key, key, query].map(numbers)
    let counts = [query, a.batch * a.heads * a.times * 2, query, key, key]
    let written = counts.map(numbers)
    let scratch = numbers(max(blox_attention_scratch(&a, false, 7), blox_attention_scratch(&a, true, 7)))
    defer { for memory in read + written + [scratch] { memory.deallocate() } }
    var buffers = BloxAttentionBuffers()
    (buffers.query, buffers.key, buffers.value) = (
      UnsafePointer(read[0]), UnsafePointer(read[1]), UnsafePointer(read[2])
    )
    buffers.output_slope = UnsafePointer(read[3])
    (buffers.output, buffers.statistics, buffers.scratch) = (written[0], written[1], scratch)
    (buffers.query_slope, buffers.key_slope, buffers.value_slope) = (written[2], written[3], written[4])
    blox_attention(&a, &buffers, 7, threads)
    blox_attention_gradient(&a, &buffers, 7, threads)
    return zip(written, counts).map { Array(UnsafeBufferPointer(start: $0, count: Int($1))) }
  }

  /// Threads that come at once, late, or not at all change no bit: of one head, whose rows are divided, and of several.
  @Test(arguments: [2, 7], [1, 5]) func theNumberOfThreadsChangesNothing(count: Int, keyHeads: Int64) {
    let none = BloxScoreAxes(batch: false, heads: false, times: false, sources: false)
    let attention = BloxAttention(
      batch: 2, times: 150, sources: 61, heads: 2 * keyHeads, key_heads: keyHeads, size: 17, scale: 0.25,
      before: 1 << 30, after: 0, mask: none, bias: none)
    let alone = results(attention, BloxThreads(count: 1, schedule: nil, context: nil))
    #expect(alone.allSatisfy { $0.allSatisfy(\.isFinite) })
    for schedule in Schedules.all {
      let threads = BloxThreads(count: Int64(count), schedule: schedule, context: nil)
      #expect(results(attention, threads) == alone)
    }
  }
}
