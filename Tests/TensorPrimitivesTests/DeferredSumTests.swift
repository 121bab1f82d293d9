import Tensors
import Testing

/// The gradients of what a loop's runs share: computed after the loop where that is cheaper, and the same either way.
@Suite struct DeferredSumTests {
  /// Made before any function is traced: a static that is first read inside of `jit` is a value of its trace.
  init() { (_, _) = (Self.inputs, Self.weights) }

  /// A recurrence with weights that are used twice, once transposed, and a bias.
  static func step(_ weights: [Tensor], _ state: Tensor, _ input: Tensor) -> Tensor {
    let mixed = matmul(state, weights[0]) + matmul(input, weights[1]) + weights[2]
    return tanh(mixed) + 0.1 * matmul(mixed, weights[0].transpose())
  }

  static func looped(_ weights: [Tensor], _ inputs: Tensor, reverse: Bool, unroll: Int) -> Tensor {
    let state = Tensor.zeros([3, 8], dtype: .float64)
    let (last, all) = scan(state, inputs, reverse: reverse, unroll: unroll) {
      (state: Tensor, input: Tensor) in
      let next = step(weights, state, input)
      return (next, next)
    }
    return square(last).sum() + (all * all * all).sum()
  }

  static func unrolled(_ weights: [Tensor], _ inputs: Tensor, reverse: Bool) -> Tensor {
    var state = Tensor.zeros([3, 8], dtype: .float64)
    var sum = Tensor(0.0)
    for time in reverse ? [4, 3, 2, 1, 0] : [0, 1, 2, 3, 4] {
      state = step(weights, state, inputs[time])
      sum = sum + (state * state * state).sum()
    }
    return square(state).sum() + sum
  }

  static let inputs = Random.normal(Random.key(1), [5, 3, 6], dtype: .float64)
  static let weights: [Tensor] = {
    let keys = Random.split(Random.key(2), 3)
    return [
      0.3 * Random.normal(keys[0], [8, 8], dtype: .float64),
      0.3 * Random.normal(keys[1], [6, 8], dtype: .float64), Random.normal(keys[2], [8], dtype: .float64),
    ]
  }()

  private func expectEqual(_ a: [Tensor], _ b: [Tensor], sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    #expect(a.count == b.count)
    for (x, y) in zip(a, b) {
      #expect(x.shape == y.shape, sourceLocation: sourceLocation)
      let difference = try abs(x - y).max().item(Double.self)
      #expect(difference < 1e-11, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [false, true], [1, 2]) func gradientsAreThoseOfTheUnrolledLoop(reverse: Bool, unroll: Int)
    throws
  {
    let (one, other) = try jit { (weights: [Tensor], inputs: Tensor) in
      let one = grad { (w: [Tensor], x: Tensor) in Self.looped(w, x, reverse: reverse, unroll: unroll) }(
        weights, inputs)
      let other = grad { (w: [Tensor], x: Tensor) in Self.unrolled(w, x, reverse: reverse) }(weights, inputs)
      return (one, other)
    }(Self.weights, Self.inputs)
    try expectEqual(one, other)
  }

  @Test func derivativesOfGradientsAndLanes() throws {
    func along(_ f: @escaping ([Tensor]) -> Tensor) -> ([Tensor]) -> [Tensor] {
      { weights in jvp(grad(f), primals: weights, tangents: weights).1 }
    }
    let (one, other, twice, lanes) = try jit { (weights: [Tensor]) in
      let looped = { (w: [Tensor]) in Self.looped(w, Self.inputs, reverse: false, unroll: 1) }
      let unrolled = { (w: [Tensor]) in Self.unrolled(w, Self.inputs, reverse: false) }
      let inner = { (w: [Tensor]) in grad(looped)(w).reduce(Tensor(0.0)) { $0 + square($1).sum() } }
      let outer = { (w: [Tensor]) in grad(unrolled)(w).reduce(Tensor(0.0)) { $0 + square($1).sum() } }
      let stacked = weights.map { stack([$0, 2 * $0]) }
      return (
        along(looped)(weights) + grad(inner)(weights), along(unrolled)(weights) + grad(outer)(weights),
        grad(looped)(weights.map { 2 * $0 }), vmap(grad(looped))(stacked)
      )
    }(Self.weights)
    try expectEqual(one.map { $0 * 1e-3 }, other.map { $0 * 1e-3 })
    try expectEqual(lanes.map { $0[1] }, twice)
  }

  /// The loop back carries the state's cotangent and nothing as large as the weights.
  @Test func weightsAreNotCarried() throws {
    let program = try makeJaxpr { (w: [Tensor]) in
      grad { (w: [Tensor]) in Self.looped(w, Self.inputs, reverse: false, unroll: 1) }(w)
    }(Self.weights)
    let loops = "\(program)".split(separator: "\n").filter { $0.contains("scan[") && $0.contains("reverse") }
    #expect(loops.count == 1)
    #expect(loops.allSatisfy { $0.contains("carries: 1]") }, "\(loops)")
  }

  /// With many rows the sum is smaller than what would be stacked.
  @Test func sumsOfManyRowsAreCarried() throws {
    let program = try makeJaxpr { (w: Tensor, x: Tensor) in
      grad { (w: Tensor) in
        scan(Tensor.zeros([64, 2]), x) { (state: Tensor, input: Tensor) in
          (tanh(matmul(state, w) + input), Tensor(0.0))
        }.0.sum()
      }(w)
    }(Tensor.ones([2, 2]), Tensor.ones([5, 64, 2]))
    #expect("\(program)".contains("carries: 2]"))
  }
}
