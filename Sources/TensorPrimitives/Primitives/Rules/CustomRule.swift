package import TensorCore

/// A derivative rule of the user's.
///
/// `Closure` runs where the function is differentiated.
package enum CustomRule<Closure>: Hashable, Sendable {
  /// The closure itself, where the function is differentiated while it is called: it may then use Swift's control flow.
  case closure(RuleClosure<Closure>)
  /// What the closure does, as a program whose first inputs are what the function and its rules captured: where the
  /// function becomes a part of a program, or of a batch, and is differentiated later.
  case program(Program)
  /// Why there is no such program. It matters only where the function is differentiated.
  case failure(RuleFailure)

  package init(_ result: Result<Program, TensorError>) {
    switch result {
    case .success(let program): self = .program(program)
    case .failure(let error): self = .failure(RuleFailure(error))
    }
  }

  /// Makes another program of this one.
  package func map(_ change: (Program) -> DerivedProgram) -> Self {
    guard case .program(let program) = self else { return self }
    let derived = change(program)
    return derived.failure.map { .failure(RuleFailure($0)) } ?? .program(derived.program)
  }
}

extension CustomDerivativePrimitive {
  /// The error of differentiating with respect to something that the function captured: the rule knows nothing of it.
  func capturedError(_ primals: [Tensor], _ tangents: [Tensor?]) -> TensorError? {
    guard let index = tangents[..<ownCapturedCount].firstIndex(where: { $0 != nil }) else { return nil }
    return TensorError(
      name, operands: [primals[index]],
      problem: "the function uses a value that is being differentiated and is not one of its arguments",
      expected:
        "such values to be arguments, so that the rule tells their derivative; or stopGradient of them")
  }
}
