import Synchronization

/// A setting of a module that can be changed after the module was made, by any task: see `Graph.walk`.
///
///     final class Noise: Module, Layer, @unchecked Sendable {
///       let scale = Setting(0.1)
///       …
///     }
///     for case let noise as Noise in graph.walk().map(\.module) { noise.scale.value = 0 }
///
/// Functions that were compiled before do not notice a change. A value is read and written whole: where several tasks count one up
/// at once, a step may be lost.
public final class Setting<Value: Sendable>: Sendable, CustomStringConvertible {
  private let state: Mutex<Value>

  /// A setting with the value that it begins with.
  public init(_ value: Value) { state = Mutex(value) }

  /// What it is set to.
  public var value: Value {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// The value's own text.
  public var description: String { "\(value)" }
}
