public import TensorCore
import TensorPrimitives
import TensorTransformations

/// The cross-entropy of logits `[…, classes]` against distributions over the classes, `[…]`
/// (`optax.softmax_cross_entropy`).
///
/// The logits and distributions have shapes that broadcast. Fails if the axis is out of range, where the shapes do
/// not broadcast, and for complex numbers.
public func softmaxCrossEntropy(_ logits: Tensor, _ labels: Tensor, axis: Int = -1) -> Tensor {
  fused("softmaxCrossEntropy", [logits, labels], axis) { operands, axis in
    let (logits, labels) = (operands[0].inexact, operands[1])
    let losses = weighted(labels.accumulating, logSoftmax(logits.accumulating, axis: axis)).sum(axis: axis)
    return [(-losses).astype(Promotion.common([logits, labels]).dtype)]
  }[0]
}

/// Logarithms of probabilities times shares: 0 of an impossible outcome is 0, not 0 · -∞, and has no derivative.
private func weighted(_ shares: Tensor, _ logarithms: Tensor) -> Tensor {
  shares * countedLogarithms(logarithms, shares)
}

/// Logarithms of probabilities which shares will multiply, with 0 for an impossible outcome of which there is no share.
package func countedLogarithms(_ logarithms: Tensor, _ shares: Tensor) -> Tensor {
  select((shares .== 0) .& (logarithms .== Tensor(-Double.infinity)), 0, logarithms)
}

/// The cross-entropy of logits `[…, classes]` against integer classes `[…]`, `[…]`
/// (`optax.softmax_cross_entropy_with_integer_labels`).
///
/// Fails if the axis is out of range, for other labels than integers of the logits' shape without it, and for complex
/// logits.
public func softmaxCrossEntropyWithIntegerLabels(
  _ logits: Tensor, _ labels: Tensor, axis: Int = -1
) -> Tensor {
  if let failed = [logits, labels].first(where: \.isFailed) { return failed }
  let dimension = axis.counted(in: logits.ndim)
  guard (0..<logits.ndim).contains(dimension) else {
    return logits.failedAxis("softmaxCrossEntropyWithIntegerLabels", axis)
  }
  var expected = logits.type.shape.dimensions
  expected.remove(at: dimension)
  guard labels.dtype.isInteger, labels.type.shape == Shape(expected) else {
    return Tensor.failed(
      TensorError(
        "softmaxCrossEntropyWithIntegerLabels", operands: [logits, labels],
        problem: "labels of dtype \(labels.dtype) and shape \(labels.type.shape)",
        expected: "integer classes of shape \(Shape(expected)): the logits' without axis \(dimension)"))
  }
  return fused("softmaxCrossEntropyWithIntegerLabels", [logits, labels], dimension) { operands, axis in
    [
      operands[0].inexact.accumulated { logits in
        logsumexp(logits, axis: axis) - chosen(logits, operands[1], axis: axis)
      }
    ]
  }[0]
}

/// The logits of integer classes, NaN for classes out of range: `takeAlongAxis` as a sum along the axis.
///
/// Its derivative is a selection, that of taking a scatter, which XLA for CPUs runs element by element.
private func chosen(_ logits: Tensor, _ classes: Tensor, axis: Int) -> Tensor {
  let shape = logits.type.shape
  let positions = classes.counted(shape[axis], .fill)
  let others = shape.dimensions.indices.filter { $0 != axis }
  let numbers = Tensor.broadcastedIota(shape, axis)
  let isChosen = numbers .== positions.broadcastInDim(shape, dimensions: others)
  let isInside = (positions .>= 0) .& (positions .< Tensor(shape[axis]))
  return select(isInside, select(isChosen, logits, 0).sum(axis: axis), Tensor(Double.nan))
}

/// The cross-entropy of logits against the probabilities of yes, element by element
/// (`optax.sigmoid_binary_cross_entropy`).
///
/// Both operands of shapes that broadcast, and the result of the common one, in the dtype of the logits. Fails where
/// the shapes do not broadcast, and for complex numbers.
public func sigmoidBinaryCrossEntropy(_ logits: Tensor, _ labels: Tensor) -> Tensor {
  fused("sigmoidBinaryCrossEntropy", [logits, labels]) { operands in
    [
      operands[0].inexact.accumulated { logits in
        let labels = operands[1].astype(logits.dtype)
        return -weighted(labels, logSigmoid(logits)) - weighted(1 - labels, logSigmoid(-logits))
      }
    ]
  }[0]
}

/// Half the squared difference, element by element (`optax.l2_loss`); of the predictions alone without targets.
///
/// Both operands of shapes that broadcast, and the result of the common one, real. Fails where the shapes do not
/// broadcast.
public func l2Loss(_ predictions: Tensor, _ targets: Tensor? = nil) -> Tensor {
  fused("l2Loss", [predictions] + (targets.map { [$0] } ?? [])) { operands in
    [errors(operands) { 0.5 * $0.squaredSize }]
  }[0]
}

/// Half the squared difference where that is within `delta`, linear beyond, element by element (`optax.huber_loss`).
///
/// Both operands of shapes that broadcast, and the result of the common one, real. Fails where the shapes do not
/// broadcast.
public func huberLoss(_ predictions: Tensor, _ targets: Tensor? = nil, delta: Double = 1) -> Tensor {
  fused("huberLoss", [predictions] + (targets.map { [$0] } ?? []), delta) { operands, delta in
    [
      errors(operands) { error in
        let size = abs(error)
        let near = minimum(size, Tensor(delta))
        return 0.5 * square(near) + Tensor(delta) * (size - near)
      }
    ]
  }[0]
}

/// A loss of the differences of predictions and targets, or of predictions alone, rounded at the end.
private func errors(_ operands: [Tensor], _ loss: (Tensor) -> Tensor) -> Tensor {
  let given = Promotion.promotedInexact(operands)
  let wide = given.map(\.accumulating)
  let result = loss(wide.count == 2 ? wide[0] - wide[1] : wide[0])
  return result.converted(to: given[0].dtype.realPart, isWeak: given[0].type.isWeak)
}
