import Tensors

extension Schedule {
  /// From one value to another along a power of the steps left, and then the last (`optax.polynomial_schedule`).
  ///
  /// - Parameters:
  ///   - initial: the value at the beginning.
  ///   - end: the value at the end.
  ///   - power: 1 for a line, 2 for a parabola.
  ///   - steps: how many updates it takes; the initial value for ever unless positive.
  ///   - begin: after how many updates it begins.
  public static func polynomialSchedule(
    _ initial: Double, _ end: Double, _ power: Double, _ steps: Int, transitionBegin begin: Int = 0
  ) -> Schedule {
    guard steps > 0 else { return .constantSchedule(initial) }
    return Schedule { count in
      let done = clip(count - Tensor(Swift.max(begin, 0)), 0, Tensor(steps))
      let rest = 1 - done / Tensor(steps)
      let share = power == 1 ? rest : Tensors.power(rest, Tensor(power))
      return Tensor(initial - end) * share + Tensor(end)
    }
  }

  /// From one value to another in equal steps, and then the last (`optax.linear_schedule`), beginning after
  /// `transitionBegin` updates.
  public static func linearSchedule(
    _ initial: Double, _ end: Double, _ steps: Int, transitionBegin begin: Int = 0
  ) -> Schedule { polynomialSchedule(initial, end, 1, steps, transitionBegin: begin) }

  /// `initial · rate ^ (count / steps)` (`optax.exponential_decay`).
  ///
  /// - Parameters:
  ///   - initial: the value at the beginning.
  ///   - steps: after how many updates the value has been multiplied by `rate` once.
  ///   - rate: the factor.
  ///   - begin: after how many updates it begins.
  ///   - isStaircase: whether the value changes once in `steps` updates, and not at each.
  ///   - end: a limit that the value does not go beyond.
  public static func exponentialDecay(
    _ initial: Double, _ steps: Int, _ rate: Double, transitionBegin begin: Int = 0,
    staircase isStaircase: Bool = false, endValue end: Double? = nil
  ) -> Schedule {
    guard steps > 0, rate != 0 else { return .constantSchedule(initial) }
    return Schedule { count in
      let done = count - Tensor(Swift.max(begin, 0))
      let share = done / Tensor(steps)
      let decayed = Tensor(initial) * power(Tensor(rate), isStaircase ? floor(share) : share)
      let value = select(done .<= 0, Tensor(initial), decayed)
      guard let end else { return value }
      return rate < 1 ? maximum(value, Tensor(end)) : minimum(value, Tensor(end))
    }
  }

  /// Half a cosine, to a power, from `initial` to `alpha · initial` (`optax.cosine_decay_schedule`).
  public static func cosineDecaySchedule(
    _ initial: Double, _ steps: Int, alpha: Double = 0, exponent: Double = 1
  ) -> Schedule {
    Schedule { count in
      let share = minimum(count, Tensor(steps)) / Tensor(Swift.max(steps, 1))
      let cosine = 0.5 * (1 + cos(Tensor(Double.pi) * share))
      let shaped = exponent == 1 ? cosine : power(cosine, Tensor(exponent))
      return Tensor(initial) * (Tensor(1 - alpha) * shaped + Tensor(alpha))
    }
  }
}
