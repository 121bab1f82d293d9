/// Writes messages of protocol buffers, as far as event files need them.
struct ProtocolBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ field: Int, _ value: Int) {
    variable(field << 3)
    variable(value)
  }

  mutating func add(_ field: Int, _ value: Double) {
    variable(field << 3 | 1)
    fixed(value)
  }

  mutating func add(_ field: Int, _ value: Float) {
    variable(field << 3 | 5)
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) }
  }

  mutating func add(_ field: Int, _ value: String) { add(field, Array(value.utf8)) }

  mutating func add(_ field: Int, _ value: ProtocolBuffer) { add(field, value.bytes) }

  mutating func add(_ field: Int, _ value: [UInt8]) {
    variable(field << 3 | 2)
    variable(value.count)
    bytes += value
  }

  /// Numbers one after the other in one field.
  mutating func add(_ field: Int, _ values: [Double]) {
    var packed = ProtocolBuffer()
    for value in values { packed.fixed(value) }
    add(field, packed)
  }

  private mutating func fixed(_ value: Double) {
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
  }

  private mutating func variable(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
