/// Reads JSON as Python writes it. Foundation's reader forgets the order of an object's members and takes
/// neither `NaN` nor `Infinity`; the manifests need the one and may have the other.
public struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private static let deepest = 200

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the text is.
  public static func parse(_ bytes: some Sequence<UInt8>) throws(GoldenError) -> JSONValue {
    var parser = JSONParser(Array(bytes))
    let value = try parser.value()
    parser.skipBlanks()
    if parser.position < parser.bytes.count { throw parser.failure("the end") }
    return value
  }

  private mutating func value() throws(GoldenError) -> JSONValue {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case nil: throw failure("a value")
    default:
      for (word, value) in Self.words where take(word) { return value }
      return try number()
    }
  }

  private static let words: [(StaticString, JSONValue)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number(.nan)),
    ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
  ]

  private mutating func object() throws(GoldenError) -> JSONObject {
    var object = JSONObject()
    try list(closing: UInt8(ascii: "}")) { (parser: inout JSONParser) throws(GoldenError) in
      parser.skipBlanks()
      guard parser.peek == UInt8(ascii: "\"") else { throw parser.failure("a member's name") }
      let key = try parser.string()
      parser.skipBlanks()
      guard parser.take(":") else { throw parser.failure("':'") }
      object.members.append(.init(key: key, value: try parser.value()))
    }
    return object
  }

  private mutating func array() throws(GoldenError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try list(closing: UInt8(ascii: "]")) { (parser: inout JSONParser) throws(GoldenError) in
      elements.append(try parser.value())
    }
    return elements
  }

  /// From an opening bracket past its closing one, reading an element between commas with `element`.
  private mutating func list(
    closing: UInt8, element: (inout JSONParser) throws(GoldenError) -> Void
  ) throws(GoldenError) {
    depth += 1
    guard depth <= Self.deepest else { throw failure("less nesting") }
    defer { depth -= 1 }
    position += 1
    skipBlanks()
    if peek == closing {
      position += 1
      return
    }
    while true {
      try element(&self)
      skipBlanks()
      if peek == closing {
        position += 1
        return
      }
      guard take(",") else { throw failure("',' or '\(Character(Unicode.Scalar(closing)))'") }
    }
  }

  private mutating func string() throws(GoldenError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else { throw failure("UTF-8") }
        return result
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw failure("no control character in a string")
      default: text.append(byte)
      }
    }
    throw failure("'\"'")
  }

  private mutating func escape() throws(GoldenError) -> Unicode.Scalar {
    guard let byte = peek else { throw failure("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): break
    default: throw failure("an escape")
    }
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xd800..<0xdc00).contains(first), take("\\u") else { throw failure("a surrogate pair") }
    let second = try hexadecimal()
    guard (0xdc00..<0xe000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { throw failure("a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(GoldenError) -> UInt32 {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else {
      throw failure("four hexadecimal digits")
    }
    position += 4
    return value
  }

  private mutating func number() throws(GoldenError) -> JSONValue {
    let digits = bytes[position...].prefix { "+-.0123456789eE".utf8.contains($0) }
    let text = String(decoding: digits, as: UTF8.self)
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: ".") else {
      throw failure("a value")
    }
    guard let value = Int(text).map(JSONValue.integer) ?? Double(text).map(JSONValue.number) else {
      throw failure("a number")
    }
    position += digits.count
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ word: StaticString) -> Bool {
    guard
      bytes[position...].starts(
        with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, " \n\r\t".utf8.contains(byte) { position += 1 }
  }

  private func failure(_ expected: String) -> GoldenError {
    let line = bytes.prefix(position).count { $0 == UInt8(ascii: "\n") } + 1
    let next = String(decoding: bytes.dropFirst(position).prefix(20), as: UTF8.self)
    return GoldenError("bad JSON in line \(line): expected \(expected) before '\(next)'")
  }
}
