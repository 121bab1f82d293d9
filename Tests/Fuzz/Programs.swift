import Blox
import Foundation
import RandomPrograms

/// Compares random compositions of operations, compiled and one by one, with a plain reference on the host.
struct Programs {
  let count: Int
  let seed: UInt64
  /// Whether each program is shown before it is run, for those that end the process.
  let isShown: Bool

  init(_ arguments: Arguments) {
    count = arguments.integer("count") ?? 1000
    seed = arguments.seed
    isShown = arguments.integer("show") == 1
  }

  func run() {
    print("fuzz programs: \(count) programs, from seed \(seed) on")
    var wrong = 0
    for number in 0..<count {
      let own = seed &+ UInt64(number)
      if number % 100 == 99 { print("\(number + 1) programs, \(wrong) with a difference") }
      if isShown { print("seed \(own)\n\(RandomProgram(seed: own))") }
      guard let (program, difference) = RandomProgram(seed: own).shrunk() else { continue }
      wrong += 1
      print("seed \(own): \(difference)\n\(program)")
    }
    print("\(count) programs, \(wrong) with a difference")
    if wrong > 0 { exit(1) }
  }
}
