import Blox
import Foundation
import SeededRandom

/// Flips bits of a compiled program in the cache: what it computes must stay right.
struct Flips {
  let folder: URL
  let count: Int
  let seed: UInt64

  /// The cache is the folder that this process was started with.
  func work() throws {
    var random = SplitMix64(seed: seed)
    let expected = try compiledAnew()
    guard try compiledAnew() == expected else { throw Trouble("two compilations differ") }
    var replaced = 0
    for number in 0..<count {
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: [])
      guard let file = files.randomElement(using: &random) else { throw Trouble("the cache is empty") }
      let whole = try Data(contentsOf: file)
      var bytes = whole
      let bit = Int.random(in: 0..<bytes.count * 8, using: &random)
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      try bytes.write(to: file)
      guard try compiledAnew() == expected else {
        throw Trouble("bit \(bit) of \(file.path) gave other values")
      }
      if try Data(contentsOf: file) != bytes { replaced += 1 }
      try whole.write(to: file)
      Child.say(number + 1)
    }
    // Each damaged file has to be found out, and made again; unless that was too quick to be worth a file.
    if replaced < count / 2 { throw Trouble("only \(replaced) of \(count) damaged files were replaced") }
  }

  /// The values of a function, with no program of it in memory.
  private func compiledAnew() throws -> [Float] {
    clearCaches()
    let function = jit { (x: Tensor) in sin(cos(matmul(x, x)) * 1.25).sum(axis: 0) }
    return try function(Tensor((0..<81).map { Float($0) * 0.01 }, shape: [9, 9])).scalars(Float.self)
  }
}
