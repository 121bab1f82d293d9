import Tensors

/// A value that depends on the number of updates done, such as a learning rate; a number is a constant one.
public struct Schedule: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  private let value: @Sendable (_ count: Tensor) -> Tensor

  /// A schedule from a function of the number of updates done, an int32 scalar.
  public init(_ value: @escaping @Sendable (_ count: Tensor) -> Tensor) { self.value = value }

  public init(floatLiteral value: Double) { self = .constant(value) }
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }

  /// The value after `count` updates.
  public func callAsFunction(_ count: Tensor) -> Tensor { value(count) }

  /// Always the same value (`optax.constant_schedule`).
  public static func constant(_ value: Double) -> Schedule { Schedule { _ in Tensor(value) } }

  /// From one value to another in equal steps, and then the last (`optax.linear_schedule`).
  public static func linear(_ initial: Double, _ final: Double, steps: Int) -> Schedule {
    guard steps > 0 else { return .constant(initial) }
    return Schedule { count in
      let rest = 1 - clip(count, 0, Tensor(steps)) / Tensor(steps)
      return Tensor(initial - final) * rest + Tensor(final)
    }
  }

  /// Half a cosine from `initial` to `alpha · initial` (`optax.cosine_decay_schedule`).
  public static func cosineDecay(_ initial: Double, steps: Int, alpha: Double = 0) -> Schedule {
    Schedule { count in
      let share = minimum(count, Tensor(steps)) / Tensor(Swift.max(steps, 1))
      let cosine = 0.5 * (1 + cos(Tensor(Double.pi) * share))
      return Tensor(initial) * (Tensor(1 - alpha) * cosine + Tensor(alpha))
    }
  }

  /// A line from `initial` to `peak`, then half a cosine down to `end`, which is reached after `steps` updates in all
  /// (`optax.warmup_cosine_decay_schedule`).
  public static func warmupCosineDecay(
    initial: Double, peak: Double, warmupSteps: Int, steps: Int, end: Double = 0
  ) -> Schedule {
    let warmup = Schedule.linear(initial, peak, steps: warmupSteps)
    let decay = Schedule.cosineDecay(peak, steps: steps - warmupSteps, alpha: peak == 0 ? 0 : end / peak)
    return Schedule { count in
      select(count .< Tensor(warmupSteps), warmup(count), decay(count - Tensor(warmupSteps)))
    }
  }
}
