package import TensorCore
import TensorPrimitives

/// Reverse-mode differentiation of a function with respect to its argument.
///
/// The function is linearized at the argument: values are computed, and the tangents' linear program is staged beside.
/// The gradient is that program's transpose, applied to 1.
package struct Gradient<A: TensorTree, X: TensorTree, E: Error> {
  package let name: String
  /// The function: its scalar loss and auxiliary results.
  package let body: (A) throws(E) -> (Tensor, X)

  /// The loss, the auxiliary results and the gradient.
  ///
  /// What cannot be differentiated gives gradients that carry the error.
  package func callAsFunction(_ argument: A) throws(E) -> (loss: Tensor, auxiliary: X, gradient: A) {
    let linearization = try Linearization(name, argument, resultCount: 1) { (x) throws(E) in
      let (loss, auxiliary) = try body(x)
      return TreeTuple2(loss, auxiliary)
    }
    let (loss, auxiliary) = linearization.results.values
    let leaves = argument.leaves
    let wrong = leaves.firstIndex { !$0.dtype.isDifferentiable && !$0.isFailed }
    let inputError = wrong.map { integerInput(leaves[$0], argument.leafName($0)) }
    if let error = inputError ?? lossError(loss) {
      let failure = Tensor.failed(error)
      return (loss, auxiliary, map(argument) { _ in failure })
    }
    let one = Tensor.full(loss.type.shape, 1, dtype: loss.dtype)
    return (loss, auxiliary, linearization.cotangents([one]))
  }

  private func integerInput(_ leaf: Tensor, _ leafName: String?) -> TensorError {
    TensorError(
      name, operands: [leaf],
      problem:
        "\(leafName.map { "the input \($0)" } ?? "an input") has dtype \(leaf.dtype), which has no derivative",
      expected:
        "floating-point or complex inputs; split parameters first, `params.split()`, and differentiate the trainable ones"
    )
  }

  private func lossError(_ loss: Tensor) -> TensorError? {
    if let error = loss.error { return error }
    if loss.type.ndim != 0 {
      return TensorError(
        name, operands: [loss], problem: "the function's result has shape \(loss.type.shape)",
        expected: "a scalar, such as a mean or a sum")
    }
    if !loss.dtype.isFloating {
      return TensorError(
        name, operands: [loss], problem: "the function's result has dtype \(loss.dtype)",
        expected: "a real floating-point result")
    }
    return nil
  }
}

/// Names the second argument of a function: `grad(argument: .second, f)`.
public enum SecondArgument: Sendable {
  /// The second argument.
  case second
}

/// Names the third argument of a function: `grad(argument: .third, f)`.
public enum ThirdArgument: Sendable {
  /// The third argument.
  case third
}

/// Names all arguments of a function: `grad(arguments: .all, f)`.
public enum AllArguments: Sendable {
  /// Every argument.
  case all
}
