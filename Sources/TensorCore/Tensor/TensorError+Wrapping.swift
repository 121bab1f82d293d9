package import PJRT

extension TensorError {
  /// Any error as a tensor error: one that is already such is kept, one of XLA's is quoted.
  package init(_ error: any Error, operation: String, operands: [Tensor] = []) {
    if let own = error as? TensorError {
      self = own
    } else {
      let isGone = (error as? PJRTError)?.code == .failedPrecondition
      self.init(
        operation, operands: operands, problem: "\(error)",
        expected: isGone
          ? "operands whose memory no other call has taken or is taking"
          : "a computation that the plugin can compile and run")
      cause = error
    }
  }

  /// The error of a variable of the environment.
  package init(_ error: SettingError, operation: String) {
    self.init(operation, problem: error.problem, expected: error.expected)
    cause = error
  }

  /// The error of an integer that a tensor has no room for.
  package static func unrepresentable(_ integer: Int) -> TensorError {
    TensorError(
      "Tensor", problem: "the integer \(integer) does not fit int32, the dtype of an Int",
      expected:
        "an integer from \(Int32.min) to \(Int32.max), a Double, or an integer with a size, such as UInt32")
  }
}
