import PJRT

extension TensorError {
  /// Any error as a tensor error: one that is already such is kept, one of XLA's is quoted.
  init(_ error: any Error, operation: String, operands: [Tensor] = []) {
    if let own = error as? TensorError {
      self = own
    } else {
      self.init(
        operation, operands: operands, problem: "\(error)",
        expected: "a computation that the plugin can compile and run")
      cause = error
    }
  }
}
