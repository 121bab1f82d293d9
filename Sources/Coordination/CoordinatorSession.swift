/// A connection to the coordinator and, once it has said who it is, the process behind it.
final class CoordinatorSession {
  let socket: Socket
  let since = ContinuousClock.now
  var process: Int?
  var lastHeard = ContinuousClock.now
  var isGone = false
  /// How many values and barriers it waits for.
  var requests = 0
  /// When the message began to come of which a part is there.
  private(set) var partSince: ContinuousClock.Instant?
  private var arrived: ArraySlice<UInt8> = []
  private var unsent: [ArraySlice<UInt8>] = []
  /// How much of `unsent` is sent, and the bytes of the rest.
  private var sentCount = 0
  private(set) var unsentLength = 0

  init(_ socket: Socket) { self.socket = socket }

  /// Whether it has to read its answers before it may ask for more.
  var isFull: Bool { unsentLength > CoordinatorLimits.unsent }

  var hasUnsent: Bool { unsentLength > 0 }

  private var longestMessage: Int {
    process == nil ? CoordinatorLimits.helloLength : CoordinatorLimits.messageLength
  }

  /// Takes what has arrived.
  func take(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    lastHeard = .now
    arrived += bytes
    // At once as much room as the message needs, where it may come.
    if let length = Message.length(announcedBy: arrived), length <= longestMessage + Message.headerLength {
      arrived.reserveCapacity(max(length, arrived.count))
    }
  }

  /// The first message that is all there.
  func nextMessage() throws(CoordinationError) -> Message? {
    let message = try Message(from: &arrived, longest: longestMessage)
    if arrived.isEmpty { arrived = [] }
    partSince = arrived.isEmpty ? nil : message == nil ? partSince ?? .now : .now
    return message
  }

  /// Sends a message as soon as it can be sent; `value` follows it, without a copy of its own.
  func send(_ message: Message, value: [UInt8]? = nil) {
    if isGone { return }
    var start = message
    if let value { start = message.announcing(value) }
    for part in [start.encoded[...], (value ?? [])[...]] where !part.isEmpty {
      unsent.append(part)
      unsentLength += part.count
    }
    flush()
  }

  /// Sends what can be sent now.
  func flush() {
    while sentCount < unsent.count {
      // A connection that has ended shows when it is read from.
      let count = socket.write(unsent[sentCount]) ?? unsent[sentCount].count
      if count > 0 { lastHeard = .now }
      unsentLength -= count
      guard count == unsent[sentCount].count else {
        unsent[sentCount] = unsent[sentCount].dropFirst(count)
        break
      }
      unsent[sentCount] = []
      sentCount += 1
    }
    if sentCount == unsent.count || sentCount > 256 {
      unsent.removeFirst(sentCount)
      sentCount = 0
    }
  }
}
