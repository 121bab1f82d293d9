import Foundation
import Optimizers
import Tensors
import Testing

@Suite struct LossTests {
  /// Made before any function is traced: a static that is first read inside of `jit` is a value of its trace.
  init() { (_, _, _, _) = (Self.x, Self.y, Self.mask, Self.logits) }

  private static func grid(_ count: Int, _ shape: Shape, _ formula: (Double) -> Double) -> Tensor {
    Tensor((0..<count).map { Float(formula(Double($0))) }).reshape(shape)
  }
  static let x = grid(12, [3, 4]) { Foundation.sin(0.9 * $0 + 0.2) * 2 }
  static let y = grid(12, [3, 4]) { Foundation.cos(1.3 * $0) }
  static let mask = Tensor([
    [true, true, false, true], [true, true, true, true], [false, true, false, true],
  ])
  static let logits = grid(60, [2, 6, 5]) { Foundation.sin(0.37 * $0 * $0) * 2 }

  static func losses() -> [String: Tensor] {
    let p = softmax(y)
    let labels = Tensor([2, 0, 3])
    let isYes = y .> 0
    let (signs, bits) = (select(isYes, 1.0, -1.0), isYes.astype(.float32))
    let (logX, logY) = (logSoftmax(x), logSoftmax(y))
    return [
      "squaredError": squaredError(x, y), "logCosh": logCosh(x, y),
      "cosineSimilarity": cosineSimilarity(x, y),
      "cosineDistance": cosineDistance(x, y, epsilon: 1e-3),
      "cosineSimilarityWhere": cosineSimilarity(x, y, where: mask), "hinge": hingeLoss(x, signs),
      "perceptron": perceptronLoss(x, signs), "sparsemax": sparsemaxLoss(x, isYes),
      "safeSoftmax": safeSoftmaxCrossEntropy(x, p), "softmaxWhere": softmaxCrossEntropy(x, p, where: mask),
      "integerWhere": softmaxCrossEntropyWithIntegerLabels(x, Tensor([1, 0, 3]), where: mask),
      "multiclassHinge": multiclassHingeLoss(x, labels),
      "multiclassPerceptron": multiclassPerceptronLoss(x, labels),
      "multiclassSparsemax": multiclassSparsemaxLoss(x, labels), "poly": polyLossCrossEntropy(x, p),
      "polyWhere": polyLossCrossEntropy(x, p, epsilon: 1, where: mask), "kl": klDivergence(logX, p),
      "klWhere": klDivergence(logX, p, where: mask), "klLog": klDivergenceWithLogTargets(logX, logY),
      "generalizedKl": generalizedKlDivergence(x, p), "focal": sigmoidFocalLoss(x, bits),
      "focalAlpha": sigmoidFocalLoss(x, bits, alpha: 0.3, gamma: 1.5), "smooth": smoothLabels(p, 0.1),
      "ntxent": ntxent(x, Tensor([0, 1, 0])), "triplet": tripletMarginLoss(x, y, x * y),
      "ranking": rankingSoftmaxLoss(x, p).mean(),
      "rankingWhere": rankingSoftmaxLoss(x, p, where: mask).mean(),
      "binaryDice": binaryDiceLoss(x, bits),
    ]
  }

  static func segmentation() -> [String: Tensor] {
    let targets = oneHot(remainder(Tensor.arange(12), 5).reshape([2, 6]), 5)
    let (blank, labels) = (
      Tensor([[0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1.0]]), Tensor([[1, 1, 3], [4, 2, 0]])
    )
    let padding = Tensor([[0, 0, 0], [0, 0, 1.0]])
    return [
      "dice": diceLoss(logits, targets).mean(axis: -1),
      "diceBackground": diceLoss(
        logits, targets, classWeights: Tensor.arange(5).astype(.float32), alpha: 0.3, beta: 0.7,
        ignoreBackground: true),
      "generalizedDice": multiclassGeneralizedDiceLoss(logits, targets),
      "ctc": ctcLoss(logits, blank, labels, padding),
      "ctcGradient": grad { ctcLoss($0, blank, labels, padding).sum() }(logits),
    ]
  }

  @Test("Every loss is optax's")
  func values() throws {
    let recorded = try OptaxValues.read().losses
    let losses = try jit { (_: Tensor) in Self.losses().merging(Self.segmentation()) { $1 } }(Tensor(0.0))
    #expect(Set(recorded.keys) == Set(losses.keys))
    for (name, loss) in losses {
      let distance = OptaxValueTests.distance(try loss.scalars(Float.self), try #require(recorded[name]))
      #expect(distance < 2e-5, "\(name): \(distance)")
    }
  }

  @Test func lossesOf16BitsAreFormedInFloat32() throws {
    let half = Self.x.astype(.bfloat16)
    for loss in [
      logCosh(half), cosineSimilarity(half, half), klDivergence(half, softmax(half)),
      polyLossCrossEntropy(half, half),
    ] { #expect(loss.dtype == .bfloat16) }
    // 200² is beyond float16.
    #expect(
      try cosineSimilarity(Tensor([200.0, 0]).astype(.float16), Tensor([200.0, 0]).astype(.float16)).item(
        Float.self) == 1)
    #expect(try logCosh(Tensor(300.0)).item(Float.self) > 299)
  }

  @Test func classWeightsAndPoisson() throws {
    let weights = Tensor([1.0, 0, 2, 3])
    let plain = try softmaxCrossEntropyWithIntegerLabels(Self.x, Tensor([2, 1, 3])).scalars(Float.self)
    let weighted = try softmaxCrossEntropyWithIntegerLabels(Self.x, Tensor([2, 1, 3]), classWeights: weights)
      .scalars(Float.self)
    #expect(zip(weighted, [2 * plain[0], 0, 3 * plain[2]]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(try abs(poissonLoss(Tensor(1.0), Tensor(2.0)).item(Float.self) - 0.7182818) < 1e-6)
    #expect(
      try abs(poissonLoss(Tensor(2.0), Tensor(3.0), logInput: false).item(Float.self) + 0.0794415) < 1e-6)
  }

  @Test func lossesOfWrongShapesSaySo() throws {
    let wrong = [
      ctcLoss(Self.logits, Self.x, Tensor([[1]]), Tensor([[0.0]])), ntxent(Self.x, Tensor([1])),
      diceLoss(Self.x, Self.logits), smoothLabels(Self.x, 0.1, axis: 2),
      perExampleGlobalNormClip(Tensor(1.0), 1).sum,
    ]
    for loss in wrong { #expect(loss.error != nil) }
  }
}
