/// What a primitive's type rule says of operands it does not accept.
///
/// It becomes a `TensorError` in one place, where the operation is applied.
struct TypeRuleError: Error, Sendable {
  let problem: String
  let expected: String

  init(_ problem: String, expected: String) {
    self.problem = problem
    self.expected = expected
  }
}
