public import Tensors

/// A value that depends on the number of updates done, such as a learning rate; a number is a constant one.
public struct Schedule: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  private let value: @Sendable (_ count: Tensor) -> Tensor

  /// A schedule from a function of the number of updates done, an int32 scalar.
  public init(_ value: @escaping @Sendable (_ count: Tensor) -> Tensor) { self.value = value }

  public init(floatLiteral value: Double) { self = .constantSchedule(value) }
  public init(integerLiteral value: Int) { self = .constantSchedule(Double(value)) }

  /// The value after `count` updates.
  public func callAsFunction(_ count: Tensor) -> Tensor { value(count) }

  /// Always the same value (`optax.constant_schedule`).
  public static func constantSchedule(_ value: Double) -> Schedule { Schedule { _ in Tensor(value) } }

  /// From one value to another in equal steps, and then the last (`optax.linear_schedule`).
  public static func linearSchedule(_ initial: Double, _ final: Double, _ steps: Int) -> Schedule {
    guard steps > 0 else { return .constantSchedule(initial) }
    return Schedule { count in
      let rest = 1 - clip(count, 0, Tensor(steps)) / Tensor(steps)
      return Tensor(initial - final) * rest + Tensor(final)
    }
  }

  /// `initial · rate ^ (count / steps)` (`optax.exponential_decay`).
  ///
  /// - Parameters:
  ///   - initial: the value at the beginning.
  ///   - steps: after how many updates the value has been multiplied by `rate` once.
  ///   - rate: the factor.
  ///   - isStaircase: whether the value changes once in `steps` updates, and not at each.
  ///   - end: a limit that the value does not go beyond.
  public static func exponentialDecay(
    _ initial: Double, _ steps: Int, _ rate: Double, staircase isStaircase: Bool = false,
    endValue end: Double? = nil
  ) -> Schedule {
    guard steps > 0, rate != 0 else { return .constantSchedule(initial) }
    return Schedule { count in
      let share = count / Tensor(steps)
      let value = Tensor(initial) * power(Tensor(rate), isStaircase ? floor(share) : share)
      guard let end else { return value }
      return rate < 1 ? maximum(value, Tensor(end)) : minimum(value, Tensor(end))
    }
  }

  /// A value that is multiplied by a factor after a number of updates (`optax.piecewise_constant_schedule`):
  /// `.piecewiseConstantSchedule(0.1, [1000: 0.5, 2000: 0.1])`.
  public static func piecewiseConstantSchedule(_ initial: Double, _ factors: [Int: Double]) -> Schedule {
    Schedule { count in
      factors.sorted { $0.key < $1.key }.reduce(Tensor(initial)) { value, step in
        value * select(count .>= Tensor(step.key), Tensor(step.value), 1.0)
      }
    }
  }

  /// One schedule after the other, each counting from its beginning (`optax.join_schedules`).
  ///
  /// - Parameters:
  ///   - schedules: the schedules.
  ///   - boundaries: for each but the first, the number of updates at which it begins.
  public static func joinSchedules(_ schedules: [Schedule], _ boundaries: [Int]) -> Schedule {
    Schedule { count in
      guard let first = schedules.first, schedules.count == boundaries.count + 1 else {
        return Tensor(
          failure: TensorError(
            operation: "joinSchedules",
            problem: "\(schedules.count) schedules and \(boundaries.count) boundaries",
            expected: "a boundary for each schedule but the first", module: nil))
      }
      return zip(boundaries, schedules.dropFirst()).reduce(first(count)) { value, next in
        select(count .< Tensor(next.0), value, next.1(count - Tensor(next.0)))
      }
    }
  }

  /// Half a cosine from `initial` to `alpha · initial` (`optax.cosine_decay_schedule`).
  public static func cosineDecaySchedule(_ initial: Double, _ steps: Int, alpha: Double = 0) -> Schedule {
    Schedule { count in
      let share = minimum(count, Tensor(steps)) / Tensor(Swift.max(steps, 1))
      let cosine = 0.5 * (1 + cos(Tensor(Double.pi) * share))
      return Tensor(initial) * (Tensor(1 - alpha) * cosine + Tensor(alpha))
    }
  }

  /// A line from `initial` to `peak`, then half a cosine down to `end`, which is reached after `steps` updates in all
  /// (`optax.warmup_cosine_decay_schedule`).
  public static func warmupCosineDecaySchedule(
    initValue initial: Double, peakValue peak: Double, warmupSteps: Int, decaySteps steps: Int,
    endValue end: Double = 0
  ) -> Schedule {
    let warmup = Schedule.linearSchedule(initial, peak, warmupSteps)
    let decay = Schedule.cosineDecaySchedule(peak, steps -| warmupSteps, alpha: peak == 0 ? 0 : end / peak)
    return Schedule { count in
      select(count .< Tensor(warmupSteps), warmup(count), decay(count - Tensor(warmupSteps)))
    }
  }
}
