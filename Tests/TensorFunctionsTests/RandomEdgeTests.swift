import Tensors
import Testing

@testable import TensorFunctions

/// What has probability 0 is not drawn, and parameters at the border of what is allowed have samples.
@Suite struct RandomEdgeTests {
  let key = Random.key(7)

  @Test func choicesOfProbabilityZero() throws {
    // Every second number cannot be drawn; sums of so many are rounded, not always up.
    let count = 10_001
    let p = Tensor((0..<count).map { $0 % 2 == 0 ? Float(0) : 1 / Float($0) })
    let drawn = try Random.choice(key, count, [20_000], p: p).scalars(Int.self)
    #expect(drawn.allSatisfy { $0 % 2 == 1 })
    let once = try Random.choice(key, count, [5000], replace: false, p: p).scalars(Int.self)
    #expect(once.allSatisfy { $0 % 2 == 1 } && Set(once).count == 5000)
    for only in [0, 1, 4] {
      let certain = Tensor((0..<5).map { Float($0 == only ? 1 : 0) })
      #expect(try Random.choice(key, 5, [50], p: certain).scalars(Int.self).allSatisfy { $0 == only })
    }
  }

  @Test func outcomesThatAreImpossibleOrCertain() throws {
    let logits = Tensor([-.infinity, 0, -.infinity, 0] as [Float])
    for mode in [Random.Mode.low, .high, .highest] {
      let drawn = try Random.categorical(key, logits, shape: [5000], mode: mode).scalars(Int.self)
      #expect(Set(drawn) == [1, 3])
    }
    let pair = try Random.categorical(key, logits, shape: [2], replace: false).scalars(Int.self)
    #expect(Set(pair) == [1, 3])
    for mode in [Random.Mode.low, .high] {
      #expect(try !Random.bernoulli(key, 0.0, shape: [70_000], mode: mode).any().item(Bool.self))
      #expect(try Random.bernoulli(key, 1.0, shape: [70_000], mode: mode).all().item(Bool.self))
    }
  }

  @Test(arguments: [DType.float16, .bfloat16, .float32]) func nothingIsInfinite(dtype: DType) throws {
    let draws = [
      Random.exponential(key, [70_000], dtype: dtype),
      Random.laplace(key, [70_000], dtype: dtype),
      Random.logistic(key, [70_000], dtype: dtype), Random.cauchy(key, [70_000], dtype: dtype),
      Random.gumbel(key, [70_000], dtype: dtype), Random.normal(key, [70_000], dtype: dtype),
    ]
    for draw in draws { #expect(try isfinite(draw).all().item(Bool.self)) }
  }

  @Test(arguments: [DType.float16, .bfloat16, .float32, .float64])
  func uniformNumbersAreBelowTheMaximum(dtype: DType) throws {
    // So few numbers lie between the bounds that every draw is rounded.
    for (low, high) in [(1000.0, 1001), (-1001, -1000), (0, 1), (3, 3)] {
      let (minimum, maximum) = (Tensor(low).astype(dtype), Tensor(high).astype(dtype))
      let x = Random.uniform(key, [5000], dtype: dtype, minval: minimum, maxval: maximum)
      #expect(try (x .>= minimum).all().item(Bool.self))
      let isBelow = try (x .< maximum).all().item(Bool.self)
      #expect(try isBelow || minimum.item(Double.self) >= maximum.item(Double.self), "\(low) to \(high)")
    }
    let slope = grad { Random.uniform(key, [4], minval: 1000, maxval: $0).sum() }(
      Tensor(Float(1001)))
    #expect(try slope.item(Float.self) > 0)
  }

  @Test func truncatedNormalBetweenBounds() throws {
    for (low, high) in [(-1.0, 1.0), (1, 1), (-2, -2), (0.5, 0.50001), (8, 9), (-.infinity, .infinity)] {
      let x = try Random.truncatedNormal(key, Tensor(low), Tensor(high), [500]).scalars(Float.self)
      #expect(x.allSatisfy { Float(low) <= $0 && $0 <= Float(high) && $0.isFinite }, "\(low) to \(high)")
    }
  }

  @Test func truncatedNormalFarOut() throws {
    // Means by mpmath: (φ(a) - φ(b)) / (Φ(b) - Φ(a)).
    let cases: [(low: Double, high: Double, mean: Double)] = [
      (10, 11, 10.0980684), (5, .infinity, 5.186504), (-.infinity, -5, -5.186504), (-11, -10, -10.0980684),
      (30, 31, 30.03326), (3, 3.5, 3.1855944), (1e4, .infinity, 10000.0001),
    ]
    for (low, high, mean) in cases {
      let x = Random.truncatedNormal(key, Tensor(low), Tensor(high), [4000])
      let values = try x.scalars(Float.self)
      #expect(values.allSatisfy { Float(low) <= $0 && $0 <= Float(high) && $0.isFinite }, "\(low) to \(high)")
      let average = values.map(Double.init).reduce(0, +) / 4000
      #expect(abs(average - mean) < 0.1 * (mean - (low > 0 ? low : high)).magnitude + 1e-3, "\(average)")
      #expect(low > 1000 || Set(values).count > 2000, "\(low) to \(high)")
    }
    // Beside bounds that are not far out; of those the numbers are the same.
    let low = Tensor([-2, 10, -.infinity] as [Float])
    let high = Tensor([2, 11, -8] as [Float])
    let three = try Random.truncatedNormal(key, low, high).scalars(Float.self)
    let two = Random.truncatedNormal(key, Tensor(Float(-2)), Tensor(Float(2)), [3])
    #expect(try three[0] == two.scalars(Float.self)[0] && (10...11).contains(three[1]) && three[2] < -8)
    // Far out all moves with the bound.
    let slope = grad { Random.truncatedNormal(key, $0, Tensor(Double.infinity), [100]).mean() }(
      Tensor(Float(20)))
    #expect(try abs(slope.item(Float.self) - 0.9975) < 0.01)
    let both = grad { Random.truncatedNormal(key, $0, high).sum() }(low)
    #expect(try isfinite(both).all().item(Bool.self))
  }

  @Test func moreDrawsThanOutcomes() throws {
    let p = Tensor([0, 0.5, 0.5, 0] as [Float])
    let tooMany = Random.choice(key, 4, [3], replace: false, p: p)
    #expect(throws: TensorError.self) { try tooMany.scalars(Int.self) }
    #expect(try Set(Random.choice(key, 4, [2], replace: false, p: p).scalars(Int.self)) == [1, 2])
    let logits = Tensor([-.infinity, 0, 1] as [Float])
    let classes = Random.categorical(key, logits, shape: [3], replace: false)
    #expect(throws: TensorError.self) { try classes.scalars(Int.self) }
    // Of probabilities that are not known yet, what is impossible is no choice.
    let traced = try jit { (p: Tensor) in Random.choice(key, 4, [3], replace: false, p: p) }(p)
    let drawn = try traced.scalars(Int.self)
    #expect(Set(drawn) == [1, 2, -1])
    let names = Tensor([10, 20, 30, 40] as [Float])
    let some = try jit { (p: Tensor) in Random.choice(key, names, [3], replace: false, p: p) }(p)
    #expect(try Set(some.scalars(Float.self).filter { !$0.isNaN }) == [20, 30])
    #expect(try countNonzero(isnan(some)).item(Int.self) == 1)
    let classesTraced = try jit { (l: Tensor) in Random.categorical(key, l, shape: [3], replace: false) }(
      logits)
    #expect(try Set(classesTraced.scalars(Int.self)) == [1, 2, -1])
  }

  @Test func covariancesOfLowerRank() throws {
    let mean = Tensor([1, 2, 3] as [Float])
    let line = Tensor([[1, 2, 0], [2, 4, 0], [0, 0, 0]] as [[Float]])
    let x = Random.multivariateNormal(key, mean, line, [4000]) - mean
    let values = try x.scalars(Float.self)
    for row in 0..<4000 {
      #expect(abs(values[3 * row + 1] - 2 * values[3 * row]) < 1e-4 && abs(values[3 * row + 2]) < 1e-4)
    }
    let spread = try cov(x.transpose()).scalars(Float.self)
    #expect(zip(spread, [1, 2, 0, 2, 4, 0, 0, 0, 0]).allSatisfy { abs($0 - $1) < 0.2 })
    let still = Random.multivariateNormal(key, mean, .zeros([3, 3]), [2])
    #expect(try still.scalars(Float.self) == [1, 2, 3, 1, 2, 3])
    // Full rank beside lower rank: the first is what it is alone.
    let full = Tensor.eye(3) * 2
    let both = Random.multivariateNormal(key, mean, stack([full, line]))
    let alone = Random.multivariateNormal(key, mean, stack([full, full]))
    #expect(try allclose(both[0], alone[0]).item(Bool.self))
    #expect(try isfinite(both).all().item(Bool.self))
    let wrong = Tensor([[1, 2], [2, 1]] as [[Float]])
    let none = Random.multivariateNormal(key, Tensor([0, 0] as [Float]), wrong)
    #expect(try isnan(none).all().item(Bool.self))
  }
}
