/// Reverse-mode differentiation of a function with respect to its first argument.
///
/// The function is linearized at the arguments: values are computed, and the tangents' linear program is staged beside.
/// The gradient is that program's transpose, applied to 1.
struct Gradient<A: TensorTree, X: TensorTree, E: Error> {
  let name: String
  /// The function: its scalar loss and auxiliary results.
  let body: (A) throws(E) -> (Tensor, X)

  /// The loss, the auxiliary results and the gradient.
  ///
  /// What cannot be differentiated gives gradients that carry the error.
  func callAsFunction(_ argument: A) throws(E) -> (loss: Tensor, auxiliary: X, gradient: A) {
    let trace = LinearizeTrace(parent: Trace.current, label: name)
    defer { trace.close() }
    var traced = argument
    var types: [TensorType] = []
    var problem: TensorError?
    traced.forEachLeaf { leaf in
      types.append(leaf.type)
      guard leaf.dtype.isDifferentiable || leaf.isFailed else {
        if problem == nil { problem = integerInput(leaf, argument.leafName(types.count - 1)) }
        return
      }
      leaf = trace.input(leaf)
    }
    let (loss, auxiliary) = try Trace.with(trace) { () throws(E) in try body(traced) }
    let value = trace.split(loss)
    var plain = auxiliary
    plain.forEachLeaf { $0 = trace.split($0).primal }
    let leaves: [Tensor]
    if let error = problem ?? lossError(value.primal) {
      let failure = Tensor(failure: error)
      leaves = types.map { _ in failure }
    } else {
      leaves = gradients(trace, value.tangent, types)
    }
    return (value.primal, plain, argument.replacingLeaves(with: leaves))
  }

  private func gradients(_ trace: LinearizeTrace, _ tangent: Tensor?, _ types: [TensorType]) -> [Tensor] {
    func zeros(_ type: TensorType) -> Tensor { Tensor.full(type.shape, 0, dtype: type.dtype) }
    guard let tangent else { return types.map(zeros) }
    do throws(TensorError) {
      let linear = try trace.staging.program(name: name, outputs: [tangent])
      let one = Tensor.full(tangent.type.shape, 1, dtype: tangent.dtype)
      let cotangents = linear.transpose([one], linear.inputTypes.map { .linear($0) })
      return zip(cotangents, types).map { $0 ?? zeros($1) }
    } catch {
      let failure = Tensor(failure: error)
      return types.map { _ in failure }
    }
  }

  private func integerInput(_ leaf: Tensor, _ leafName: String?) -> TensorError {
    TensorError(
      name, operands: [leaf],
      problem:
        "\(leafName.map { "the input \($0)" } ?? "an input") has dtype \(leaf.dtype), which has no derivative",
      expected:
        "floating-point or complex inputs; split parameters first and differentiate the trainable ones")
  }

  private func lossError(_ loss: Tensor) -> TensorError? {
    if let error = loss.error { return error }
    if loss.type.rank != 0 {
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

/// The auxiliary results of a function that has none.
struct NoResults: TensorTree {
  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {}
}
