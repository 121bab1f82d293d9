public import Tensors

/// A value that depends on the number of updates done, such as a learning rate; a number is a constant one.
public struct Schedule: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  private let value: @Sendable (_ count: Tensor) -> Tensor
  /// The value, where it is always the same.
  let constant: Double?

  private init(constant: Double?, _ value: @escaping @Sendable (_ count: Tensor) -> Tensor) {
    self.value = value
    self.constant = constant
  }

  /// A schedule from a function of the number of updates done, an int32 scalar.
  public init(_ value: @escaping @Sendable (_ count: Tensor) -> Tensor) { self.init(constant: nil, value) }

  public init(floatLiteral value: Double) { self = .constantSchedule(value) }
  public init(integerLiteral value: Int) { self = .constantSchedule(Double(value)) }

  /// The value after `count` updates.
  public func callAsFunction(_ count: Tensor) -> Tensor { value(count) }

  /// Always the same value (`optax.constant_schedule`).
  public static func constantSchedule(_ value: Double) -> Schedule {
    Schedule(constant: value) { _ in Tensor(value) }
  }

  /// A schedule that cannot be: its values carry the error.
  static func invalid(_ operation: String, _ problem: String, expected: String) -> Schedule {
    let failure = Tensor(
      failure: TensorError(operation: operation, problem: problem, expected: expected, module: nil))
    return Schedule { _ in failure }
  }
}
