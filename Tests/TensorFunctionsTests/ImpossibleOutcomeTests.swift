import Tensors
import Testing

/// What cannot happen and was not expected costs nothing: 0 · log 0 is 0, with finite derivatives.
@Suite struct ImpossibleOutcomeTests {
  private static let infinity = Float.infinity

  private func expect(
    _ tensor: Tensor, _ want: [Float], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try tensor.scalars(Float.self)
    #expect(
      values.count == want.count && zip(values, want).allSatisfy { $0 == $1 || abs($0 - $1) < 1e-5 },
      "\(values) is not \(want)", sourceLocation: sourceLocation)
  }

  @Test func softmaxCrossEntropies() throws {
    let logits = Tensor([-Self.infinity, 0])
    let labels = Tensor([0, 1] as [Float])
    try expect(softmaxCrossEntropy(logits, labels), [0])
    try expect(grad { softmaxCrossEntropy($0, labels) }(logits), [0, 0])
    // The share that was expected of what cannot happen has no derivative; that of the rest is -log p.
    try expect(grad { softmaxCrossEntropy(logits, $0) }(labels), [0, 0])
    try expect(softmaxCrossEntropy(logits, Tensor([0.1, 0.9] as [Float])), [Self.infinity])
    let three = Tensor([-Self.infinity, 1, 1])
    let half = Tensor([0, 0.5, 0.5] as [Float])
    try expect(softmaxCrossEntropy(three, half), [0.6931472])
    try expect(grad { softmaxCrossEntropy($0, half) }(three), [0, 0, 0])
    try expect(grad { softmaxCrossEntropy(three, $0) }(half), [0, 0.6931472, 0.6931472])
    try expect(softmaxCrossEntropyWithIntegerLabels(logits, Tensor(1)), [0])
    try expect(grad { softmaxCrossEntropyWithIntegerLabels($0, Tensor(1)) }(logits), [0, 0])
    try expect(softmaxCrossEntropyWithIntegerLabels(logits, Tensor(0)), [Self.infinity])
  }

  @Test func binaryCrossEntropies() throws {
    let logits = Tensor([-Self.infinity, Self.infinity, -Self.infinity, 0])
    let labels = Tensor([0, 1, 1, 0.5] as [Float])
    try expect(sigmoidBinaryCrossEntropy(logits, labels), [0, 0, Self.infinity, 0.6931472])
    try expect(grad { sigmoidBinaryCrossEntropy($0, labels).sum() }(logits), [0, 0, -1, 0])
    let right = (logits[..<2], labels[..<2])
    try expect(grad { sigmoidBinaryCrossEntropy(right.0, $0).sum() }(right.1), [0, 0])
    try expect(logSigmoid(logits), [-Self.infinity, 0, -Self.infinity, -0.6931472])
    try expect(grad { logSigmoid($0).sum() }(logits), [1, 0, 1, 0.5])
  }

  @Test func productsWithLogarithms() throws {
    let x = Tensor([0, 0, 0, 2] as [Float])
    let y = Tensor([0, 1, Self.infinity, 1])
    try expect(xlogy(x, y), [0, 0, 0, 0])
    try expect(grad { xlogy(x, $0).sum() }(y), [0, 0, 0, 2])
    try expect(grad { xlogy($0, Tensor([3, 1, 2, 1] as [Float])).sum() }(x), [1.0986123, 0, 0.6931472, 0])
    try expect(xlog1py(x, y - 1), [0, 0, 0, 0])
    try expect(grad { xlog1py(x, $0).sum() }(y - 1), [0, 0, 0, 2])
    try expect(entr(Tensor([0, 1] as [Float])), [0, 0])
    let (p, q) = (Tensor([0, 1] as [Float]), Tensor([0, 1] as [Float]))
    try expect(relEntr(p, q), [0, 0])
    try expect(klDiv(p, q), [0, 0])
    try expect(grad { klDiv(p, $0).sum() }(q), [1, 0])
    // The derivative of a cross-entropy by the probabilities.
    try expect(grad { -xlogy(p, $0).sum() }(q), [0, -1])
    try expect(hessian { xlogy($0, Tensor([2, 3] as [Float])).sum() }(p), [0, 0, 0, 0])
  }

  @Test func rowsOfMinusInfinity() throws {
    let row = Tensor([-Self.infinity, -Self.infinity])
    try expect(logsumexp(row), [-Self.infinity])
    try expect(logsumexp(Tensor([-Self.infinity, 1])), [1])
    try expect(grad { logsumexp($0) }(Tensor([-Self.infinity, 1])), [0, 1])
    let none = Tensor([false, false])
    try expect(softmax(row, where: none), [0, 0])
    try expect(grad { (softmax($0, where: none) * Tensor([1, 2] as [Float])).sum() }(row), [0, 0])
    try expect(logSoftmax(row, where: none), [-Self.infinity, -Self.infinity])
    let one = Tensor([true, false])
    try expect(softmax(Tensor([3, .nan] as [Float]), where: one), [1, 0])
    try expect(
      grad { (softmax($0, where: one) * Tensor([1, 2] as [Float])).sum() }(Tensor([3, .nan] as [Float])),
      [0, 0])
    try expect(grad { logSoftmax($0, where: one)[0] }(Tensor([3, .nan] as [Float])), [0, 0])
    try expect(logaddexp(Tensor(-Self.infinity), Tensor(-Self.infinity)), [-Self.infinity])
  }

  @Test func softmaxOf16Bits() throws {
    // More classes than float16 counts.
    let x = Tensor.zeros([70000], dtype: .float16)
    try expect(logsumexp(x), [11.156251].map { Float($0) }.map { ($0 * 128).rounded() / 128 })
    try expect(l2Loss(Tensor([300] as [Float]).astype(.float16)), [44992])
    let logits = Tensor([300, -300] as [Float]).astype(.float16)
    try expect(sigmoidBinaryCrossEntropy(logits, Tensor([1, 0] as [Float]).astype(.float16)), [0, 0])
  }
}
