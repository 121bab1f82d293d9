/// What a coordinator takes, so that nobody can fill its memory, keep it busy, or lock others out.
enum CoordinatorLimits {
  // MARK: Before a process has shown its token

  /// The bytes of the one message that a stranger may send.
  static let helloLength = 1024
  static let tokenLength = 512
  /// How long a stranger has for it, however it sends.
  static let helloTime = Duration.seconds(10)
  /// How many strangers there are at a time; the one that has been there for longest has to go.
  static let strangers = 256

  // MARK: After

  /// The bytes of a message, and so of a value.
  static let messageLength = 4 << 20
  /// The bytes of an answer: a value and its length, or a reason.
  static let answerLength = messageLength + 64
  static let keyLength = 4096
  /// The bytes of all keys and values together.
  static let totalLength = 16 << 20
  /// What each value counts for beside its bytes.
  static let valueOverhead = 128
  /// How many values and barriers a process may wait for at a time.
  static let requests = 1024
  /// How many bytes of answers may wait for a process before it is listened to again.
  static let unsent = 1 << 20
  /// The bytes of the reason that a process gives for leaving.
  static let reasonLength = 1024

  // MARK: Settings

  /// - Throws: if there are no processes, or one would be gone before it can be heard from.
  static func check(processCount: Int, heartbeatTimeout: Duration) throws(CoordinationError) {
    guard processCount > 0 else {
      throw CoordinationError(.invalid, "\(processCount) processes were given; expected at least 1")
    }
    guard heartbeatTimeout >= .milliseconds(1) else {
      throw CoordinationError(
        .invalid, "the heartbeat's timeout is \(heartbeatTimeout); expected at least a millisecond")
    }
  }
}
