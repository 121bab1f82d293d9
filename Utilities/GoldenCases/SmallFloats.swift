/// Conversions between `Float` and the bits of the two 16-bit float formats, exact in every bit: rounding is to
/// the nearest, ties to even, and a NaN stays a (quiet) NaN of the same sign.
///
/// Swift's own `Float16` is missing on some platforms, and there is no bfloat16.
public enum SmallFloats {
  /// The value of a bfloat16.
  public static func float(bf16 bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }

  /// The bfloat16 nearest to a value.
  public static func bf16(_ value: Float) -> UInt16 {
    let bits = value.bitPattern
    if value.isNaN { return UInt16(truncatingIfNeeded: bits >> 16) | 0x0040 }
    let rounding = 0x7fff + (bits >> 16) & 1
    return UInt16(truncatingIfNeeded: (bits + rounding) >> 16)
  }

  /// The value of an IEEE half.
  public static func float(f16 bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10) & 0x1f
    let fraction = UInt32(bits & 0x3ff)
    switch exponent {
    case 0:
      // Zero or subnormal: the fraction counts units of 2^-24, and every such number is a normal Float.
      let magnitude = Float(fraction) * Float(sign: .plus, exponent: -24, significand: 1)
      return Float(bitPattern: sign | magnitude.bitPattern)
    case 0x1f:
      let quiet: UInt32 = fraction == 0 ? 0 : 0x40_0000
      return Float(bitPattern: sign | 0x7f80_0000 | quiet | fraction << 13)
    default:
      return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }

  /// The IEEE half nearest to a value; beyond the largest, infinity.
  public static func f16(_ value: Float) -> UInt16 {
    let sign = UInt16(truncatingIfNeeded: value.bitPattern >> 16) & 0x8000
    let bits = value.bitPattern & 0x7fff_ffff
    if value.isNaN { return sign | 0x7e00 | UInt16(truncatingIfNeeded: bits >> 13) & 0x3ff }
    // 65520 is where the nearest half would be 65536, which is no half.
    if bits >= 0x477f_f000 { return sign | 0x7c00 }
    if bits < 0x3880_0000 {
      // Below the smallest normal half: count units of 2^-24, which `rounded` does to the nearest even.
      let units = (value.magnitude * Float(sign: .plus, exponent: 24, significand: 1)).rounded(
        .toNearestOrEven)
      return sign | UInt16(units)
    }
    let rebased = bits - 112 << 23
    let rounded = rebased + 0xfff + (rebased >> 13) & 1
    return sign | UInt16(truncatingIfNeeded: rounded >> 13)
  }
}
