/// What the coordinator and the processes tell each other: a length, a kind, the request's number, and contents.
struct Message {
  enum Kind: UInt8 {
    // From a process.
    case hello, put, get, tryGet, delete, barrier, leave
    /// Nobody waits any more for the answer to the request of this number.
    case cancel
    // From both.
    case heartbeat
    // From the coordinator.
    case done, value, failure, gone
  }

  let kind: Kind
  let number: UInt64
  private(set) var contents: [UInt8] = []
  private var position = 0
  /// How many bytes follow that are sent apart.
  private var following = 0

  static let headerLength = 13

  init(_ kind: Kind, _ number: UInt64 = 0) {
    self.kind = kind
    self.number = number
  }

  /// The length of the message that starts here, if its header is there.
  static func length(announcedBy bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= headerLength else { return nil }
    var bytes = bytes
    return integer(&bytes, as: UInt32.self).map { headerLength + Int($0) }
  }

  /// Takes the first message off `bytes`; nil while it is not all there.
  ///
  /// - Throws: if the bytes are none of this protocol's, or announce a message of more than `longest` bytes.
  init?(
    from bytes: inout ArraySlice<UInt8>, longest: Int
  ) throws(CoordinationError) {
    guard bytes.count >= Message.headerLength else { return nil }
    var header = bytes
    let length = Int(Message.integer(&header, as: UInt32.self) ?? 0)
    guard length <= longest, let kind = header.popFirst().flatMap(Kind.init),
      let number = Message.integer(&header, as: UInt64.self)
    else {
      throw CoordinationError(.invalid, "a message came that is none of a coordinator's or its processes'")
    }
    guard header.count >= length else { return nil }
    self.init(kind, number)
    contents = Array(header.prefix(length))
    bytes = header.dropFirst(length)
  }

  /// The message as it is sent.
  var encoded: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(Message.headerLength + contents.count)
    Message.append(UInt32(contents.count + following), to: &result)
    result.append(kind.rawValue)
    Message.append(number, to: &result)
    return result + contents
  }

  // MARK: Contents

  func adding(_ number: Int) -> Message {
    var copy = self
    Message.append(UInt64(bitPattern: Int64(number)), to: &copy.contents)
    return copy
  }

  func adding(_ text: String) -> Message { adding(Array(text.utf8)) }

  func adding(_ bytes: [UInt8]) -> Message {
    var copy = adding(bytes.count)
    copy.contents += bytes
    return copy
  }

  /// The message with room for bytes that follow it, which are not copied.
  func announcing(_ bytes: [UInt8]) -> Message {
    var copy = adding(bytes.count)
    copy.following = bytes.count
    return copy
  }

  mutating func readInt() -> Int? {
    var rest = contents[position...]
    guard let value = Message.integer(&rest, as: UInt64.self) else { return nil }
    position = rest.startIndex
    return Int(Int64(bitPattern: value))
  }

  mutating func readBytes() -> [UInt8]? {
    guard let count = readInt(), count >= 0, count <= contents.count - position else { return nil }
    defer { position += count }
    return Array(contents[position..<(position + count)])
  }

  mutating func readText() -> String? { readBytes().map { String(decoding: $0, as: UTF8.self) } }

  private static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  private static func integer<T: FixedWidthInteger>(_ bytes: inout ArraySlice<UInt8>, as: T.Type) -> T? {
    let size = MemoryLayout<T>.size
    guard bytes.count >= size else { return nil }
    defer { bytes = bytes.dropFirst(size) }
    return bytes.prefix(size).reversed().reduce(0) { $0 << 8 | T($1) }
  }
}
