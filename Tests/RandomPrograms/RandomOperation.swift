import Tensors

/// An operation of a random program: what the library does, and what is right.
protocol RandomOperation: Sendable, CustomStringConvertible {
  /// Positions that the compiled program gets as scalars at run time.
  var positions: [Int] { get }
  /// Whether the result is a linear function of the operands, but for a constant.
  var isLinear: Bool { get }
  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor
  func reference(_ operands: [HostArray]) -> HostArray
}

extension RandomOperation {
  var positions: [Int] { [] }
  var isLinear: Bool { true }
}
