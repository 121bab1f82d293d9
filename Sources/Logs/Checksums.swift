/// The checksums of event files and pictures.
enum Checksums {
  private static func table(_ polynomial: UInt32) -> [UInt32] {
    (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? polynomial ^ (value >> 1) : value >> 1 }
    }
  }
  private static let ethernet = table(0xEDB8_8320)
  private static let castagnoli = table(0x82F6_3B78)

  private static func sum(_ bytes: some Sequence<UInt8>, _ table: [UInt32]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }

  /// CRC-32, as PNG has it.
  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 { sum(bytes, ethernet) }

  /// CRC-32C, rotated and moved as records of TensorFlow have it.
  static func masked(_ bytes: [UInt8]) -> [UInt8] {
    let sum = sum(bytes, castagnoli)
    let masked = (sum >> 15 | sum << 17) &+ 0xA282_EAD8
    return (0..<4).map { UInt8(truncatingIfNeeded: masked >> (8 * UInt32($0))) }
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }
}
