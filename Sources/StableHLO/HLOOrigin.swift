/// What a value was made of, where that was a change of its dtype or the order of its axes.
///
/// A lowering that reads memory by itself sees through these, as XLA does: see `HLOFunction.origin(of:)`.
public enum HLOOrigin: Sendable, Hashable {
  /// The value is this one in another dtype.
  case conversion(HLOValue)
  /// Axis `i` of the value is axis `permutation[i]` of this one.
  case transposition(HLOValue, permutation: [Int])
}
