import TensorCore
import TensorPrimitives

/// Which axis of an argument or result `vmap` maps over; nil for none: the same for all lanes.
public enum Axis: ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, Sendable, Hashable {
  /// Not mapped.
  case none
  /// The axis of this number; negative ones count from the end.
  case axis(Int)

  public init(integerLiteral value: Int) { self = .axis(value) }
  public init(nilLiteral: ()) { self = .none }

  package var number: Int? {
    if case .axis(let number) = self { return number }
    return nil
  }
}
