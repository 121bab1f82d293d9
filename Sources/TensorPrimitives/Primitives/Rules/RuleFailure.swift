package import TensorCore

/// The error of a rule that could not be traced, which is equal to no other.
package final class RuleFailure: Hashable, Sendable {
  package let error: TensorError
  package init(_ error: TensorError) { self.error = error }

  package static func == (a: RuleFailure, b: RuleFailure) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
