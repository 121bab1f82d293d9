import Checkpoints
import GoldenCases
import Testing

/// The comparison is what all golden values stand on: a check that is off must fail, by however little.
struct ComparisonTests {
  static func difference(_ got: [Float], _ want: [Float], _ mode: Check.Mode) throws -> Difference? {
    Comparison.difference(try HostArray(got), try HostArray(want), mode)
  }

  @Test func closeIsTheRecordedRule() throws {
    let mode = Check.Mode.close(rtol: 0.125, atol: 0.5)  // exact in binary: 1.5 is allowed at 8
    #expect(try Self.difference([9.5, 6.5, -9.5], [8, 8, -8], mode) == nil)
    #expect(try Self.difference([Float(9.5).nextUp], [8], mode) != nil)
    #expect(try Self.difference([Float(6.5).nextDown], [8], mode) != nil)
    #expect(try Self.difference([0.5, -0.5], [0, 0], mode) == nil)
    #expect(try Self.difference([Float(0.5).nextUp], [0], mode) != nil)
    #expect(try Self.difference([-0.0], [0.0], .close(rtol: 0, atol: 0)) == nil)
  }

  @Test func notANumberAndInfinitiesAreEqualToThemselves() throws {
    let close = Check.Mode.close(rtol: 1, atol: 1e30)
    let special: [Float] = [.nan, .infinity, -.infinity, 0]
    for (i, got) in special.enumerated() {
      for (j, want) in special.enumerated() {
        let difference = try Self.difference([got], [want], close)
        #expect((difference == nil) == (i == j), "\(got) against \(want)")
        #expect(difference?.largest ?? .infinity == .infinity)
      }
    }
    #expect(try Self.difference([.nan], [-.nan], .exact) == nil, "any NaN is as good as another")
  }

  @Test func exactMeansEveryBit() throws {
    #expect(try Self.difference([1, 2], [1, 2], .exact) == nil)
    #expect(try Self.difference([1, Float(2).nextUp], [1, 2], .exact) != nil)
    #expect(try Self.difference([-0.0], [0.0], .exact) != nil)
    let big = try HostArray([Int64.max, 0])
    #expect(Comparison.difference(big, try HostArray([Int64.max - 1, 0]), .exact) != nil)
  }

  @Test func shapeAndDTypeMustAgree() throws {
    let flat = try HostArray([1, 2, 3, 4] as [Float])
    let square = try HostArray([1, 2, 3, 4] as [Float], shape: [2, 2])
    let integers = try HostArray([1, 2, 3, 4] as [Int32])
    let unsigned = try HostArray([1, 2, 3, 4] as [UInt32])
    let lenient = Check.Mode.close(rtol: 1, atol: 1)
    #expect(
      Comparison.difference(flat, square, lenient)
        == .type(got: "F32 [4]", want: "F32 [2, 2]"))
    #expect(Comparison.difference(integers, flat, lenient) != nil)
    #expect(Comparison.difference(integers, unsigned, .exact) != nil)
    let none = try HostArray([] as [Float], shape: [0, 3])
    #expect(Comparison.difference(none, try HostArray([] as [Float], shape: [3, 0]), .exact) != nil)
    #expect(Comparison.difference(none, none, .exact) == nil)
  }

  @Test func theWorstElementIsNamed() throws {
    let want = try HostArray([0, 1, 2, 3, 4, 5] as [Float], shape: [2, 3])
    let got = try HostArray([0, 1.25, 2, 3, 3.5, 5] as [Float], shape: [2, 3])
    let difference = Comparison.difference(got, want, .close(rtol: 0, atol: 0.125))
    #expect(difference?.largest == 0.5)
    #expect(
      difference?.description
        == "2 of 6 elements differ; largest difference 0.5 at [1, 1]: got 3.5, should be 4.0 within 0.125")
  }

  @Test(arguments: [SafetensorsDType.bf16, .f16]) func smallFloatsAreCompared(dtype: SafetensorsDType) throws
  {
    let want = try HostArray(rounding: [1, 2, 3], to: dtype)
    let off = try HostArray(rounding: [1, 2, 3.25], to: dtype)
    #expect(Comparison.difference(want, want, .exact) == nil)
    #expect(Comparison.difference(off, want, .close(rtol: 0, atol: 0.25)) == nil)
    #expect(Comparison.difference(off, want, .close(rtol: 0, atol: 0.2))?.largest == 0.25)
  }

  @Test func booleansAndIntegersAreComparedAsNumbers() throws {
    let difference = Comparison.difference(
      try HostArray([true, false]), try HostArray([true, true]), .exact)
    #expect(difference?.largest == 1)
    let bytes = try HostArray([UInt8(255)])
    #expect(Comparison.difference(bytes, try HostArray([UInt8(0)]), .exact)?.largest == 255)
  }

  @Test func complexElementsAreComparedByTheirParts() throws {
    func array(_ parts: [Float]) throws -> HostArray {
      try HostArray(dtype: .c64, shape: [2], bytes: parts.withUnsafeBytes { Array($0) })
    }
    let want = try array([1, 2, 3, 4])
    #expect(Comparison.difference(want, want, .exact) == nil)
    let difference = Comparison.difference(try array([1, 2, 3, 4.5]), want, .close(rtol: 0.01, atol: 0))
    #expect(difference?.largest == 0.5)
    #expect("\(try #require(difference))".contains("[1]"))
  }

  @Test func arraysOfTheWrongSizeAreRefused() {
    #expect(throws: GoldenError.self) { try HostArray([1, 2, 3] as [Float], shape: [2, 2]) }
    #expect(throws: GoldenError.self) {
      try HostArray(dtype: .f8E5M2, shape: [1], bytes: [0])
    }
    #expect(throws: GoldenError.self) { try HostArray([1.5] as [Float]).elements(as: Int32.self) }
  }
}
