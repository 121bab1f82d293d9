/// A failure of the coordination between processes.
public struct CoordinationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is, as it also goes over the connection.
  public enum Kind: UInt8, Sendable {
    /// An address, number or key that cannot be used.
    case invalid
    /// Nothing came within the time given.
    case timedOut
    /// The key is not there.
    case notFound
    /// The key is there already.
    case alreadyExists
    /// A process, or the coordinator, is gone.
    case gone
    /// The operating system refused something.
    case system
    /// More was asked of the coordinator than it takes.
    case exhausted
  }

  public let kind: Kind
  public let message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }
}
