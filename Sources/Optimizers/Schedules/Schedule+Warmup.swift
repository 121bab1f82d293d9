import Tensors

extension Schedule {
  /// One schedule after the other, each counting from its beginning (`optax.join_schedules`).
  ///
  /// - Parameters:
  ///   - schedules: the schedules.
  ///   - boundaries: for each but the first, the number of updates at which it begins.
  public static func joinSchedules(_ schedules: [Schedule], _ boundaries: [Int]) -> Schedule {
    guard let first = schedules.first, schedules.count == boundaries.count + 1 else {
      return invalid(
        "joinSchedules", "\(schedules.count) schedules and \(boundaries.count) boundaries",
        expected: "a boundary for each schedule but the first")
    }
    return Schedule { count in
      zip(boundaries, schedules.dropFirst()).reduce(first(count)) { value, next in
        select(count .< Tensor(next.0), value, next.1(count - Tensor(next.0)))
      }
    }
  }

  /// A line from `initial` to `peak`, and then the peak (`optax.warmup_constant_schedule`).
  public static func warmupConstantSchedule(
    initValue initial: Double, peakValue peak: Double, warmupSteps: Int
  ) -> Schedule { linearSchedule(initial, peak, warmupSteps) }

  /// A line from `initial` to `peak`, then half a cosine down to `end`, which is reached after `steps` updates in all
  /// (`optax.warmup_cosine_decay_schedule`).
  public static func warmupCosineDecaySchedule(
    initValue initial: Double, peakValue peak: Double, warmupSteps: Int, decaySteps steps: Int,
    endValue end: Double = 0, exponent: Double = 1
  ) -> Schedule {
    let decay = cosineDecaySchedule(
      peak, steps -| warmupSteps, alpha: peak == 0 ? 0 : end / peak, exponent: exponent)
    return joinSchedules([linearSchedule(initial, peak, warmupSteps), decay], [warmupSteps])
  }

  /// A line from `initial` to `peak`, then `exponentialDecay` (`optax.warmup_exponential_decay_schedule`).
  ///
  /// - Parameters:
  ///   - initial: the value at the beginning.
  ///   - peak: the value after `warmupSteps` updates.
  ///   - warmupSteps: the length of the line.
  ///   - steps: after how many updates more the value has been multiplied by `rate` once.
  ///   - rate: the factor.
  ///   - begin: after how many updates of the decay it begins.
  ///   - isStaircase: whether the value changes once in `steps` updates, and not at each.
  ///   - end: a limit that the value does not go beyond.
  public static func warmupExponentialDecaySchedule(
    initValue initial: Double, peakValue peak: Double, warmupSteps: Int, transitionSteps steps: Int,
    decayRate rate: Double, transitionBegin begin: Int = 0, staircase isStaircase: Bool = false,
    endValue end: Double? = nil
  ) -> Schedule {
    let decay = exponentialDecay(
      peak, steps, rate, transitionBegin: begin, staircase: isStaircase, endValue: end)
    return joinSchedules([linearSchedule(initial, peak, warmupSteps), decay], [warmupSteps])
  }

  /// Warmups and cosine decays one after the other, with restarts (`optax.sgdr_schedule`; Loshchilov and Hutter, 2017).
  ///
  /// - Parameter cycles: the arguments of `warmupCosineDecaySchedule` for each cycle, which takes `decaySteps` updates.
  public static func sgdrSchedule(
    _ cycles: [(initValue: Double, peakValue: Double, warmupSteps: Int, decaySteps: Int, endValue: Double)]
  ) -> Schedule {
    var boundaries: [Int] = []
    for cycle in cycles.dropLast() { boundaries.append((boundaries.last ?? 0) +| cycle.decaySteps) }
    let schedules = cycles.map {
      warmupCosineDecaySchedule(
        initValue: $0.initValue, peakValue: $0.peakValue, warmupSteps: $0.warmupSteps,
        decaySteps: $0.decaySteps, endValue: $0.endValue)
    }
    return joinSchedules(schedules, boundaries)
  }
}
