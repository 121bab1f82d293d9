import Optimizers
import Tensors
import Testing

/// What has no share may be impossible: 0 of a logarithm of -∞ is 0, and so is its derivative. Optax gives NaN for these.
@Suite struct ImpossibleClassTests {
  private let inf = Float.infinity

  private func expect(
    _ tensor: Tensor, _ want: [Float], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try tensor.scalars(Float.self)
    let isNear =
      values.count == want.count && zip(values, want).allSatisfy { abs($0 - $1) <= 1e-5 * (1 + abs($1)) }
    #expect(isNear, "\(values) is not \(want)", sourceLocation: sourceLocation)
  }

  @Test func divergences() throws {
    let (never, shares) = (Tensor([-inf, 0]), Tensor([0, 1] as [Float]))
    try expect(klDivergence(never, shares), [0])
    try expect(grad { klDivergence($0, shares) }(never), [0, -1])
    try expect(generalizedKlDivergence(never, shares), [0])
    try expect(klDivergenceWithLogTargets(never, never), [0])
    try expect(grad { klDivergenceWithLogTargets($0, never) }(never), [0, -1])
    try expect(grad { klDivergenceWithLogTargets(never, $0) }(never), [0, 1])
    // The slope at a share of nothing is that of optax where the logarithm is a number.
    try expect(grad { klDivergence(Tensor([-1, -1] as [Float]), $0) }(shares), [1, 2])
  }

  @Test func countsOfNothing() throws {
    let counts = Tensor([0, 2] as [Float])
    try expect(poissonLoss(Tensor([-inf, 0]), counts), [0, 1])
    try expect(grad { poissonLoss($0, counts).sum() }(Tensor([-inf, 0])), [0, -1])
    try expect(poissonLoss(Tensor([0, 1] as [Float]), counts, logInput: false, eps: 0), [0, 1])
  }

  @Test func scoresOfOtherClasses() throws {
    let (scores, labels) = (Tensor([[-inf, 0, 3]]), Tensor([1] as [Int32]))
    try expect(multiclassHingeLoss(scores, labels), [4])
    try expect(multiclassPerceptronLoss(scores, labels), [3])
    try expect(multiclassSparsemaxLoss(scores, labels), [3])
    try expect(grad { multiclassHingeLoss($0, labels).sum() }(scores), [0, -1, 1])
    let yes = Tensor([false, true, false])
    try expect(grad { sparsemaxLoss($0, yes).sum() }(Tensor([-inf, inf, inf])), [0, 0, 1])
  }

  @Test func classesThatDoNotCount() throws {
    let (logits, labels) = (Tensor([[-inf, 0], [1, 1]]), Tensor([0, 1] as [Int32]))
    let weights = Tensor([0, 1] as [Float])
    try expect(softmaxCrossEntropyWithIntegerLabels(logits, labels, classWeights: weights), [0, 0.6931472])
  }

  /// A class with a logit of -∞ in all times is as one that is not there.
  @Test func classesThatNoTimeHas() throws {
    let few = Tensor([[[0, 1], [2, 1], [0, 3], [1, 1]]] as [[[Float]]])
    let more = pad(few, [(0, 0), (0, 0), (0, 1)], mode: .constant(-.infinity))
    let (paddings, none) = (Tensor.zeros([1, 4]), Tensor.zeros([1, 2]))
    let labels = Tensor([[1, 1]] as [[UInt8]])
    let loss = jit { (x: Tensor) in ctcLoss(x, paddings, labels, none).sum() }
    let want = try loss(few).item(Float.self)
    #expect(want.isFinite)
    try expect(loss(more), [want])
    let slopes = try pad(grad(loss)(few), [(0, 0), (0, 0), (0, 1)]).scalars(Float.self)
    try expect(grad(loss)(more), slopes)
  }

  /// The greatest number of a narrow dtype is a class as any other, also in the last position.
  @Test func theLastClassOfANarrowDType() throws {
    let logits = sin(Tensor.arange(4 * 256).astype(.float32)).reshape([1, 4, 256])
    let (paddings, none) = (Tensor.zeros([1, 4]), Tensor.zeros([1, 2]))
    let narrow = ctcLoss(logits, paddings, Tensor([[2, 255]] as [[UInt8]]), none)
    let wide = ctcLoss(logits, paddings, Tensor([[2, 255]] as [[Int32]]), none)
    try expect(narrow, wide.scalars(Float.self))
  }
}
