import CKernels
import PJRT
package import StableHLO
package import TensorCore

/// Scaled dot-product attention as the kernels of `CKernels` take it.
package struct AttentionKernel {
  /// What it computes.
  package enum Part: Int, Sendable {
    /// The output, and the statistics of the rows of scores.
    case output
    /// The gradient of queries, keys and values.
    case gradient
  }

  private let shape: BloxAttention
  /// Whether there is a mask, and a bias.
  private let hasMask, hasBias: Bool
  private let part: Part

  private init?(_ shape: BloxAttention, hasMask: Bool, hasBias: Bool, _ part: Part) {
    self.shape = shape
    self.hasMask = hasMask
    self.hasBias = hasBias
    self.part = part
    // All sizes that the C code computes stay far below what an integer holds.
    guard (1...1 << 22).contains(shape.batch), (1...1 << 20).contains(shape.times),
      (1...1 << 20).contains(shape.sources), (1...1 << 12).contains(shape.heads),
      (1...1 << 12).contains(shape.key_heads), (1...512).contains(shape.size),
      shape.heads % shape.key_heads == 0,
      [shape.before, shape.after].allSatisfy({ (-1 << 30...1 << 30).contains($0) })
    else { return nil }
  }

  /// The attention, if it is of a kind that the kernels know and are quicker at than XLA.
  ///
  /// - Parameters:
  ///   - query: the shape of the queries, `[batch, times, heads, size]`.
  ///   - key: that of keys and values, `[batch, sources, heads, size]`.
  ///   - mask: that of the mask, four axes that are those of the scores or 1; nil without a mask, and `bias` likewise.
  ///   - sight: how many places before and after its own a time sees; nil for all.
  package init?(
    query: Shape, key: Shape, mask: Shape?, bias: Shape?, scale: Double, sight: (before: Int?, after: Int?),
    _ part: Part
  ) {
    func axes(_ operand: Shape?) -> BloxScoreAxes {
      let scores = [query[0], query[2], query[1], key[1]]
      // An axis of one element is read as one that the operand lacks.
      let has = zip(operand?.dimensions ?? [1, 1, 1, 1], scores).map { $0 > 1 && $0 == $1 }
      return BloxScoreAxes(batch: has[0], heads: has[1], times: has[2], sources: has[3])
    }
    guard query.count == 4, key.count == 4, mask.map({ $0.count == 4 }) ?? true,
      bias.map({ $0.count == 4 }) ?? true
    else { return nil }
    let shape = BloxAttention(
      batch: Int64(query[0]), times: Int64(query[1]), sources: Int64(key[1]), heads: Int64(query[2]),
      key_heads: Int64(key[2]), size: Int64(query[3]), scale: Float(scale),
      before: Int64(sight.before ?? 1 << 30), after: Int64(sight.after ?? 1 << 30), mask: axes(mask),
      bias: axes(bias))
    self.init(shape, hasMask: mask != nil, hasBias: bias != nil, part)
    guard isWorthwhile else { return nil }
  }

  /// Whether the kernel is quicker than XLA.
  ///
  /// Measured on one thread with AVX-512, in the shapes of `Utilities/kernels/check_attention.h`, against XLA of jaxlib 0.10.2: the
  /// output takes 0.2 to 0.7 of XLA's time, from 2 sequences of 8 times and 2 heads of 8 to one of 2048 and 8 heads of 64, and output
  /// and gradient together 0.2 to 0.9; a single query to 1024 keys in 8 heads takes 2.6 ms in place of 7. But where such a query has
  /// 8 heads to one of the keys, XLA multiplies matrices, and both take 1.9 ms.
  private var isWorthwhile: Bool { shape.times > 1 || shape.heads == shape.key_heads }

  /// The extents of what it takes, without a mask, and gives, in order, but for the memory that it needs for itself.
  private var extents: (operands: [[Int64]], mask: [Int64]?, results: [[Int64]]) {
    let query = [shape.batch, shape.times, shape.heads, shape.size]
    let key = [shape.batch, shape.sources, shape.key_heads, shape.size]
    let statistics = [shape.batch, shape.heads, shape.times, 2]
    func scores(_ axes: BloxScoreAxes) -> [Int64] {
      [
        axes.batch ? shape.batch : 1, axes.heads ? shape.heads : 1, axes.times ? shape.times : 1,
        axes.sources ? shape.sources : 1,
      ]
    }
    let operands = [query, key, key] + (hasBias ? [scores(shape.bias)] : [])
    let mask = hasMask ? scores(shape.mask) : nil
    switch part {
    case .output: return (operands, mask, [query, statistics])
    case .gradient: return (operands + [query, statistics, query], mask, [query, key, key])
    }
  }

  private func scratch(_ workers: Int) -> Int64 {
    withUnsafePointer(to: shape) { blox_attention_scratch($0, part == .gradient, Int64(workers)) }
  }

  // MARK: In a program

  /// Writes the call; nil if there are no kernels for this processor.
  ///
  /// - Parameter operands: query, key, value and the bias, if there is one; for the gradient the output, its statistics and its
  ///   cotangent; then the mask, if there is one.
  /// - Returns: the output and the statistics, or the cotangents of query, key and value.
  package func lower(_ operands: [HLOValue], in function: HLOFunction) -> [HLOValue]? {
    guard let kernel = AttentionKernel.function else { return nil }
    let types = (extents.results + [[scratch(Kernels.workers)]]).map { HLOType(.f32, $0.map { Int($0) }) }
    let results = function.call(
      kernel, operands.map { ($0, false) }, numbers: integers + [Kernels.workers],
      results: types.map(BufferLayout.rows))
    return Array(results.dropLast())
  }

  /// The shape as a program passes it.
  private var integers: [Int] {
    func number(_ axes: BloxScoreAxes) -> Int {
      (axes.batch ? 8 : 0) + (axes.heads ? 4 : 0) + (axes.times ? 2 : 0) + (axes.sources ? 1 : 0)
    }
    let sizes = [
      shape.batch, shape.times, shape.sources, shape.heads, shape.key_heads, shape.size, shape.before,
      shape.after,
    ]
    return [part.rawValue] + sizes.map { Int($0) } + [
      Int(shape.scale.bitPattern), hasMask ? number(shape.mask) : -1, hasBias ? number(shape.bias) : -1,
    ]
  }

  /// The reverse of `integers`; nil for what it does not give.
  private init?(integers: [Int]) {
    guard integers.count == 12, let part = Part(rawValue: integers[0]),
      let scale = UInt32(exactly: integers[9]), integers[10...].allSatisfy({ (-1...15).contains($0) })
    else { return nil }
    func axes(_ number: Int) -> BloxScoreAxes {
      let bits = max(number, 0)
      return BloxScoreAxes(
        batch: bits & 8 != 0, heads: bits & 4 != 0, times: bits & 2 != 0, sources: bits & 1 != 0)
    }
    let sizes = integers[1..<9].map { Int64($0) }
    self.init(
      BloxAttention(
        batch: sizes[0], times: sizes[1], sources: sizes[2], heads: sizes[3], key_heads: sizes[4],
        size: sizes[5], scale: Float(bitPattern: scale), before: sizes[6], after: sizes[7],
        mask: axes(integers[10]), bias: axes(integers[11])), hasMask: integers[10] >= 0,
      hasBias: integers[11] >= 0, part)
  }

  // MARK: In a running program

  /// The function that programs call.
  static let function = Kernels.function("attention") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in try AttentionKernel.run(call) }
  }

  private static func run(_ call: ForeignCall) throws(PJRTError) {
    guard var numbers = call.integers("numbers"), let workers = numbers.popLast(),
      Kernels.workerCounts.contains(workers), let kernel = AttentionKernel(integers: numbers)
    else { throw KernelBuffers.wrong("attention", "a shape that is not known") }
    let extents = kernel.extents
    let buffers = try KernelBuffers(
      call, "attention", operands: extents.operands, mask: extents.mask,
      results: extents.results + [[kernel.scratch(workers)]])
    let passed = kernel.buffers(buffers)
    let compute = kernel.part == .gradient ? blox_attention_gradient : blox_attention
    withUnsafePointer(to: kernel.shape) { shape in
      withUnsafePointer(to: passed) { compute(shape, $0, Int64(workers), buffers.threads) }
    }
  }

  private func buffers(_ buffers: KernelBuffers) -> BloxAttentionBuffers {
    var passed = BloxAttentionBuffers()
    var (operands, results) = (buffers.operands[...], buffers.results[...])
    passed.query = operands.popFirst()
    passed.key = operands.popFirst()
    passed.value = operands.popFirst()
    if hasBias { passed.bias = operands.popFirst() }
    passed.mask = buffers.mask
    if part == .gradient {
      // What the first call wrote is only read here.
      passed.output = operands.popFirst().map { UnsafeMutablePointer(mutating: $0) }
      passed.statistics = operands.popFirst().map { UnsafeMutablePointer(mutating: $0) }
      passed.output_slope = operands.popFirst()
      passed.query_slope = results.popFirst()
      passed.key_slope = results.popFirst()
      passed.value_slope = results.popFirst()
    } else {
      passed.output = results.popFirst()
      passed.statistics = results.popFirst()
    }
    passed.scratch = results.popFirst()
    return passed
  }
}
