/// SplitMix64: a small generator whose numbers are the same everywhere.
struct RandomBits: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of one item of a run: those of each item are independent of all others.
  init(seed: UInt64, item: Int) {
    state = seed
    state = next() ^ UInt64(bitPattern: Int64(item)) &* 0x9E37_79B9_7F4A_7C15
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
