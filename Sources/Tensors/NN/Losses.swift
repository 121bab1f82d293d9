/// The cross-entropy of logits `[…, classes]` against distributions over the classes, `[…]`
/// (`optax.softmax_cross_entropy`).
public func softmaxCrossEntropy(_ logits: Tensor, _ labels: Tensor, axis: Int = -1) -> Tensor {
  fused("softmaxCrossEntropy", axis, [logits, labels]) { operands in
    [-(operands[1] * logSoftmax(operands[0], axis: axis)).sum(axis: axis)]
  }[0]
}

/// The cross-entropy of logits `[…, classes]` against integer classes `[…]`, `[…]`
/// (`optax.softmax_cross_entropy_with_integer_labels`).
public func softmaxCrossEntropyWithIntegerLabels(
  _ logits: Tensor, _ labels: Tensor, axis: Int = -1
) -> Tensor {
  if let failed = [logits, labels].first(where: \.isFailed) { return failed }
  let place = axis.counted(in: logits.rank)
  guard (0..<logits.rank).contains(place) else {
    return logits.failedAxis("softmaxCrossEntropyWithIntegerLabels", axis)
  }
  var expected = logits.type.shape.dimensions
  expected.remove(at: place)
  guard labels.dtype.isInteger, labels.type.shape == Shape(expected) else {
    return Tensor(
      failure: TensorError(
        "softmaxCrossEntropyWithIntegerLabels", operands: [logits, labels],
        problem: "labels of dtype \(labels.dtype) and shape \(labels.type.shape)",
        expected: "integer classes of shape \(Shape(expected)): the logits' without axis \(place)"))
  }
  return fused("softmaxCrossEntropyWithIntegerLabels", place, [logits, labels]) { operands in
    let logits = operands[0].inexact
    let chosen = logits.takeAlongAxis(operands[1].expandedDimensions(axis: place), axis: place)
    return [logSumExp(logits, axis: place) - chosen.squeezed(axis: place)]
  }[0]
}

/// The cross-entropy of logits against the probabilities of yes, element by element
/// (`optax.sigmoid_binary_cross_entropy`).
public func sigmoidBinaryCrossEntropy(_ logits: Tensor, _ labels: Tensor) -> Tensor {
  fused("sigmoidBinaryCrossEntropy", 0, [logits, labels]) { operands in
    let logits = operands[0].inexact
    let labels = operands[1].cast(to: logits.dtype)
    return [-labels * logSigmoid(logits) - (1 - labels) * logSigmoid(-logits)]
  }[0]
}

/// Half the squared difference, element by element (`optax.l2_loss`); of the predictions alone without targets.
public func l2Loss(_ predictions: Tensor, _ targets: Tensor? = nil) -> Tensor {
  fused("l2Loss", 0, [predictions] + (targets.map { [$0] } ?? [])) { operands in
    let errors = operands.count == 2 ? operands[0] - operands[1] : operands[0]
    return [0.5 * square(errors.inexact)]
  }[0]
}

/// Half the squared difference where that is within `delta`, linear beyond, element by element (`optax.huber_loss`).
public func huberLoss(_ predictions: Tensor, _ targets: Tensor? = nil, delta: Double = 1) -> Tensor {
  fused("huberLoss", delta, [predictions] + (targets.map { [$0] } ?? [])) { operands in
    let errors = abs(operands.count == 2 ? operands[0] - operands[1] : operands[0])
    let near = minimum(errors, Tensor(delta))
    return [0.5 * square(near) + Tensor(delta) * (errors - near)]
  }[0]
}
