import Tensors
import Testing

@testable import TensorPrimitives

/// The least and the greatest integers of each dtype: the results are those of NumPy, and nothing traps.
@Suite struct LeastIntegerTests {
  static let signed = [DType.int8, .int16, .int32, .int64]

  private func least(_ dtype: DType) -> Int { Int.min >> (64 - dtype.bitWidth) }

  private func integers(_ values: [Int], _ dtype: DType) -> Tensor {
    Tensor(values.map { Int64($0) }).astype(dtype)
  }

  private func expect(
    _ tensor: Tensor, _ want: [Int], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try tensor.scalars(Int.self) == want, sourceLocation: sourceLocation)
  }

  @Test(arguments: signed) func arithmetic(dtype: DType) throws {
    let (low, high) = (least(dtype), -(least(dtype) + 1))
    let x = integers([low, low, high, low], dtype)
    let y = integers([-1, low, low, 2], dtype)
    try expect(x, [low, low, high, low])
    try expect(abs(x), [low, low, high, low])
    try expect(-x, [low, low, -high, low])
    try expect(sign(x), [-1, -1, 1, -1])
    try expect(floorDivide(x, y), [low, 1, -1, low / 2])
    try expect(remainder(x, y), [0, 0, -1, 0])
    try expect(div(x, y), [low, 1, 0, low / 2])
    try expect(fmod(x, y), [0, 0, high, 0])
    try expect(rem(x, y), [0, 0, high, 0])
    try expect(divmod(x, y).quotient, [low, 1, -1, low / 2])
    try expect(x * y, [low, 0, low, 0])
    try expect(x + y, [high, 0, -1, low + 2])
    try expect(x - y, [-high, 0, -1, high - 1])
    try expect(square(x), [0, 0, 1, 0])
    try expect(power(x, integers([1, 2, 3, 0], dtype)), [low, 0, high, 1])
    try expect(maximum(x, y), [-1, low, high, 2])
    try expect(minimum(x, y), [low, low, low, low])
    try expect(clip(x, y, integers([high], dtype)), [-1, low, high, 2])
    try expect(round(x), [low, low, high, low])
    try expect(round(integers([-15, 25, 14, 35], dtype), decimals: -1), [-20, 20, 10, 40])
    try expect(round(x, decimals: -30), [0, 0, 0, 0])
    let digits = Tensor([123_456_789, -123_456_785] as [Int32])
    try expect(round(digits, decimals: -1), [123_456_790, -123_456_780])
  }

  @Test(arguments: signed) func divisors(dtype: DType) throws {
    let low = least(dtype)
    let x = integers([low, low, 6, low, 0], dtype)
    let y = integers([6, 0, low, low, low], dtype)
    // NumPy's: the divisor 2⁷ of int8 wraps to the least.
    try expect(gcd(x, y), [2, low, 2, low, low])
    let half = -(low / 2)
    try expect(lcm(integers([4, low, 0], dtype), integers([6, 1, low], dtype)), [12, low, 0])
    try expect(gcd(integers([half, -half], dtype), integers([low, low], dtype)), [half, half])
  }

  @Test(arguments: DType.allCases.filter(\.isInteger)) func bits(dtype: DType) throws {
    let width = dtype.bitWidth
    let x = integers([1, 3, 1, 1], dtype)
    try expect(leftShift(x, integers([0, 1, width, width - 2], dtype)), [1, 6, 0, 1 << (width - 2)])
    try expect(rightShift(x, integers([0, 1, width, 100], dtype)), [1, 1, 0, 0])
    guard !dtype.isUnsigned else { return }
    let low = integers([least(dtype), -1, least(dtype), -1], dtype)
    try expect(rightShift(low, integers([1, 1, width, 100], dtype)), [least(dtype) / 2, -1, -1, -1])
    try expect(shiftRightLogical(low, integers([width - 1, width, width, 100], dtype)), [1, 0, 0, 0])
    // A negative number of places is beyond all widths.
    try expect(leftShift(x, integers([-1, -1, -1, -1], dtype)), [0, 0, 0, 0])
    try expect(rightShift(low, integers([-1, -1, -1, -1], dtype)), [-1, -1, -1, -1])
    try expect(populationCount(low), [1, width, 1, width])
    try expect(clz(low), [0, 0, 0, 0])
    try expect(.!low, [-(least(dtype) + 1), 0, -(least(dtype) + 1), 0])
  }

  @Test(arguments: signed) func reductionsAndOrder(dtype: DType) throws {
    let (low, high) = (least(dtype), -(least(dtype) + 1))
    let x = integers([high, low, 0, low], dtype)
    try expect(x.argmin(), [1])
    try expect(x.argmax(), [0])
    try expect(integers([low, low], dtype).argmax(), [0])
    try expect(integers([high, high], dtype).argmin(), [0])
    try expect(x.max(), [high])
    try expect(x.min(), [low])
    try expect(integers([low, low], dtype).max(), [low])
    try expect(x.sort(), [low, low, 0, high])
    try expect(x.argsort(), [1, 3, 2, 0])
    try expect(x.sort(descending: true), [high, 0, low, low])
    try expect(topK(x, 4).values, [high, 0, low, low])
    try expect(topK(x, 4).indices, [0, 2, 1, 3])
    try expect(cummax(x), [high, high, high, high])
    try expect(cummin(x), [high, low, low, low])
    try expect(x.cumsum(), [high, -1, -1, high])
    try expect(unique(x, size: 4), [low, 0, high, low])
    try expect(x.ptp(), [-1])
    try expect(x.sort().searchsorted(x), [3, 0, 2, 0])
    try expect(x.nonzero(size: 4)[0], [0, 1, 3, 0])
    try expect(x.max(initial: Double(low), where: Tensor([false, true, false, true])), [low])
    // Small integers are added in 32 bits.
    try expect(x.sum(), [dtype.byteWidth < 4 ? low - 1 : high])
    let half = Float(low)
    #expect(try x.mean().item(Float.self) == (Float(high) + half + half) / 4)
    #expect(try median(x).item(Float.self) == half / 2)
    let deviation = try integers([low, high], dtype).std().item(Float.self)
    #expect(abs(deviation / -half - 1) < 0.01)
  }

  @Test func greatestUnsignedIntegers() throws {
    for dtype in [DType.uint8, .uint16, .uint32] {
      let high = (1 << dtype.bitWidth) - 1
      let x = integers([high, high, 1], dtype)
      try expect(floorDivide(x, integers([2, high, high], dtype)), [high / 2, 1, 0])
      try expect(remainder(x, integers([2, high, high], dtype)), [1, 0, 1])
      try expect(abs(x), [high, high, 1])
      try expect(-x, [1, 1, high])
      try expect(gcd(x, integers([3, high, high], dtype)), [3, high, 1])
      try expect(x.max(), [high])
      try expect(x.sort(), [1, high, high])
      try expect(x.argmax(), [0])
    }
    let wide = Tensor([UInt64.max, 2])
    #expect(try floorDivide(wide, Tensor([UInt64(2), 2])).scalars(UInt64.self) == [UInt64.max / 2, 1])
    #expect(try wide.sort().scalars(UInt64.self) == [2, UInt64.max])
  }

  // MARK: Numbers that an integer dtype wraps or rounds

  /// They wrap around like products; of a negative exponent what division rounds to is left.
  @Test func powersOfIntegers() throws {
    let exponents = Tensor([64, 65, 67, -1, -2, 0] as [Int32])
    func powers(_ base: Int32) throws -> [Int] { try power(Tensor(base), exponents).scalars(Int.self) }
    #expect(try powers(2) == [0, 0, 0, 0, 0, 1])
    #expect(try powers(-1) == [1, -1, -1, -1, 1, 1])
    #expect(try powers(1) == [1, 1, 1, 1, 1, 1])
    #expect(
      try power(Tensor([3, 255] as [UInt8]), Tensor([67, 65] as [UInt8])).scalars(Int.self) == [27, 255])
    // Exponents of more digits than the base's dtype has.
    let odd = Tensor([16_777_217, 16_777_218, -16_777_217] as [Int32])
    #expect(try power(Tensor(-1 as Float), odd).scalars(Float.self) == [-1, 1, -1])
    let narrow = Tensor([1.0078125, -1.0078125] as [Float]).astype(.bfloat16)
    #expect(try power(narrow, Tensor([257, 257])).scalars(Float.self) == [7.375, -7.375])
  }

  @Test func linspaceOfIntegers() throws {
    try expect(.linspace(-5, 5, 4, dtype: .int32), [-5, -2, 1, 5])
    try expect(.linspace(-5, 5, 4, endpoint: false, dtype: .int32), [-5, -3, 0, 2])
    try expect(.linspace(0, 10, 11, dtype: .int32), Array(0...10))
    try expect(.linspace(0, 1, 1, dtype: .int8), [0])
    try expect(.linspace(-0.5, 0, 1, dtype: .int8), [-1])
    try expect(.linspace(5, -5, 4, dtype: .int64), [5, 1, -2, -5])
    try expect(.linspace(0, 255, 2, dtype: .uint8), [0, 255])
    try expect(.linspace(0, 1, 0, dtype: .int32), [])
    try expect(.linspace(0, 2_147_483_647, 2, dtype: .int32), [0, 2_147_483_647])
    let thirds = try Tensor.linspace(0, 1, 4, dtype: .float64).scalars(Double.self)
    #expect(abs(thirds[1] - 1.0 / 3) < 1e-15)
  }

  @Test func numbersWrapAsLiteralsDo() throws {
    let x = Tensor([1, 2] as [UInt8])
    let literal = try (Tensor.zeros([1], dtype: .uint8) + 300).item(Int.self)
    #expect(literal == 44)
    try expect(pad(x, [(1, 1)], mode: .constant(300)), [literal, 1, 2, literal])
    try expect(pad(x, [(1, 0)], mode: .constant(-1)), [255, 1, 2])
    try expect(pad(x, 300, [(1, 0, 1)]), [literal, 1, literal, 2])
    try expect(.full([1], 300, dtype: .uint8), [literal])
    try expect(select(Tensor([true, false]), x, 300), [1, literal])
    try expect(x.at[0].set(300), [literal, 2])
    try expect(x.take(Tensor([5]), axis: 0, fillValue: 300), [literal])
    try expect(unique(x, size: 3, fillValue: 300), [1, 2, literal])
    try expect(x.max(initial: 300), [literal])
    try expect(x.min(initial: 256), [0])
    // A sum of small integers has 32 bits, in which 300 is 300; in the dtype asked for it wraps.
    try expect(x.sum(initial: 300), [303])
    try expect(x.sum(dtype: .uint8, initial: 300), [47])
    try expect(pad(Tensor([1] as [Int8]), [(0, 1)], mode: .constant(200)), [1, -56])
    try expect(pad(Tensor([1] as [Int32]), [(0, 1)], mode: .constant(2.9)), [1, 2])
  }

  @Test func descendingEdges() throws {
    let x = Tensor([0, 1, 2.5, 9, 3] as [Float])
    // numpy.digitize
    try expect(digitize(x, Tensor([3, 2, 1] as [Float])), [3, 2, 1, 0, 0])
    try expect(digitize(x, Tensor([3, 2, 1] as [Float]), right: true), [3, 3, 1, 0, 1])
    try expect(digitize(x, Tensor([1, 2, 3] as [Float])), [0, 1, 2, 3, 3])
    try expect(digitize(x, Tensor([1, 2, 3] as [Float]), right: true), [0, 0, 2, 3, 2])
    try expect(digitize(x, Tensor([1] as [Float])), [0, 1, 1, 1, 1])
    try expect(digitize(x, Tensor([1, 1] as [Float])), [0, 2, 2, 2, 2])
    try expect(digitize(Tensor([200, 3] as [UInt8]), Tensor([250, 100, 5] as [UInt8])), [1, 3])
    let lanes = vmap(in: [nil, 0]) { (x: Tensor, edges: Tensor) in digitize(x, edges) }
    try expect(lanes(x[..<2], Tensor([[3, 2, 1], [0, 1, 2]] as [[Float]])), [3, 2, 1, 2])
  }

  @Test("Divisors and multiples are of integers alone, as in JAX")
  func divisorsOfOtherNumbers() throws {
    let (integers, flags) = (Tensor([4, 6]), Tensor([true, false]))
    let floats = Tensor([4.0, 6.0])
    for other in [floats, complex(floats, floats)] {
      for result in [gcd(other, other), gcd(integers, other), lcm(other, integers)] {
        let error = try #require(result.error)
        #expect(error.description.contains("the dtype \(other.dtype) is not accepted"))
        #expect(error.expected.contains("an integer dtype"))
      }
    }
    #expect(gcd(flags, flags).error != nil && lcm(flags, flags).error != nil)
    #expect(try gcd(integers, flags).scalars(Int32.self) == [1, 6])
    #expect(try gcd(integers, 6).scalars(Int32.self) == [2, 6])
  }
}
