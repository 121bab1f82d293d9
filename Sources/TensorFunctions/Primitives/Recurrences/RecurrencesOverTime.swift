package import TensorCore
import TensorPrimitives

/// An LSTM over time.
///
/// - Parameters:
///   - sums: what the gates i, g, f, o have of the inputs, `[batch, times, 4 · units]`.
///   - weights: what they have of the hidden state, `[units, 4 · units]`.
///   - hidden: the hidden state before, `[batch, units]`, and `cell` the cell.
/// - Returns: the outputs `[batch, times, units]` and the last cell; failed tensors for operands of other shapes or dtypes.
package func lstm(_ sums: Tensor, weights: Tensor, hidden: Tensor, cell: Tensor) -> (
  outputs: Tensor, cell: Tensor
) {
  let results = bind(Recurrence(cell: .lstm), [sums, weights, hidden, cell])
  return (results[0], results[1])
}

/// A GRU over time whose reset gate comes before the product.
///
/// - Parameters:
///   - sums: what z, r and the candidate have of the inputs, `[batch, times, 3 · units]`.
///   - weights: what z and r have of the state, `[units, 2 · units]`, and `candidate` what the candidate has, `[units, units]`.
///   - hidden: the state before, `[batch, units]`.
/// - Returns: the outputs `[batch, times, units]`; a failed tensor for operands of other shapes or dtypes.
package func gru(_ sums: Tensor, weights: Tensor, candidate: Tensor, hidden: Tensor) -> Tensor {
  bind(Recurrence(cell: .gru), [sums, weights, candidate, hidden])[0]
}
