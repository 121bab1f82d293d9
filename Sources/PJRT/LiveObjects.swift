import Synchronization

/// Counts of the plugin objects that are alive, by which tests show that nothing leaks.
public enum LiveObjects {
  /// The counts of one moment.
  public struct Counts: Sendable, Hashable {
    /// Plugins loaded, which stay.
    public var plugins: Int
    /// Clients created and not destroyed.
    public var clients: Int
    /// Executables loaded and not destroyed.
    public var executables: Int
    /// Buffers created and not destroyed, donated ones included.
    public var buffers: Int
    /// Events created and not destroyed.
    public var events: Int
    /// Owners of host memory that a buffer may alias.
    public var hostOwners: Int
  }

  /// The counts now.
  public static var counts: Counts {
    Counts(
      plugins: plugins.load(ordering: .relaxed),
      clients: clients.load(ordering: .relaxed),
      executables: executables.load(ordering: .relaxed),
      buffers: buffers.load(ordering: .relaxed),
      events: events.load(ordering: .relaxed),
      hostOwners: hostOwners.load(ordering: .relaxed))
  }

  static let plugins = Atomic<Int>(0)
  static let clients = Atomic<Int>(0)
  static let executables = Atomic<Int>(0)
  static let buffers = Atomic<Int>(0)
  static let events = Atomic<Int>(0)
  static let hostOwners = Atomic<Int>(0)
}

extension Atomic<Int> {
  @inline(__always)
  func increment() { add(1, ordering: .relaxed) }

  @inline(__always)
  func decrement() { subtract(1, ordering: .relaxed) }
}
