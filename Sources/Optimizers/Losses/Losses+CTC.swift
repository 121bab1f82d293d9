public import Tensors

/// The connectionist temporal classification loss, `[batch]` (`optax.ctc_loss`; Graves et al., 2006).
///
/// - Parameters:
///   - logits: `[batch, time, classes]`.
///   - logitPaddings: 1 where time is beyond the end, 0 elsewhere, `[batch, time]`.
///   - labels: integer classes, `[batch, length]`.
///   - labelPaddings: 1 beyond the end of labels, 0 elsewhere, `[batch, length]`.
///   - blank: the class of no label.
///   - logEpsilon: what counts as the logarithm of 0.
public func ctcLoss(
  _ logits: Tensor, _ logitPaddings: Tensor, _ labels: Tensor, _ labelPaddings: Tensor,
  blankId blank: Int = 0,
  logEpsilon: Double = -1e5
) -> Tensor {
  ctcLossWithForwardProbs(
    logits, logitPaddings, labels, labelPaddings, blankId: blank, logEpsilon: logEpsilon
  ).loss
}

/// The same with the logarithms of forward probabilities of blanks `[time, batch, length + 1]` and of labels
/// `[time, batch, length]` (`optax.ctc_loss_with_forward_probs`).
public func ctcLossWithForwardProbs(
  _ logits: Tensor, _ logitPaddings: Tensor, _ labels: Tensor, _ labelPaddings: Tensor,
  blankId blank: Int = 0,
  logEpsilon: Double = -1e5
) -> (loss: Tensor, logAlphaPhi: Tensor, logAlphaEmit: Tensor) {
  let shapes = [logits, logitPaddings, labels, labelPaddings].map(\.shape)
  guard logits.ndim == 3, labels.ndim == 2, labels.shape == labelPaddings.shape,
    logitPaddings.shape == Shape(Array(logits.shape.dimensions.prefix(2))),
    labels.shape[0] == logits.shape[0],
    (0..<logits.shape[2]).contains(blank), logits.shape[1] > 0
  else {
    let failed = [logits, logitPaddings, labels, labelPaddings].first(where: \.isFailed)
    let failure =
      failed
      ?? Tensor(
        failure: TensorError(
          operation: "ctcLoss",
          problem:
            "the shapes are \(shapes.map(\.description).joined(separator: ", ")), the blank is \(blank)",
          expected: "[batch, time, classes], [batch, time], [batch, length] twice, and one of the classes",
          module: nil))
    return (failure, failure, failure)
  }
  return forward(logits, logitPaddings, labels, labelPaddings, blank, Tensor(logEpsilon))
}

private func forward(
  _ logits: Tensor, _ logitPaddings: Tensor, _ labels: Tensor, _ labelPaddings: Tensor, _ blank: Int,
  _ never: Tensor
) -> (loss: Tensor, logAlphaPhi: Tensor, logAlphaEmit: Tensor) {
  let (batch, length, classes) = (labels.shape[0], labels.shape[1], logits.shape[2])
  // An impossible class is as unlikely as what is left out: -∞ times the 0 of another class is no number.
  let possible = logSoftmax(logits.accumulating)
  let logarithms = select(possible .== Tensor(-Double.infinity), never, possible)
  // A narrow integer has no number besides its classes for what comes after the last one.
  let labels = labels.positions
  let lengths = Tensor(length) - labelPaddings.sum(axis: 1).astype(.int32)
  let next = concatenate([labels[0..., 1...], labels[0..., 0..<1] * 0 - 1], axis: 1)
  let isRepeated = (labels .== next).astype(.float32)
  let blanks = logarithms[0..., 0..., blank..<blank + 1].transpose([1, 0, 2])
  let emitted = einsum("btk,bnk->tbn", logarithms, oneHot(labels, classes))
  func withAdded(_ phi: Tensor, _ score: Tensor) -> Tensor {
    concatenate([phi[0..., 0..<1], logaddexp(phi[0..., 1...], score)], axis: -1)
  }
  let start = Tensor.full([batch, length], never, dtype: .float32)
  let startPhi = concatenate([Tensor.zeros([batch, 1]), start], axis: 1)
  let paddings = expandDims(logitPaddings.astype(.float32).transpose(), axis: -1)
  let ((_, _), (phis, emits)) = scan((startPhi, start), [emitted, blanks, paddings]) { carry, step in
    let (phi, emit) = carry
    let (label, blank, pad) = (step[0], step[1], step[2])
    let before = withAdded(phi, emit + never * isRepeated)
    let nextEmit = logaddexp(before[0..., 0..<length] + label, emit + label)
    let nextPhi = withAdded(before + blank, emit + blank + never * (1 - isRepeated))
    let kept = (pad * phi + (1 - pad) * nextPhi, pad * emit + (1 - pad) * nextEmit)
    return (kept, kept)
  }
  let last = withAdded(phis[-1], emits[-1])
  let loss = -(last * oneHot(lengths, length + 1)).sum(axis: -1)
  let all = concatenate([phis[0..<logits.shape[1] - 1], expandDims(last, axis: 0)], axis: 0)
  return (loss.astype(logits.inexactDType), all, emits)
}
