import Blox
import Foundation
import RandomPrograms

/// Compares random compositions of operations, compiled and one by one, with a plain reference on the host.
struct Programs {
  let count: Int
  let seed: UInt64

  init(_ arguments: Arguments) {
    count = arguments.integer("count") ?? 1000
    seed = arguments.seed
  }

  func run() {
    print("fuzz programs: \(count) programs, from seed \(seed) on")
    var wrong = 0
    for number in 0..<count {
      let own = seed &+ UInt64(number)
      if number % 100 == 99 { print("\(number + 1) programs, \(wrong) with a difference") }
      guard let (program, difference) = RandomProgram(seed: own).shrunk() else { continue }
      wrong += 1
      print("seed \(own): \(difference)\n\(program)")
    }
    print("\(count) programs, \(wrong) with a difference")
    if wrong > 0 { exit(1) }
  }
}
