import Numerics
public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// The numbers 0, 1, …, `count` - 1 in random order (`jax.random.permutation`), int32.
  ///
  /// The result is `[count]`. Fails if the key is not uint32 `[2]`, or the count is negative.
  public static func permutation(_ key: Tensor, _ count: Int) -> Tensor {
    let operation = "Random.permutation"
    if let error = problem(operation, key, [count]) { return error }
    return fused(operation, key, count) { key, count in shuffled(key, Tensor.arange(count), axis: 0) }
  }

  /// A tensor's slices along an axis in random order (`jax.random.permutation`).
  ///
  /// The result has the shape of `x`. Fails if the key is not uint32 `[2]`, or the axis is out of range.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - x: the tensor.
  ///   - axis: the axis whose slices are put in another order.
  ///   - independent: whether each vector along the axis gets an order of its own.
  public static func permutation(
    _ key: Tensor, _ x: Tensor, axis: Int = 0, independent: Bool = false
  ) -> Tensor {
    let operation = "Random.permutation"
    if let error = problem(operation, key) { return error }
    if x.isFailed { return x }
    switch x.normalized(axis, operation) {
    case .failure(let error): return Tensor.failed(error)
    case .success(let axes):
      let axis = axes[0]
      return fused(operation, [key, x], axis, independent) { operands, axis, independent in
        let (key, x) = (operands[0], operands[1])
        if independent || x.ndim == 1 { return [shuffled(key, x, axis: axis)] }
        let order = shuffled(key, Tensor.arange(x.type.shape[axis]), axis: 0)
        return [x.take(order, axis: axis, mode: .promiseInBounds)]
      }[0]
    }
  }

  /// The elements sorted by random words, so often that equal words hardly bias the order.
  private static func shuffled(_ key: Tensor, _ x: Tensor, axis: Int) -> Tensor {
    let size = Double(Swift.max(1, x.size))
    let rounds = Int((3 * Double.log(size) / Double.log(Double(UInt32.max))).rounded(.up))
    var (key, x) = (key, x)
    for _ in 0..<rounds {
      let keys = split(key)
      key = keys[0]
      let words = bits(keys[1], x.type.shape)
      x = bind(Sort(axis: axis, count: 2), [words, x])[1]
    }
    return x
  }
}

extension Random {
  /// Numbers drawn from 0, 1, …, `count` - 1 (`jax.random.choice`), int32.
  ///
  /// More draws without replacement than there are probabilities above 0 are an error; while `p` is traced, the draws that
  /// are too many give -1.
  /// Fails if the key is not uint32 `[2]`, an extent is negative, there is nothing to choose from, or `p` is not
  /// `[count]`.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - count: how many numbers to choose from: 0 up to it, exclusive.
  ///   - shape: the shape of the result.
  ///   - replace: whether a number may be drawn again.
  ///   - p: the probabilities, a vector of `count`; equal ones when nil.
  ///   - mode: how finely the draw without replacement resolves small probabilities.
  public static func choice(
    _ key: Tensor, _ count: Int, _ shape: Shape = [], replace: Bool = true, p: Tensor? = nil,
    mode: Mode = .low
  ) -> Tensor {
    let choice = Choice(count: count, axis: 0, shape: shape, replace: replace, mode: mode)
    return choice.draw(key, nil, p)
  }

  /// Slices of a tensor along an axis, drawn at random (`jax.random.choice`).
  ///
  /// `shape` takes the place of the axis: from `[12, 3]` the shape `[5]` draws `[5, 3]`. More draws without replacement than
  /// there are probabilities above 0 are an error; while `p` is traced, the draws that are too many give NaN, or the least
  /// integer.
  /// Fails if the key is not uint32 `[2]`, the axis is out of range, there is nothing to choose from, or `p` is not a
  /// vector of as many.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - population: what to choose from.
  ///   - shape: the shape of the result.
  ///   - replace: whether a slice may be drawn again.
  ///   - p: the probabilities, a vector with an element for each slice; equal ones when nil.
  ///   - axis: the axis of the population to choose along.
  ///   - mode: how finely the draw without replacement resolves small probabilities.
  public static func choice(
    _ key: Tensor, _ population: Tensor, _ shape: Shape = [], replace: Bool = true, p: Tensor? = nil,
    axis: Int = 0, mode: Mode = .low
  ) -> Tensor {
    if population.isFailed { return population }
    switch population.normalized(axis, "Random.choice") {
    case .failure(let error): return Tensor.failed(error)
    case .success(let axes):
      let choice = Choice(
        count: population.type.shape[axes[0]], axis: axes[0], shape: shape, replace: replace, mode: mode)
      return choice.draw(key, population, p)
    }
  }
}

/// The arguments of `choice`.
private struct Choice: Hashable, Sendable {
  let count: Int
  let axis: Int
  let shape: Shape
  let replace: Bool
  let mode: Random.Mode

  private var drawCount: Int { shape.size }

  /// A draw from a population, or from the numbers below `count`, with equal probabilities or those given.
  func draw(_ key: Tensor, _ population: Tensor?, _ p: Tensor?) -> Tensor {
    if let error = Random.problem("Random.choice", key, shape) ?? problem(population, p) { return error }
    let operands = [key] + [p, population].compactMap { $0 }
    return fused("Random.choice", operands, self, p != nil, population != nil) {
      operands, choice, hasProbabilities, hasPopulation in
      [choice.body(operands[0], hasProbabilities ? operands[1] : nil, hasPopulation ? operands.last : nil)]
    }[0]
  }

  private func problem(_ population: Tensor?, _ p: Tensor?) -> Tensor? {
    func failure(_ problem: String, _ expected: String) -> Tensor {
      Random.failure(
        "Random.choice", [population, p].compactMap { $0 }, problem: problem, expected: expected)
    }
    if count <= 0 && drawCount > 0 {
      return failure(
        "there is nothing to choose from: the population has \(count)", "a population of 1 or more")
    }
    if !replace && drawCount > count {
      return failure(
        "a sample of \(drawCount) is larger than the population of \(count)",
        "at most \(count) draws, or replace: true")
    }
    guard let p else { return nil }
    if p.isFailed { return p }
    if p.type.shape != [count] {
      return failure("p has shape \(p.type.shape)", "a vector of \(count) probabilities, one for each choice")
    }
    if !replace, let possible = Random.leastPossible(p, above: 0, axis: 0), drawCount > possible {
      return failure(
        "a sample of \(drawCount) is larger than the \(possible) choices that are possible",
        "at most as many draws as there are probabilities above 0, or replace: true")
    }
    return nil
  }

  private func body(_ key: Tensor, _ p: Tensor?, _ population: Tensor?) -> Tensor {
    guard drawCount > 0 else {
      return Tensor.zeros(resultShape(population), dtype: population?.dtype ?? .int32)
    }
    if p == nil && !replace {
      let order =
        population.map { Random.permutation(key, $0, axis: axis) } ?? Random.permutation(key, count)
      return order.sliced(axis: axis, from: 0, to: drawCount).reshape(resultShape(population))
    }
    let positions = positions(key, p)
    // Without replacement there may be no choice left, which is known by then if p is traced.
    guard let population else { return positions.reshape(shape) }
    // Negative positions would count from the end.
    let valid = replace ? positions : select(positions .< 0, Tensor(count), positions)
    let mode: IndexMode = replace ? .promiseInBounds : .fill
    return population.take(valid, axis: axis, mode: mode).reshape(resultShape(population))
  }

  private func positions(_ key: Tensor, _ p: Tensor?) -> Tensor {
    guard let p = p?.inexact else { return Random.randint(key, shape, minval: 0, maxval: count) }
    if replace {
      // Sums that are not formed one after the other may rise by rounding where the probability is 0, or even fall.
      let rounded = bind(Cumulative(.sum, axis: 0), p) as Tensor
      let sums = bind(Cumulative(.max, axis: 0), select(p .> 0, rounded, 0)) as Tensor
      let total = sums.sliced(axis: 0, from: count - 1, to: count).reshape([])
      let u = Random.uniform(key, shape, dtype: p.dtype)
      return sums.searchsorted(total * (1 - u))
    }
    let noise = Random.gumbel(key, [count], dtype: p.dtype, mode: mode)
    let best = topK(noise + log(p), drawCount, axis: 0)
    return Random.possible(best.indices, best.values)
  }

  private func resultShape(_ population: Tensor?) -> Shape {
    guard let extents = population?.type.shape.dimensions else { return shape }
    return Shape(extents[..<axis] + shape.dimensions + extents[(axis + 1)...])
  }
}

extension Random {
  /// The least number along an axis of elements above a limit; nil while the tensor stands for values.
  static func leastPossible(_ x: Tensor, above limit: Double, axis: Int) -> Int? {
    guard x.hasValue, x.size > 0 else { return nil }
    return Trace.with(.evaluation) {
      try? countNonzero(x .> Tensor(limit), axis: axis).min().item(Int.self)
    }
  }

  /// Positions that were drawn by the greatest scores, and -1 in place of those that are impossible.
  static func possible(_ positions: Tensor, _ scores: Tensor) -> Tensor {
    select(scores .== Tensor(-Double.infinity), -1, positions)
  }
}
