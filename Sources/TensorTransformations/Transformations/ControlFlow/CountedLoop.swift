package import TensorCore
import TensorPrimitives

/// A loop over integers that are known beforehand: `foriLoop` with Swift integers as bounds, a scan over nothing.
package struct CountedLoop<Carry: TensorTree, E: Error> {
  package let lower: Int
  package let upper: Int

  package func callAsFunction(
    _ initial: Carry, _ body: (Tensor, Carry) throws(E) -> Carry
  ) throws(E) -> Carry {
    guard Int32(exactly: lower) != nil, Int32(exactly: upper) != nil else {
      let failure = Tensor.failed(
        TensorError(
          "foriLoop", problem: "the bounds \(lower) and \(upper)",
          expected: "bounds from \(Int32.min) to \(Int32.max), for the counter is int32"))
      return map(initial) { _ in failure }
    }
    let scanning = Scanning<TreeTuple2<Tensor, Carry>, NoResults, NoResults, E>(
      length: max(0, upper - lower), isReversed: false, unroll: 1)
    let counter = Tensor(ScalarLiteral(lower, .int32))
    return try scanning(TreeTuple2(counter, initial), NoResults()) { (state, _) throws(E) in
      (TreeTuple2(state.a + 1, try body(state.a, state.b)), NoResults())
    }.0.b
  }
}

/// A loop over integers that are known when the program runs: `foriLoop` with tensors as bounds.
package struct BoundedLoop<Carry: TensorTree, E: Error> {
  package let lower: Tensor
  package let upper: Tensor

  package func callAsFunction(
    _ initial: Carry, _ body: (Tensor, Carry) throws(E) -> Carry
  ) throws(E) -> Carry {
    if let first = lower.literal, let last = upper.literal, first.dtype.isInteger, last.dtype.isInteger {
      // Known after all.
      return try CountedLoop(lower: first.integer(Int.self), upper: last.integer(Int.self))(initial, body)
    }
    if let wrong = [lower, upper].first(where: { $0.ndim != 0 || !$0.dtype.isInteger && !$0.isFailed }) {
      let failure = Tensor.failed(
        TensorError(
          "foriLoop", operands: [lower, upper], problem: "a bound has type \(wrong.type)",
          expected: "integer scalars as bounds"))
      return map(initial) { _ in failure }
    }
    let dtype = Promotion.common([lower, upper]).dtype
    let loop = Looping<TreeTuple3<Tensor, Tensor, Carry>, E>(name: "foriLoop")
    let state = TreeTuple3(lower.astype(dtype), upper.astype(dtype), initial)
    return try loop(state, condition: { (state) throws(E) in state.a .< state.b }) { (state) throws(E) in
      TreeTuple3(state.a + 1, state.b, try body(state.a, state.c))
    }.c
  }
}
