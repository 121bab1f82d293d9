import SeededRandom

extension SplitMix64 {
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ numerator: Int, of denominator: Int) -> Bool { int(1...denominator) <= numerator }

  mutating func ints(_ count: Int, _ range: ClosedRange<Int>) -> [Int] { (0..<count).map { _ in int(range) } }

  /// An array of small integers.
  mutating func array(_ shape: [Int]) -> HostArray {
    HostArray(shape, (0..<shape.reduce(1, *)).map { _ in Double(int(-9...9)) })
  }

  mutating func pick<T>(_ choices: [T]) -> T? { choices.randomElement(using: &self) }
}
