/// A rule that is a closure of the user's, which is itself and equal to no other.
class CustomRule: Hashable, @unchecked Sendable {
  // Unchecked: the closures are the user's and run where the function is differentiated, synchronously, as the function
  // itself does. Subclasses hold nothing that is written after initialization.
  static func == (a: CustomRule, b: CustomRule) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// The error of differentiating with respect to something captured: the rule knows nothing of it.
  static func capturedError(
    _ name: String, _ primals: [Tensor], _ tangents: [Tensor?], _ capturedCount: Int
  ) -> TensorError? {
    guard let place = tangents[..<capturedCount].firstIndex(where: { $0 != nil }) else { return nil }
    return TensorError(
      name, operands: [primals[place]],
      problem: "the function uses a value that is being differentiated and is not one of its arguments",
      expected:
        "such values to be arguments, so that the rule tells their derivative; or stopGradient of them")
  }
}
