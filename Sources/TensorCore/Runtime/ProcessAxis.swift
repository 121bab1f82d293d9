package import StableHLO
import Synchronization

/// A named axis around everything along which other processes lie, each with values of its own.
///
/// This is all that the core knows of several processes that exchange values: `MPI.initialize` sets the axis.
package protocol ProcessAxis: Sendable {
  /// The name that collectives call the axis by.
  var axisName: String { get }
  /// How many processes there are.
  var count: Int { get }
  /// Writes a collective on the values that the processes have, for the operation of this name.
  func lower(
    _ collective: Collective, _ name: String, _ operands: [HLOValue], _ context: LoweringContext
  ) -> [HLOValue]
  /// Throws if a collective failed before: what the other processes do then is not known.
  func checkIntact() throws(TensorError)
}

/// The process axis, once there is one.
package enum ProcessAxes {
  private static let slot = Mutex<(any ProcessAxis)?>(nil)

  package static var current: (any ProcessAxis)? { slot.withLock { $0 } }

  package static func set(_ axis: any ProcessAxis) { slot.withLock { $0 = axis } }

  /// The axis of this name, if it is that of the processes.
  package static func axis(_ name: String) -> (any ProcessAxis)? {
    guard let axis = current, axis.axisName == name else { return nil }
    return axis
  }
}
