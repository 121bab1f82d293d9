import GoldenCases
import Testing

/// The 16-bit floats, against their definitions and, where Swift has it, its own half.
struct SmallFloatsTests {
  @Test func everyValueOfSixteenBitsComesBack() {
    for bits in UInt16.min...UInt16.max {
      let half = SmallFloats.float(f16: bits)
      let brain = SmallFloats.float(bf16: bits)
      // A signalling NaN comes back quiet.
      #expect(SmallFloats.f16(half) == (half.isNaN ? bits | 0x200 : bits))
      #expect(SmallFloats.bf16(brain) == (brain.isNaN ? bits | 0x40 : bits))
    }
  }

  @Test func halvesHaveTheirValues() {
    #expect(SmallFloats.float(f16: 0x3c00) == 1)
    #expect(SmallFloats.float(f16: 0xc000) == -2)
    #expect(SmallFloats.float(f16: 0x7bff) == 65504)
    #expect(SmallFloats.float(f16: 0x0001) == 0x1p-24)
    #expect(SmallFloats.float(f16: 0x8000).sign == .minus)
    #expect(SmallFloats.float(f16: 0xfc00) == -.infinity)
    #expect(SmallFloats.float(bf16: 0x3f80) == 1)
    #expect(SmallFloats.float(bf16: 0x4049) == 3.140625)
  }

  @Test func roundingIsToTheNearestTiesToEven() {
    #expect(SmallFloats.f16(1 + 0x1p-11) == 0x3c00)
    #expect(SmallFloats.f16((1 + 0x1p-11 as Float).nextUp) == 0x3c01)
    #expect(SmallFloats.f16(1 + 0x3p-11) == 0x3c02)
    #expect(SmallFloats.f16(65519.996) == 0x7bff)
    #expect(SmallFloats.f16(65520) == 0x7c00)
    #expect(SmallFloats.f16(0x1p-25) == 0)
    #expect(SmallFloats.f16((0x1p-25 as Float).nextUp) == 1)
    #expect(SmallFloats.f16(-0x1p-40) == 0x8000)
    #expect(SmallFloats.f16((0x1p-14 as Float).nextDown) == 0x0400)
    #expect(SmallFloats.bf16(1 + 0x1p-8) == 0x3f80)
    #expect(SmallFloats.bf16((1 + 0x1p-8 as Float).nextUp) == 0x3f81)
    #expect(SmallFloats.bf16(1 + 0x3p-8) == 0x3f82)
    #expect(SmallFloats.bf16(.greatestFiniteMagnitude) == 0x7f80)
    #expect(SmallFloats.bf16(-.infinity) == 0xff80)
  }

  #if !(os(macOS) && arch(x86_64))
    @Test func halvesAreThoseOfSwift() {
      var bits: UInt32 = 0
      for _ in 0..<100_000 {
        bits = bits &* 1_664_525 &+ 1_013_904_223
        // Half of the exponents far out are all infinity or zero: stay near the range of a half.
        for value in [Float(bitPattern: bits), Float(bitPattern: bits & 0x8fff_ffff | 0x3000_0000)] {
          let (got, want) = (SmallFloats.f16(value), Float16(value))
          if got != want.bitPattern && !want.isNaN { Issue.record("\(value) became \(got)") }
        }
      }
      for bits in UInt16.min...UInt16.max {
        let (got, want) = (SmallFloats.float(f16: bits), Float(Float16(bitPattern: bits)))
        if got.bitPattern != want.bitPattern && !want.isNaN { Issue.record("\(bits) became \(got)") }
      }
    }
  #endif
}
