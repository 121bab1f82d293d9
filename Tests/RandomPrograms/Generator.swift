/// Random numbers that are the same for the same seed everywhere (SplitMix64).
public struct Generator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ numerator: Int, of denominator: Int) -> Bool { int(1...denominator) <= numerator }

  mutating func ints(_ count: Int, _ range: ClosedRange<Int>) -> [Int] { (0..<count).map { _ in int(range) } }

  /// An array of small integers.
  mutating func array(_ shape: [Int]) -> HostArray {
    HostArray(shape, (0..<shape.reduce(1, *)).map { _ in Double(int(-9...9)) })
  }

  mutating func pick<T>(_ choices: [T]) -> T? { choices.randomElement(using: &self) }
}
