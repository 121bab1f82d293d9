/// What a primitive's type rule says of operands it does not accept.
///
/// It becomes a `TensorError` in one place, where the operation is applied.
package struct TypeRuleError: Error, Sendable {
  package let problem: String
  package let expected: String

  package init(_ problem: String, expected: String) {
    self.problem = problem
    self.expected = expected
  }
}
