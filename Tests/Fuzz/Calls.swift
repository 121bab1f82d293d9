import Blox
import Foundation

/// Calls public functions with extreme arguments; whatever they do, the process must live on.
struct Calls {
  let count: Int
  let seed: UInt64

  init(_ arguments: Arguments) {
    count = arguments.integer("count") ?? 10_000
    seed = arguments.seed
  }

  func run() throws {
    print("fuzz calls: \(count) calls, seed \(seed)")
    for item in 0..<count {
      var random = RandomBits(seed: seed, item: item)
      let count = [Int.min, -1, 0, 1, Int.max].randomElement(using: &random) ?? 0
      _ = Tensor.zeros([Swift.min(count, 1)]).error
    }
  }
}
