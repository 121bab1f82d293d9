/// A process that takes no part any more.
public struct Disconnection: Sendable, Hashable {
  public let processIndex: Int
  /// Whether it said that it was going, as a process does that comes to its end.
  public let isOrderly: Bool
  /// What was seen of it.
  public let reason: String
}
