import Tensors

extension Schedule {
  /// How `piecewiseInterpolateSchedule` goes from one value to the next.
  public enum Interpolation: Sendable {
    case linear, cosine

    func callAsFunction(_ start: Tensor, _ end: Tensor, _ share: Tensor) -> Tensor {
      switch self {
      case .linear: (end - start) * share + start
      case .cosine: end + (start - end) / 2 * (cos(Tensor(Double.pi) * share) + 1)
      }
    }
  }

  /// A value that is multiplied by a factor after a number of updates (`optax.piecewise_constant_schedule`):
  /// `.piecewiseConstantSchedule(0.1, [1000: 0.5, 2000: 0.1])`.
  public static func piecewiseConstantSchedule(_ initial: Double, _ factors: [Int: Double] = [:]) -> Schedule
  {
    if let wrong = negative(factors, "piecewiseConstantSchedule") { return wrong }
    let steps = factors.sorted { $0.key < $1.key }
    return Schedule { count in
      steps.reduce(Tensor(initial)) { value, step in
        value * select(count .>= Tensor(step.key), Tensor(step.value), 1.0)
      }
    }
  }

  /// A value that goes on to the next, the one before times a factor, until a number of updates is done
  /// (`optax.piecewise_interpolate_schedule`).
  ///
  /// - Parameters:
  ///   - interpolation: along a line or half a cosine.
  ///   - initial: the value at the beginning.
  ///   - factors: for each boundary the factor that the value has been multiplied by when it is reached.
  public static func piecewiseInterpolateSchedule(
    _ interpolation: Interpolation, _ initial: Double, _ factors: [Int: Double] = [:]
  ) -> Schedule {
    if let wrong = negative(factors, "piecewiseInterpolateSchedule") { return wrong }
    var boundaries = [0]
    var values = [initial]
    for (boundary, factor) in factors.sorted(by: { $0.key < $1.key }) {
      boundaries.append(boundary)
      values.append((values.last ?? initial) * factor)
    }
    let segments = zip(zip(boundaries, boundaries.dropFirst()), zip(values, values.dropFirst())).map {
      ($0, $1)
    }
    let (last, end) = (boundaries.last ?? 0, values.last ?? initial)
    return Schedule { count in
      segments.reversed().reduce(select(count .>= Tensor(last), Tensor(end), 0.0)) { later, segment in
        let ((from, to), (start, end)) = segment
        let share = (count - Tensor(from)) / Tensor(Swift.max(to -| from, 1))
        let value = interpolation(Tensor(start), Tensor(end), share)
        return select((count .>= Tensor(from)) .& (count .< Tensor(to)), value, later)
      }
    }
  }

  /// Up to `peak` in a line, down to where it began, and further down (`optax.linear_onecycle_schedule`; Smith, 2018).
  ///
  /// - Parameters:
  ///   - steps: the number of updates of the cycle.
  ///   - peak: the greatest value.
  ///   - start: which share of the steps goes up.
  ///   - final: at which share the value is back.
  ///   - divisor: the first value is the peak over this.
  ///   - finalDivisor: the last value is the first over this.
  public static func linearOnecycleSchedule(
    _ steps: Int, _ peak: Double, pctStart start: Double = 0.3, pctFinal final: Double = 0.85,
    divFactor divisor: Double = 25, finalDivFactor finalDivisor: Double = 1e4
  ) -> Schedule {
    guard steps > 0, let up = share(start, steps), let down = share(final, steps) else {
      return noCycle("linearOnecycleSchedule", steps)
    }
    return piecewiseInterpolateSchedule(
      .linear, peak / divisor, factors([(up, divisor), (down, 1 / divisor), (steps, 1 / finalDivisor)]))
  }

  /// Up to `peak` and down again along cosines (`optax.cosine_onecycle_schedule`; Smith and Topin, 2018).
  ///
  /// - Parameters:
  ///   - steps: the number of updates of the cycle.
  ///   - peak: the greatest value.
  ///   - start: which share of the steps goes up.
  ///   - divisor: the first value is the peak over this.
  ///   - finalDivisor: the last value is the first over this.
  public static func cosineOnecycleSchedule(
    _ steps: Int, _ peak: Double, pctStart start: Double = 0.3, divFactor divisor: Double = 25,
    finalDivFactor finalDivisor: Double = 1e4
  ) -> Schedule {
    guard steps > 0, let up = share(start, steps) else { return noCycle("cosineOnecycleSchedule", steps) }
    return piecewiseInterpolateSchedule(
      .cosine, peak / divisor, factors([(up, divisor), (steps, 1 / (divisor * finalDivisor))]))
  }

  /// A share of the steps, rounded towards 0; nil if it is no share.
  private static func share(_ share: Double, _ steps: Int) -> Int? {
    (0...1).contains(share) ? Int(exactly: (share * Double(steps)).rounded(.towardZero)) : nil
  }

  /// Of several factors at one boundary the last, as in a dictionary of Python.
  private static func factors(_ pairs: [(Int, Double)]) -> [Int: Double] {
    Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  private static func noCycle(_ operation: String, _ steps: Int) -> Schedule {
    invalid(
      operation, "a cycle of \(steps) steps", expected: "a positive number of steps, and shares from 0 to 1")
  }

  private static func negative(_ factors: [Int: Double], _ operation: String) -> Schedule? {
    factors.values.first { $0 < 0 }.map {
      invalid(operation, "a factor is \($0)", expected: "factors that are not negative")
    }
  }
}
