import TensorCore
import TensorPrimitives
import TensorTransformations

/// What becomes of positions in index tensors that are out of range (`mode` in `jnp.ndarray.at`).
///
/// Negative positions count from the end first. Positions that are Swift integers are checked when the function is
/// traced, and are errors.
public enum IndexMode: Sendable, Hashable {
  /// They are not expected, and nothing is done about them: reads give the nearest element in range, without a
  /// derivative, and writes are left out.
  case promiseInBounds
  /// They are moved to the nearest position in range.
  case clip
  /// Reads give a fill value (NaN, or the least integer), writes are left out.
  case fill
  /// They are counted around the axis; for `take` and `takeAlongAxis` only.
  case wrap

  /// The name that is usual for writes: those out of range are left out.
  public static var drop: IndexMode { .fill }
}
