/// Reads JSON piece by piece, without keeping what was read: how much memory that takes is its caller's choice.
///
/// Of the standard's texts all are read, and no others.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Values

  /// Reads an object: calls `member` for each name, to read the value.
  mutating func object(
    _ member: (inout JSONReader, String) throws(SafetensorsError) -> Void
  ) throws(SafetensorsError) {
    try list(from: "{", to: "}", "an object") { (reader) throws(SafetensorsError) in
      let name = try reader.string()
      try reader.expect(":")
      try member(&reader, name)
    }
  }

  /// Reads an array: calls `element` before each element, to read it.
  mutating func array(_ element: (inout JSONReader) throws(SafetensorsError) -> Void) throws(SafetensorsError)
  {
    try list(from: "[", to: "]", "an array", element)
  }

  /// Reads a string.
  mutating func string() throws(SafetensorsError) -> String {
    guard take("\"") else { throw problem("a string was expected") }
    var text: [UInt8] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else {
          throw problem("a string is not UTF-8")
        }
        return result
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw problem("a control character is in a string")
      default: text.append(byte)
      }
    }
    throw problem("the end comes within a string")
  }

  /// Reads a number that is an integer.
  mutating func integer() throws(SafetensorsError) -> Int {
    let (text, isInteger) = try number()
    guard isInteger, let value = Int(text) else {
      throw problem("a number is no integer of 64 bits: \(text.prefix(40))")
    }
    return value
  }

  /// Steps over `null` if it is there.
  mutating func takeNull() -> Bool { take("null") }

  /// Reads any value, for nothing.
  mutating func skip() throws(SafetensorsError) {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): try object { (reader, _) throws(SafetensorsError) in try reader.skip() }
    case UInt8(ascii: "["): try array { (reader) throws(SafetensorsError) in try reader.skip() }
    case UInt8(ascii: "\""): _ = try string()
    default:
      if take("true") || take("false") || take("null") { return }
      _ = try number()
    }
  }

  /// Checks that nothing follows.
  mutating func end() throws(SafetensorsError) {
    skipBlanks()
    if position < bytes.count { throw problem("the end was expected") }
  }

  // MARK: Pieces

  private mutating func list(
    from opening: StaticString, to closing: StaticString, _ what: String,
    _ element: (inout JSONReader) throws(SafetensorsError) -> Void
  ) throws(SafetensorsError) {
    guard take(opening) else { throw problem("\(what) was expected") }
    depth += 1
    guard depth <= JSONReader.deepest else {
      throw problem("brackets are nested more than \(JSONReader.deepest) deep")
    }
    defer { depth -= 1 }
    if take(closing) { return }
    repeat { try element(&self) } while take(",")
    try expect(closing)
  }

  private mutating func number() throws(SafetensorsError) -> (text: String, isInteger: Bool) {
    skipBlanks()
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try digits() }
    var isInteger = true
    if peek == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try digits()
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return (String(decoding: bytes[start..<position], as: UTF8.self), isInteger)
  }

  private mutating func digits() throws(SafetensorsError) {
    let start = position
    skip { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard position > start else { throw problem("a value was expected") }
  }

  private mutating func escape() throws(SafetensorsError) -> Unicode.Scalar {
    switch next() {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "u"): break
    default: throw problem("there is no such escape")
    }
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xdc00, next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u") else {
      throw problem("half a surrogate pair is in a string")
    }
    let second = try hexadecimal()
    guard (0xdc00..<0xe000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { throw problem("half a surrogate pair is in a string") }
    return scalar
  }

  private mutating func hexadecimal() throws(SafetensorsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("an escape has no four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
  }

  private mutating func skipBlanks() {
    skip { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 }
  }

  /// Steps over a word, and the blanks before it, if it is there.
  private mutating func take(_ word: StaticString) -> Bool {
    skipBlanks()
    let isThere = word.withUTF8Buffer { word in
      bytes.count - position >= word.count && word.indices.allSatisfy { bytes[position + $0] == word[$0] }
    }
    if isThere { position += word.utf8CodeUnitCount }
    return isThere
  }

  private mutating func expect(_ word: StaticString) throws(SafetensorsError) {
    guard take(word) else { throw problem("'\(word)' was expected") }
  }

  /// That something is wrong where the reader is.
  func problem(_ text: String) -> SafetensorsError {
    SafetensorsError(.badHeader("\(text) at byte \(position) of its JSON"))
  }
}
