import Foundation
import Synchronization
import Testing

/// Processes that end while their computations run: `Tests/ProcessProgram/Ending.swift`. None may die by a signal, and
/// nothing that one printed may be lost.
@Suite(.serialized) struct ProcessEndTests {
  struct Ending: Sendable, CustomTestStringConvertible {
    let scenario: String
    var status: Int32 = 0
    var lines = ["the first line", "the last line"]
    var times = 5
    var testDescription: String { scenario }
  }

  static let endings = [
    Ending(scenario: "ending", times: 50),
    Ending(scenario: "ending by exit", status: 7, times: 50),
    Ending(scenario: "ending by another thread", status: 7, times: 10),
    Ending(scenario: "ending by two threads", status: 7),
    Ending(scenario: "ending in a callback", status: 7),
    Ending(scenario: "ending on devices"),
    Ending(scenario: "ending with operations"),
    Ending(
      scenario: "ending with prints",
      lines: ["the first line", "the last line", "sum 0.", "sum 0.", "sum 0."]),
    Ending(scenario: "ending with clients"),
    Ending(scenario: "ending with compilations"),
    Ending(
      scenario: "ending with later handlers", lines: ["the first line", "the last line", "finite"]),
  ]

  @Test(arguments: endings) func processesEndInOrder(ending: Ending) {
    for run in ProcessEndTests.run(ending.scenario, times: ending.times) {
      #expect(run.status == ending.status, "\(run.output)")
      #expect(run.output.split(separator: "\n").map(String.init) == ending.lines)
    }
  }

  /// Swift itself ends a process whose `main` throws, by a trap: nothing is waited for, and nothing is lost.
  @Test(arguments: [
    ("ending by error", "Error raised at top level: wrong on purpose", 50),
    ("ending by a trap", "Index out of range", 10),
    ("ending by a trap elsewhere", "wrong on purpose", 5),
    ("ending by a trap while printing", "wrong on purpose", 5),
  ]) func processesEndByATrap(scenario: String, message: String, times: Int) {
    for run in ProcessEndTests.run(scenario, times: times) {
      #expect(run.status == SIGILL || run.status == SIGTRAP, "\(run.output)")
      #expect(run.output.contains("the first line\nthe last line\n"), "\(run.output)")
      #expect(run.output.contains(message), "\(run.output)")
    }
  }

  /// Starts a scenario so many times, a few at once.
  private static func run(_ scenario: String, times: Int) -> [Run] {
    let runs = Mutex<[Run]>([])
    DispatchQueue.concurrentPerform(iterations: times) { _ in
      let run = Run(
        Run.built("processes"), [scenario],
        environment: ["BLOX_CPU_DEVICES": "4", "SWIFT_BACKTRACE": "enable=no"])
      runs.withLock { $0.append(run) }
    }
    return runs.withLock { $0 }
  }
}
