extension TensorError {
  package init(
    _ operation: String, operands: [Tensor], problem: String, expected: String, module: String? = nil
  ) {
    self = TensorError(operation, problem: problem, expected: expected, module: module).with(
      operands: operands)
  }

  /// The same error told of these operands.
  package func with(operands: [Tensor]) -> TensorError {
    var copy = self
    copy.operands = operands.map(\.type)
    copy.origins = operands.map(\.origin)
    return copy
  }
}
