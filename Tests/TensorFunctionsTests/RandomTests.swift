import Tensors
import Testing

@testable import TensorFunctions

/// Values beyond those of the recorded cases; all from jax 0.10.2.
@Suite struct RandomTests {
  private let key = Random.key(7)

  private func expect(
    _ tensor: Tensor, _ expected: [Float], shape: Shape, tolerance: Float = 2e-6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(tensor.shape == shape, sourceLocation: sourceLocation)
    let values = try tensor.scalars(Float.self)
    let isNear =
      values.count == expected.count
      && zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    #expect(isNear, "\(values) should be \(expected)", sourceLocation: sourceLocation)
  }

  @Test func keysOfTensors() throws {
    #expect(try jit { (seed: Tensor) in Random.key(seed) }(5).scalars() == [UInt32(0), 5])
    #expect(try Random.key(Tensor([Int64(1 << 40 + 5)]).reshape([])).scalars() == [UInt32(256), 5])
    #expect(try Random.key(1 << 40 + 5).scalars() == [UInt32(0), 5])
    let words = [UInt32](try Random.foldIn(key, Tensor(Int32(-1))).scalars())
    #expect(words == [3_658_129_989, 1_719_350_670])
    #expect(try Random.foldIn(key, -1).scalars() == words)
    #expect(
      try Random.foldIn(key, Tensor(UInt8(255))).scalars() == Random.foldIn(key, 255).scalars(UInt32.self))
  }

  @Test func bits() throws {
    let flat = Random.bits(key, [3, 5, 7]).reshape([105])
    #expect(try flat[102...].scalars() == [UInt32(2_294_851_586), 3_585_771_758, 2_192_714_956])
    #expect(
      try Random.bits(key, [2], dtype: .uint64).scalars()
        == [15_571_024_786_774_969_728, UInt64(837_714_335_556_982_463)])
    #expect(Random.bits(key, [0, 3]).shape == [0, 3])
  }

  @Test func parametersBroadcast() throws {
    try expect(
      Random.uniform(
        key, [2, 2], minval: Tensor([Float(0), 10]), maxval: Tensor([Float(1), 20], shape: [2, 1])),
      [0.6740899, 10, 6.0568714, 14.439585], shape: [2, 2])
    try expect(
      Random.truncatedNormal(key, Tensor([Float(-1), 0.5]), Tensor([Float(1), 2], shape: [2, 1])),
      [0.30246016, 0.9843988, -0.23639946, 0.9090578], shape: [2, 2])
  }

  @Test func continuousDistributions() throws {
    try expect(Random.gumbel(key, [3], mode: .high), [-0.1143405, -1.3011914, 1.0195823], shape: [3])
    try expect(
      Random.gumbel(key, [3], mode: .highest), [-0.1143407, -1.3011914, 1.0195823], shape: [3])
    try expect(
      Random.gumbel(key, [3], dtype: .float16, mode: .highest), [1.7441406, 0.38745117, 1.7275391],
      shape: [3], tolerance: 2e-3)
    try expect(
      Random.cauchy(key, [3]), [0.6088751, 12.513639, -0.7129809], shape: [3], tolerance: 1e-5)
    let doubles = try Random.normal(key, [2], dtype: .float64).scalars(Double.self)
    #expect(abs(doubles[0] - 1.0114813355590866) < 1e-12 && abs(doubles[1] + 1.6910609087906374) < 1e-12)
  }

  @Test func integers() throws {
    let low = Tensor([Int32(0), 10], shape: [2, 1])
    let high = Tensor([Int32(5), 100, 1000])
    #expect(
      try Random.randint(key, [2, 3], minval: low, maxval: high).scalars()
        == [Int32(4), 22, 100, 10, 82, 156])
    #expect(
      try Random.randint(key, [3], minval: Tensor(Int32(5)), maxval: Tensor(Int32(5))).scalars()
        == [Int32(5), 5, 5])
    #expect(
      try Random.randint(
        key, [4], minval: Tensor(Int32(-5)), maxval: Tensor(Int32(300)), dtype: .uint8
      )
      .scalars() == [UInt8(31), 102, 124, 237])
    #expect(
      try Random.randint(key, [4], minval: -5, maxval: 300, dtype: .uint8).scalars()
        == [UInt8(31), 102, 124, 237])
    #expect(
      try Random.randint(key, [4], minval: -40000, maxval: 40000, dtype: .int16).scalars()
        == [Int16(3871), -12954, -11908, -16403])
    #expect(
      try Random.randint(
        key, [3], minval: -1_000_000_000_000, maxval: 1_000_000_000_000, dtype: .int64
      )
      .scalars() == [Int64(565_873_535_173), 705_619_275_709, -91_019_902_590])
    #expect(try Random.rademacher(key, [4], dtype: .int8).scalars() == [Int8(-1), -1, 1, 1])
  }

  @Test func categories() throws {
    let logits = Tensor([Float(0), 1, 2, 3, 3, 2, 1, 0], shape: [2, 4])
    #expect(try Random.categorical(key, logits, shape: [3, 2]).scalars() == [Int32(1), 0, 3, 0, 3, 0])
    #expect(try Random.categorical(key, logits, axis: 0).scalars() == [Int32(1), 0, 0, 0])
    let once = Random.categorical(key, logits, shape: [3, 2], replace: false)
    #expect(try once.scalars() == [Int32(1), 0, 3, 1, 2, 2])
    #expect(
      try Random.bernoulli(key, 0.3, shape: [8], mode: .high).scalars() == [Bool](repeating: false, count: 8))
  }

  @Test func choices() throws {
    let x = Tensor.arange(12, dtype: .float32).reshape([4, 3])
    try expect(
      Random.choice(key, x, [2, 2], axis: 1),
      [1, 2, 0, 1, 4, 5, 3, 4, 7, 8, 6, 7, 10, 11, 9, 10], shape: [4, 2, 2])
    try expect(
      Random.choice(key, x, [3], replace: false), [6, 7, 8, 9, 10, 11, 0, 1, 2], shape: [3, 3])
    try expect(
      Random.choice(key, x, [3], p: Tensor([Float(0.1), 0.2, 0.3, 0.4])),
      [6, 7, 8, 0, 1, 2, 9, 10, 11], shape: [3, 3])
    #expect(try Random.choice(key, 5).item() == 4)
    #expect(Random.choice(key, 0, [0]).shape == [0])
    let p = Tensor.arange(2000, dtype: .float32) / 1_999_000
    #expect(try Random.choice(key, 2000, [5], p: p).scalars() == [Int32(1141), 319, 1670, 1491, 1037])
  }

  @Test func permutations() throws {
    let x = Tensor.arange(12, dtype: .float32).reshape([4, 3])
    try expect(
      Random.permutation(key, x, axis: 1), [2, 0, 1, 5, 3, 4, 8, 6, 7, 11, 9, 10], shape: [4, 3])
    try expect(
      Random.permutation(key, x, axis: 1, independent: true), [2, 0, 1, 4, 3, 5, 7, 6, 8, 10, 9, 11],
      shape: [4, 3])
    // Long enough for two rounds of sorting.
    #expect(try Random.permutation(key, 3000)[..<6].scalars() == [Int32(2846), 88, 2378, 1526, 2050, 993])
  }

  @Test func orthogonalMatrices() throws {
    try expect(
      Random.orthogonal(key, 2, [2]),
      [0.65811265, 0.7529195, -0.7529195, 0.65811265, 0.9786309, -0.20562439, -0.20562439, -0.97863096],
      shape: [2, 2, 2], tolerance: 1e-5)
    let wide = Random.orthogonal(key, 2, m: 3)
    try expect(
      wide, [0.48973513, -0.5602856, 0.66801167, 0.869762, 0.3672174, -0.32964438], shape: [2, 3],
      tolerance: 1e-5)
    try expect(matmul(wide, wide.T), [1, 0, 0, 1], shape: [2, 2], tolerance: 1e-5)
  }
}
