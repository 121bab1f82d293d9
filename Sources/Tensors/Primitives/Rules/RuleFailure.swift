/// The error of a rule that could not be traced, which is equal to no other.
final class RuleFailure: Hashable, Sendable {
  let error: TensorError
  init(_ error: TensorError) { self.error = error }

  static func == (a: RuleFailure, b: RuleFailure) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
