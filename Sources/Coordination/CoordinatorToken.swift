/// What processes have to know to be taken in.
struct CoordinatorToken: Sendable {
  private let bytes: [UInt8]

  /// - Throws: if the text is too long for the message that carries it.
  init(_ text: String) throws(CoordinationError) {
    bytes = Array(text.utf8)
    guard bytes.count <= CoordinatorLimits.tokenLength else {
      throw CoordinationError(
        .invalid, "the token has \(bytes.count) bytes; expected up to \(CoordinatorLimits.tokenLength)")
    }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether this is what was given; it takes as long whatever the bytes are, so that nobody learns them one by one.
  func matches(_ given: [UInt8]) -> Bool {
    var difference = UInt8(given.count == bytes.count ? 0 : 1)
    for index in given.indices {
      difference |= given[index] ^ (bytes.isEmpty ? 1 : bytes[index % bytes.count])
    }
    return difference == 0
  }
}
