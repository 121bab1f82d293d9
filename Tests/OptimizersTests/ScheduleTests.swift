import Optimizers
import Tensors
import Testing

@Suite struct ScheduleTests {
  static let schedules: [String: Schedule] = [
    "polynomial": .polynomialSchedule(1, 0.1, 2, 10, transitionBegin: 3),
    "linear": .linearSchedule(1, 0.1, 10, transitionBegin: 3),
    "exponential": .exponentialDecay(0.5, 3, 0.7, transitionBegin: 4, staircase: true, endValue: 0.1),
    "cosine": .cosineDecaySchedule(0.5, 12, alpha: 0.1, exponent: 2),
    "piecewise": .piecewiseConstantSchedule(0.1, [4: 0.1, 2: 0.5]),
    "interpolated": .piecewiseInterpolateSchedule(.cosine, 0.1, [4: 2, 9: 0.5]),
    "linearOnecycle": .linearOnecycleSchedule(20, 0.5), "cosineOnecycle": .cosineOnecycleSchedule(20, 0.5),
    "warmupConstant": .warmupConstantSchedule(initValue: 0.1, peakValue: 0.5, warmupSteps: 5),
    "warmupCosine": .warmupCosineDecaySchedule(
      initValue: 0.1, peakValue: 0.5, warmupSteps: 5, decaySteps: 15, endValue: 0.05, exponent: 1.5),
    "warmupExponential": .warmupExponentialDecaySchedule(
      initValue: 0.1, peakValue: 0.5, warmupSteps: 5, transitionSteps: 4, decayRate: 0.6, transitionBegin: 2,
      endValue: 0.2),
    "sgdr": .sgdrSchedule([
      (initValue: 0, peakValue: 1, warmupSteps: 2, decaySteps: 8, endValue: 0.1),
      (initValue: 0.1, peakValue: 0.5, warmupSteps: 3, decaySteps: 10, endValue: 0),
    ]),
  ]

  @Test("The values of every schedule over 22 updates are optax's")
  func values() throws {
    let recorded = try OptaxValues.read().schedules
    #expect(Set(recorded.keys) == Set(Self.schedules.keys))
    for (name, schedule) in Self.schedules {
      let values = try jit { vmap { schedule($0) }($0) }(Tensor.arange(22)).scalars(Float.self)
      let distance = OptaxValueTests.distance(values, try #require(recorded[name]))
      #expect(distance < 1e-6, "\(name): \(distance), \(values)")
    }
  }

  @Test func schedulesThatCannotBeSaySo() throws {
    let wrong: [(Schedule, String)] = [
      (.piecewiseConstantSchedule(1, [3: -1]), "piecewiseConstantSchedule: a factor is -1.0"),
      (.cosineOnecycleSchedule(0, 1), "cosineOnecycleSchedule: a cycle of 0 steps"),
      (.linearOnecycleSchedule(10, 1, pctStart: 1.5), "linearOnecycleSchedule"),
      (.joinSchedules([], []), "joinSchedules: 0 schedules and 0 boundaries"),
      (.sgdrSchedule([]), "joinSchedules: 0 schedules"),
    ]
    for (schedule, text) in wrong {
      let error = try #require(schedule(Tensor(Int32(0))).error)
      #expect("\(error)".contains(text), "\(error)")
    }
  }
}
