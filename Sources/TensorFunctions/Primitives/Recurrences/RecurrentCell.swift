package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The recurrences that are primitives over time.
package enum RecurrentCell: Hashable, Sendable {
  case lstm, gru

  /// How many gates there are: i, g, f, o of an LSTM, z, r and the candidate of a GRU.
  var gateCount: Int { self == .lstm ? 4 : 3 }
  /// How many of the operands are weights, and how many are states.
  var weightCount: Int { self == .lstm ? 1 : 2 }
  var stateCount: Int { self == .lstm ? 2 : 1 }

  /// The types of the weights, `[units, …]`.
  func weights(units: Int, _ dtype: DType) -> [TensorType] {
    let widths = self == .lstm ? [4 *| units] : [2 *| units, units]
    return widths.map { TensorType([units, $0], dtype) }
  }

  // MARK: A step

  /// The gates of an LSTM, of their sums `[…, 4 · units]`.
  package static func lstmGates(_ sums: Tensor) -> (i: Tensor, g: Tensor, f: Tensor, o: Tensor) {
    (
      sigmoid(sums.part(0, of: 4)), tanh(sums.part(1, of: 4)), sigmoid(sums.part(2, of: 4)),
      sigmoid(sums.part(3, of: 4))
    )
  }
}

extension Tensor {
  /// One of `count` equal parts along the last axis.
  package func part(_ index: Int, of count: Int) -> Tensor {
    let size = shape[-1] / count
    return self[Ellipsis(), index * size..<(index + 1) * size]
  }
}
