/// A number that tells bytes from other bytes, for finding damage: no protection against somebody who means harm.
///
/// Each word of eight bytes is mixed into the sum by steps that can all be undone, so that other bytes within one word
/// always give another sum; in any other case two sums are equal with a probability of about 2⁻⁶⁴.
package struct Checksum {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The sum over blocks of bytes, one after the other.
  init(_ blocks: [UInt8]...) {
    for block in blocks {
      combine(UInt64(block.count))
      block.withUnsafeBytes { bytes in
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
          combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        combine(bytes[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
      }
    }
  }

  private mutating func combine(_ word: UInt64) {
    // FNV's prime spreads upwards, the shift downwards.
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 32
  }
}
