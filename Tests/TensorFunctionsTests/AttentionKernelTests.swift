import PJRT
import TensorTransformations
import Tensors
import Testing

@testable import TensorCore
@testable import TensorFunctions
@testable import TensorPrimitives

/// Attention by the kernels of `CKernels`, against XLA's operations: values and gradients.
@Suite(.enabled(if: Kernels.instructions != nil, "no kernels for this processor"))
struct AttentionKernelTests {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    var batch = 2
    let times, sources, heads, keyHeads, size: Int
    var isCausal = false
    var window: [Int]?
    /// The extents of a mask and of a bias.
    var mask, bias: Shape?
    var hasLengths = false

    var query: Shape { [batch, times, heads, size] }
    var key: Shape { [batch, sources, keyHeads, size] }

    /// Query, key and value.
    func operands(_ seed: Int, dtype: DType = .float32) -> [Tensor] {
      let keys = Random.split(Random.key(seed), 3)
      return [query, key, key].enumerated().map { Random.normal(keys[$0.offset], $0.element, dtype: dtype) }
    }

    func callAsFunction(_ x: [Tensor]) -> Tensor {
      // Rows of a mask that see nothing are among these.
      let mask = mask.map { Random.uniform(Random.key(31), $0) .< (isCausal ? 0.3 : 0.6) }
      let bias = bias.map { Random.normal(Random.key(32), $0).astype(x[0].dtype) }
      let lengths = (0..<2).map { part in
        Tensor((0..<batch).map { Int32(1 + (part == 0 ? times : sources) * $0 / batch) })
      }
      return dotProductAttention(
        x[0], x[1], x[2], bias: bias, mask: mask, isCausal: isCausal,
        querySequenceLengths: hasLengths ? lengths[0] : nil,
        keyValueSequenceLengths: hasLengths ? lengths[1] : nil,
        localWindow: window.map { ($0[0], $0[1]) })
    }

    /// A number that depends on every output in its own way.
    func loss(_ x: [Tensor]) -> Tensor {
      let y = self(x)
      return (sin(3 * y) * cos(Tensor.arange(y.size).astype(y.dtype).reshape(y.shape))).sum()
    }
  }

  static let cases = [
    Case(description: "causal", times: 37, sources: 37, heads: 2, keyHeads: 2, size: 5, isCausal: true),
    Case(
      description: "shared heads, a mask", times: 33, sources: 41, heads: 4, keyHeads: 2, size: 16,
      isCausal: true, mask: [2, 1, 33, 41]),
    Case(
      description: "a window, a bias", batch: 1, times: 50, sources: 49, heads: 3, keyHeads: 1, size: 33,
      window: [4, 2], bias: [3, 50, 1]),
    Case(
      description: "lengths", batch: 3, times: 20, sources: 70, heads: 2, keyHeads: 2, size: 40,
      bias: [1, 2, 1, 70], hasLengths: true),
    Case(description: "long", batch: 1, times: 9, sources: 600, heads: 1, keyHeads: 1, size: 64, mask: [600]),
  ]

  private func compiled(_ program: Program, kernels: Bool) throws -> CompiledProgram {
    try CompiledProgram(program, on: .default, kernels: kernels)
  }

  private func calls(_ program: Program) -> Int {
    LoweredProgram(program, callsKernels: true).text.split(separator: "blox_attention_v").count - 1
  }

  private func largest(_ tensor: Tensor) throws -> Double { try abs(tensor).max().item(Double.self) }

  private func all(_ attention: Case, _ x: [Tensor]) -> [Tensor] {
    [attention(x)] + grad { (x: [Tensor]) in attention.loss(x) }(x)
  }

  /// Values, and the gradients of query, key and value.
  @Test(arguments: cases) func valuesAndGradientsAreThoseOfXLA(_ attention: Case) throws {
    let operands = attention.operands(3)
    let program = try makeJaxpr { (x: [Tensor]) in all(attention, x) }(operands)
    #expect(calls(program) == 3)
    let ours = try compiled(program, kernels: true).run(operands)
    let theirs = try compiled(program, kernels: false).run(operands)
    let exact = try jit { (x: [Tensor]) in all(attention, x) }(operands.map { $0.astype(.float64) })
    for (index, (value, exact)) in zip(ours, exact).enumerated() {
      let scale = max(try largest(exact), 1e-3)
      #expect(value.shape == theirs[index].shape)
      #expect(try largest(value.astype(.float64) - exact) <= 3e-6 * scale, "result \(index)")
      #expect(try largest(value - theirs[index]) <= 5e-6 * scale, "result \(index)")
    }
  }

  /// Without kernels the operations are those that attention has without the primitive, to the bit.
  @Test func withoutKernelsNothingIsDifferent() throws {
    let attention = AttentionKernelTests.cases[0]
    let form = AttentionForm(
      scale: 1 / Double(attention.size).squareRoot(), isCausal: true, window: nil, hasBias: false,
      hasMask: false)
    let operands = attention.operands(4)
    func results(_ f: @escaping ([Tensor]) -> Tensor) throws -> [[UInt32]] {
      let program = try makeJaxpr { (x: [Tensor]) in
        [f(x)] + grad { (x: [Tensor]) in square(f(x)).sum() }(x)
      }(operands)
      return try compiled(program, kernels: false).run(operands).map {
        try $0.scalars(Float.self).map(\.bitPattern)
      }
    }
    let plain = try results { form.attended($0[0], $0[1], $0[2], bias: nil, mask: nil).mean }
    #expect(try results { attention($0) } == plain)
  }

  /// NaN and infinity come out where XLA's operations have them: also of values that are not seen, whose weight is 0.
  @Test func numbersThatAreNotFinite() throws {
    let attention = Case(
      description: "causal", batch: 1, times: 5, sources: 5, heads: 2, keyHeads: 1, size: 3, isCausal: true,
      bias: [1, 1, 5, 5])
    func all(_ x: [Tensor]) -> [Tensor] {
      func attended(_ y: [Tensor]) -> Tensor {
        dotProductAttention(y[0], y[1], y[2], bias: x[3], isCausal: true)
      }
      let (value, back) = vjp(attended, primals: Array(x[..<3]))
      return [value] + back(x[4])
    }
    let plain =
      attention.operands(2) + [Tensor.zeros([5, 5]), Random.normal(Random.key(1), attention.query)]
    let program = try makeJaxpr { (x: [Tensor]) in all(x) }(plain)
    #expect(calls(program) == 2)
    let programs = try [true, false].map { try compiled(program, kernels: $0) }
    for (operand, place) in [(0, 2), (1, 10), (1, 0), (2, 13), (2, 1), (3, 15), (3, 4), (4, 8), (4, 29)] {
      for special in [Float.nan, .infinity, -.infinity] {
        var operands = plain
        var numbers = try operands[operand].scalars(Float.self)
        numbers[place] = special
        operands[operand] = Tensor(numbers, shape: operands[operand].shape)
        let (ours, theirs) = (try programs[0].run(operands), try programs[1].run(operands))
        for (result, (value, other)) in zip(ours, theirs).enumerated() {
          let pair = (try value.scalars(Float.self), try other.scalars(Float.self))
          for (mine, right) in zip(pair.0, pair.1) {
            let isSame = mine == right || mine.isNaN && right.isNaN
            let isNear = abs(mine - right) <= 1e-5 * max(1, abs(right))
            #expect(isSame || isNear, "\(special) in operand \(operand): \(mine), \(right) in \(result)")
          }
        }
      }
    }
    // A row of which every score is minus infinity.
    let nothing = plain[..<3] + [Tensor.full([5, 5], Tensor(-Double.infinity)), plain[4]]
    for (value, other) in zip(try programs[0].run(Array(nothing)), try programs[1].run(Array(nothing))) {
      #expect(
        try isnan(value).astype(.int32).scalars(Int.self) == isnan(other).astype(.int32).scalars(Int.self))
    }
  }

  /// Lanes, forward mode and second derivatives go by the operations, in programs with kernels too.
  @Test func underTransformations() throws {
    let attention = Case(
      description: "small", batch: 1, times: 3, sources: 8, heads: 1, keyHeads: 1, size: 2, isCausal: true)
    let operands = attention.operands(9)
    let lanes = stack([operands[0], 0.5 * operands[0]])
    func loss(_ x: [Tensor]) -> Tensor { square(attention(x)).sum() }
    let program = try makeJaxpr { (operands: [Tensor], lanes: Tensor) -> [Tensor] in
      let mapped = vmap { (x: Tensor) in attention([x] + operands[1...]) }(lanes)
      let slopes = vmap { (x: Tensor) in grad { (k: Tensor) in loss([x, k, operands[2]]) }(operands[1]) }(
        lanes)
      let (_, forward) = jvp(loss, primals: operands, tangents: operands)
      let (_, mixed) = jvp(grad(loss), primals: operands, tangents: operands)
      let (_, linear) = linearize(loss, primals: operands)
      return [mapped, slopes, forward, linear(operands)] + mixed
    }(operands, lanes)
    let inputs = operands + [lanes]
    let ours = try compiled(program, kernels: true).run(inputs)
    let theirs = try compiled(program, kernels: false).run(inputs)
    for (index, (value, other)) in zip(ours, theirs).enumerated() {
      #expect(try largest(value - other) <= 1e-5 * max(1, try largest(other)), "result \(index)")
    }
    #expect(try largest(ours[2] - ours[3]) <= 1e-5 * max(1, try largest(ours[2])))
    let separate = stack([attention(operands), attention([lanes[1]] + operands[1...])])
    #expect(try largest(ours[0] - separate) <= 1e-5)
    // What the gradient changes by along the operands, against the difference of two gradients in float64.
    let differences = try jit { (operands: [Tensor]) -> [Tensor] in
      let ends = ([1 + 1e-6, 1 - 1e-6] as [Double]).map { size in grad(loss)(operands.map { size * $0 }) }
      return zip(ends[0], ends[1]).map { ($0 - $1) / 2e-6 }
    }(operands.map { $0.astype(.float64) })
    for (mixed, difference) in zip(ours[4...], differences) {
      #expect(try largest(mixed.astype(.float64) - difference) <= 1e-5 * max(1, try largest(difference)))
    }
  }

  /// The gradient of a bias has the size of all scores, and is XLA's, with those of query, key and value.
  @Test func theGradientOfABias() throws {
    let attention = AttentionKernelTests.cases[0]
    let operands = attention.operands(5) + [Random.normal(Random.key(6), [2, 1, 37])]
    let program = try makeJaxpr { (x: [Tensor]) in
      grad { (x: [Tensor]) in
        (sin(dotProductAttention(x[0], x[1], x[2], bias: x[3], isCausal: true))).sum()
      }(x)
    }(operands)
    #expect(calls(program) == 0)
    let ours = try compiled(program, kernels: true).run(operands)
    let exact = try jit { (x: [Tensor]) in
      grad { (x: [Tensor]) in
        (sin(dotProductAttention(x[0], x[1], x[2], bias: x[3], isCausal: true))).sum()
      }(x)
    }(operands.map { $0.astype(.float64) })
    for (value, exact) in zip(ours, exact) {
      #expect(try largest(value.astype(.float64) - exact) <= 3e-6 * max(1, try largest(exact)))
    }
  }

  /// Other dtypes, a single time of shared heads, nothing at all, and windows wider than any sequence, are XLA's.
  @Test func whatTheKernelsDoNotKnowIsXLAs() throws {
    func count(
      batch: Int = 2, times: Int = 16, keyHeads: Int = 2, window: [Int]? = nil, dtype: DType = .float32
    ) throws -> Int {
      let attention = Case(
        description: "", batch: batch, times: times, sources: 16, heads: 2, keyHeads: keyHeads, size: 8,
        window: window)
      let operands = attention.operands(1, dtype: dtype)
      return calls(try makeJaxpr { (x: [Tensor]) in attention(x) }(operands))
    }
    #expect(try count() == 1)
    #expect(try count(window: [3, 1 << 30]) == 1)
    #expect(try count(window: [3, 1 << 30 + 1]) == 0)
    #expect(try count(dtype: .float64) == 0)
    #expect(try count(dtype: .bfloat16) == 0)
    #expect(try count(batch: 0) == 0)
    #expect(try count(times: 1) == 1)
    #expect(try count(times: 1, keyHeads: 1) == 0)
  }

  /// Calls that no program of ours makes.
  @Test(arguments: [false, true]) func wrongCallsAreErrors(isGradient: Bool) throws {
    let attention = Case(
      description: "a mask", batch: 1, times: 8, sources: 9, heads: 2, keyHeads: 1, size: 4)
    let operands = attention.operands(1) + [Random.normal(Random.key(2), [8, 9]) .> 0]
    let program = try makeJaxpr { (x: [Tensor]) -> [Tensor] in
      func attended(_ y: [Tensor]) -> Tensor { dotProductAttention(y[0], y[1], y[2], mask: x[3]) }
      let inputs = Array(x[..<3])
      return isGradient ? grad { (y: [Tensor]) in square(attended(y)).sum() }(inputs) : [attended(inputs)]
    }(operands)
    // What a wrong call calls is known to the plugin then.
    _ = try compiled(program, kernels: true).run(operands)
    let lowered = LoweredProgram(program, callsKernels: true)
    let sight = 1 << 30
    func numbers(_ part: Int, _ rest: String) -> String { "array<i64: \(part), \(rest)" }
    let part = isGradient ? 1 : 0
    let tail = "\(Float(0.5).bitPattern), 3, -1, \(Kernels.workers)>"
    let right = numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), \(tail)")
    #expect(lowered.text.contains(right))
    let unknown = "a shape that is not known"
    let wrong = [
      ("array<i64: 0, 0>", unknown),
      (numbers(2, "1, 8, 9, 2, 1, 4, \(sight), \(sight), \(tail)"), unknown),
      (numbers(part, "1, 0, 9, 2, 1, 4, \(sight), \(sight), \(tail)"), unknown),
      (numbers(part, "1, 8, 9, 3, 2, 4, \(sight), \(sight), \(tail)"), unknown),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(Int.max), \(sight), \(tail)"), unknown),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), -1, 3, -1, 1>"), unknown),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), 0, 16, -1, 1>"), unknown),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), 0, 3, -1, 65>"), unknown),
      (numbers(part, "1, 7, 9, 2, 1, 4, \(sight), \(sight), \(tail)"), "in place of float32, [1, 7,"),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), 0, 1, -1, 1>"), "in place of bool, [1, 1, 1, 9]"),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), 0, -1, -1, 1>"), "buffers in place of"),
      (numbers(part, "1, 8, 9, 2, 1, 4, \(sight), \(sight), 0, -1, 3, 1>"), "in place of float32"),
    ]
    for (other, problem) in wrong {
      let text = lowered.text.replacing(right, with: other)
      let executable = try Backend.default.client.compile(text)
      let error = #expect(throws: PJRTError.self, "\(other)") {
        let inputs = try operands.map { try Backend.default.buffer(of: $0, operation: "test") }
        let result = try executable.execute(inputs)[0]
        _ = try Tensor(result, lowered.outputTypes[0]).scalars(Float.self)
      }
      #expect(error?.message.contains(problem) == true, "\(other): \(error?.message ?? "nothing")")
    }
  }
}
