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
    copy.origins = operands.map { operand in
      operand.origin.map { origin in
        let path = origin.path.joined(separator: "/")
        return origin.isParameter ? "the parameter \(path)" : "computed with \(path)"
      }
    }
    copy.module = module ?? operands.lazy.compactMap(\.origin).last?.module
    return copy
  }
}
