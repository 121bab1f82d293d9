/// Writes the few kinds of protocol buffer fields that compile options consist of.
struct ProtocolBufferWriter {
  private(set) var bytes: [UInt8] = []

  mutating func varint(_ field: Int, _ value: Int) {
    append(UInt64(field) << 3)
    append(UInt64(bitPattern: Int64(value)))
  }

  mutating func bool(_ field: Int, _ value: Bool) {
    varint(field, value ? 1 : 0)
  }

  mutating func double(_ field: Int, _ value: Double) {
    append(UInt64(field) << 3 | 1)
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func string(_ field: Int, _ value: String) {
    lengthDelimited(field, Array(value.utf8))
  }

  /// A repeated integer field in packed form.
  mutating func packed(_ field: Int, _ values: [Int]) {
    var content = ProtocolBufferWriter()
    for value in values { content.append(UInt64(bitPattern: Int64(value))) }
    lengthDelimited(field, content.bytes)
  }

  mutating func message(_ field: Int, _ write: (inout ProtocolBufferWriter) -> Void) {
    var content = ProtocolBufferWriter()
    write(&content)
    lengthDelimited(field, content.bytes)
  }

  private mutating func lengthDelimited(_ field: Int, _ content: [UInt8]) {
    append(UInt64(field) << 3 | 2)
    append(UInt64(content.count))
    bytes += content
  }

  private mutating func append(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
