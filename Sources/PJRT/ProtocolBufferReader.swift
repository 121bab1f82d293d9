/// Reads the fields of a protocol buffer message one after the other; damaged bytes end it early.
struct ProtocolBufferReader: Sequence, IteratorProtocol {
  /// A field's number and contents.
  struct Field {
    var number: UInt64
    var value: Value
  }

  enum Value {
    case integer(UInt64)
    case bytes(UnsafeRawBufferPointer)
  }

  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  mutating func next() -> Field? {
    guard let tag = varint() else { return nil }
    switch tag & 7 {
    case 0: return varint().map { Field(number: tag >> 3, value: .integer($0)) }
    case 1: return take(8).map { Field(number: tag >> 3, value: .bytes($0)) }
    case 2: return varint().flatMap { take($0) }.map { Field(number: tag >> 3, value: .bytes($0)) }
    case 5: return take(4).map { Field(number: tag >> 3, value: .bytes($0)) }
    default: return nil
    }
  }

  /// The contents of the last field `number`, where it is a message or a string.
  static func message(_ number: UInt64, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    var found: UnsafeRawBufferPointer?
    for field in ProtocolBufferReader(bytes) where field.number == number {
      if case .bytes(let content) = field.value { found = content }
    }
    return found
  }

  /// The integers of a repeated field's contents in packed form.
  static func packed(_ bytes: UnsafeRawBufferPointer) -> [Int] {
    var reader = ProtocolBufferReader(bytes)
    var values: [Int] = []
    while let value = reader.varint() { values.append(Int(truncatingIfNeeded: value)) }
    return values
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for (index, byte) in rest.prefix(10).enumerated() {
      value |= UInt64(byte & 0x7f) << UInt64(7 * index)
      if byte < 0x80 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(index + 1))
        return value
      }
    }
    return nil
  }

  private mutating func take(_ count: UInt64) -> UnsafeRawBufferPointer? {
    guard count <= UInt64(rest.count) else { return nil }
    let taken = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(count)))
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Int(count)))
    return taken
  }
}
