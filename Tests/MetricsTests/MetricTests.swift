import Foundation
import Metrics
import Tensors
import Testing

/// Metrics over ragged batches in compiled steps, merged in halves and over lanes, against scikit-learn.
@Suite struct MetricTests {
  static let count = 103
  static let classes = 5
  static let indices: [Double] = (0..<count).map { Double($0) }
  static let labels: [Int32] = (0..<count).map { (n: Int) -> Int32 in Int32((n * 7 + n / 5) % 4) }
  static let logits: [[Float]] = (0..<count).map { (n: Int) -> [Float] in
    (0..<classes).map { (c: Int) -> Float in
      let isRaised = labels[n] == Int32(c) && n % 3 != 0
      let wave: Double = Foundation.sin(0.7 * Double(n) + 1.3 * Double(c))
      return Float(wave + (isRaised ? 1.5 : 0))
    }
  }
  static let scores: [Float] = indices.map { (n: Double) -> Float in
    Float(((Foundation.sin(0.9 * n) + 1) * 32).rounded() / 64)
  }
  static let answers: [Bool] = indices.map { (n: Double) -> Bool in
    Foundation.sin(0.9 * n) + Foundation.cos(2.1 * n) > 0.2
  }
  static let truth: [Float] = indices.map { (n: Double) -> Float in Float(Foundation.cos(0.3 * n) * 2 + 1000)
  }
  static let guess: [Float] = indices.map { (n: Double) -> Float in
    let wave: Double = Foundation.cos(0.3 * n) * 1.9
    return Float(wave + 1000 + 0.3 * Foundation.sin(1.7 * n))
  }

  static func recorded() throws -> [String: [Float]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "ScikitLearnValues.json")
    return try JSONDecoder().decode([String: [Float]].self, from: Data(contentsOf: file))
  }

  /// All metrics as one tree.
  struct All: TensorTree {
    var accuracy = Accuracy()
    var top2 = Accuracy(k: 2)
    var top3 = Accuracy(k: 3)
    var confusion = ConfusionMatrix(classes: MetricTests.classes)
    var curve = AreaUnderCurve(bins: 64)
    var errors = RegressionErrors()
    var average = Average()
    var perplexity = Perplexity()
    var welford = Welford()

    mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
      accuracy.forEachLeaf(body)
      top2.forEachLeaf(body)
      top3.forEachLeaf(body)
      confusion.forEachLeaf(body)
      curve.forEachLeaf(body)
      errors.forEachLeaf(body)
      average.forEachLeaf(body)
      perplexity.forEachLeaf(body)
      welford.forEachLeaf(body)
    }

    func adding(_ batch: [Tensor], where mask: Tensor? = nil) -> All {
      var all = self
      all.accuracy = accuracy.adding(batch[0], batch[1], where: mask)
      all.top2 = top2.adding(batch[0], batch[1], where: mask)
      all.top3 = top3.adding(batch[0], batch[1], where: mask)
      all.confusion = confusion.adding(batch[0], batch[1], where: mask)
      all.curve = curve.adding(batch[2], batch[3], where: mask)
      all.errors = errors.adding(batch[5], batch[4], where: mask)
      all.average = average.adding(batch[4], where: mask)
      all.perplexity = perplexity.adding(batch[2], where: mask)
      all.welford = welford.adding(batch[4], where: mask)
      return all
    }

    func merging(_ other: All) -> All {
      var all = self
      all.accuracy = accuracy.merging(other.accuracy)
      all.top2 = top2.merging(other.top2)
      all.top3 = top3.merging(other.top3)
      all.confusion = confusion.merging(other.confusion)
      all.curve = curve.merging(other.curve)
      all.errors = errors.merging(other.errors)
      all.average = average.merging(other.average)
      all.perplexity = perplexity.merging(other.perplexity)
      all.welford = welford.merging(other.welford)
      return all
    }

    func merged(over axis: String) -> All {
      var all = self
      all.accuracy = accuracy.merged(over: axis)
      all.top2 = top2.merged(over: axis)
      all.top3 = top3.merged(over: axis)
      all.confusion = confusion.merged(over: axis)
      all.curve = curve.merged(over: axis)
      all.errors = errors.merged(over: axis)
      all.average = average.merged(over: axis)
      all.perplexity = perplexity.merged(over: axis)
      all.welford = welford.merged(over: axis)
      return all
    }
  }

  static func batch(_ range: Range<Int>, padded size: Int) -> (tensors: [Tensor], mask: Tensor) {
    func padded<Element>(_ values: [Element], _ filler: Element) -> [Element] {
      Array(values[range]) + Array(repeating: filler, count: size - range.count)
    }
    let tensors = [
      Tensor(padded(logits, Array(repeating: .nan, count: classes))), Tensor(padded(labels, -1)),
      Tensor(padded(scores, .nan)), Tensor(padded(answers, false)), Tensor(padded(truth, .nan)),
      Tensor(padded(guess, .nan)),
    ]
    return (tensors, Tensor((0..<size).map { $0 < range.count }))
  }

  static func check(_ all: All, _ what: String) throws {
    let recorded = try recorded()
    let values: [String: Tensor] = [
      "accuracy": all.accuracy.value, "top2": all.top2.value, "top3": all.top3.value,
      "confusion": all.confusion.counts.ravel(), "precision": all.confusion.precision,
      "recall": all.confusion.recall, "f1": all.confusion.fScore(), "f2": all.confusion.fScore(beta: 2),
      "precision_micro": all.confusion.precision(.micro), "precision_macro": all.confusion.precision(.macro),
      "precision_weighted": all.confusion.precision(.weighted), "recall_micro": all.confusion.recall(.micro),
      "recall_macro": all.confusion.recall(.macro), "recall_weighted": all.confusion.recall(.weighted),
      "f1_micro": all.confusion.fScore(.micro), "f1_macro": all.confusion.fScore(.macro),
      "f1_weighted": all.confusion.fScore(.weighted), "rocAuc": all.curve.value,
      "averagePrecision": all.curve.averagePrecision, "meanSquaredError": all.errors.value,
      "meanAbsoluteError": all.errors.meanAbsoluteError, "r2": all.errors.r2,
      "variance": all.welford.variance(),
    ]
    #expect(Set(values.keys) == Set(recorded.keys))
    // Of numbers near 1000 float32 holds a variance of 2 to a few 1e-5.
    for (name, value) in values {
      let (own, expected) = (try value.astype(.float32).scalars(Float.self), try #require(recorded[name]))
      #expect(
        own.count == expected.count && zip(own, expected).allSatisfy { Swift.abs($0 - $1) < 3e-5 },
        "\(what) \(name): \(own), not \(expected)")
    }
    let mean = Self.truth.map(Double.init).reduce(0, +) / Double(Self.count)
    #expect(try Swift.abs(Double(all.average.value.item(Float.self)) - mean) < 1e-3, "\(what)")
    #expect(try Swift.abs(Double(all.welford.value.item(Float.self)) - mean) < 1e-3, "\(what)")
    let losses = Self.scores.map(Double.init).reduce(0, +) / Double(Self.count)
    #expect(
      try Swift.abs(Double(all.perplexity.value.item(Float.self)) - Foundation.exp(losses)) < 1e-5, "\(what)")
  }

  @Test("Batches with a ragged last one, in two halves that are merged, give scikit-learn's values")
  func batches() throws {
    let step = jit(donating: [0]) { (all: All, batch: [Tensor], mask: Tensor) in
      all.adding(batch, where: mask)
    }
    var halves = [All(), All()]
    for (index, start) in stride(from: 0, to: Self.count, by: 20).enumerated() {
      let batch = Self.batch(start..<Swift.min(start + 20, Self.count), padded: 20)
      halves[index % 2] = try step(halves[index % 2], batch.tensors, batch.mask)
    }
    let merged = halves[0].merging(halves[1])
    try Self.check(merged, "batches")
    _ = try merged.confusion.checkingLabels()
  }

  @Test("Lanes that are merged by psum give the same")
  func lanes() throws {
    let batch = Self.batch(0..<Self.count, padded: 104)
    let tensors = batch.tensors.map { x in x.reshape([8, 13] + Shape(Array(x.shape.dimensions.dropFirst()))) }
    let all = try jit { (batch: [Tensor], mask: Tensor) in
      vmap(axisName: "lanes") { (batch: [Tensor], mask: Tensor) in
        All().adding(batch, where: mask).merged(over: "lanes")
      }(batch, mask)
    }(tensors, batch.mask.reshape([8, 13]))
    try Self.check(map(all) { $0[0] }, "lanes")
  }

  @Test("Devices of a mesh that are merged in a shardMap give the same")
  func devices() throws {
    let batch = Self.batch(0..<Self.count, padded: 104)
    let mesh = try Mesh(["parts": 8])
    let count = jit(
      shardMap(mesh, in: [["parts"], ["parts"]], out: [[]]) { (batch: [Tensor], mask: Tensor) in
        All().adding(batch, where: mask).merged(over: "parts")
      })
    try Self.check(count(batch.tensors, batch.mask), "devices")
  }

  @Test func scoresAllAtOnce() throws {
    let recorded = try Self.recorded()
    let (scores, answers) = (Tensor(Self.scores), Tensor(Self.answers))
    let auc = try rocAucScore(scores, answers).item(Float.self)
    let precision = try averagePrecisionScore(scores, answers).item(Float.self)
    #expect(Swift.abs(auc - (recorded["rocAuc"]?.first ?? 0)) < 1e-6)
    #expect(Swift.abs(precision - (recorded["averagePrecision"]?.first ?? 0)) < 1e-6)
  }

  @Test("Of nothing values are NaN, and wrong input says so")
  func wrongInput() throws {
    for metric: any Metric in [
      Average(), Accuracy(), ConfusionMatrix(classes: 2), AreaUnderCurve(), Perplexity(), Welford(),
    ] {
      #expect(try metric.value.item(Float.self).isNaN)
    }
    let merged = ConfusionMatrix(classes: 3).merging(ConfusionMatrix(classes: 4))
    #expect("\(try #require(merged.firstError))".contains("ConfusionMatrix.merging"))
    let outside = ConfusionMatrix(classes: 2).adding(Tensor([0, 1]), Tensor([1, 2]))
    #expect(try outside.value.item(Float.self).isNaN)
    let error = #expect(throws: TensorError.self) { try outside.checkingLabels() }
    #expect("\(try #require(error))".contains("1 labels are out of range"))
    #expect(throws: TensorError.self) {
      try Accuracy().adding(Tensor([[1.0, 2]]), Tensor([7])).checkingLabels()
    }
    #expect(Accuracy().adding(Tensor([[1.0, 2]]), Tensor([0, 1])).firstError != nil)
    #expect(Accuracy(k: 0).adding(Tensor([[1.0, 2]]), Tensor([0])).firstError != nil)
    #expect(ConfusionMatrix(classes: 2).adding(Tensor([0.5]), Tensor([0])).firstError != nil)
    #expect(AreaUnderCurve().adding(Tensor([0.5]), Tensor([true, false])).firstError != nil)
    #expect(RegressionErrors().adding(Tensor([0.5]), Tensor([1.0, 2])).firstError != nil)
    #expect(rocAucScore(Tensor([0.5]), Tensor([true, false])).error != nil)
    #expect(try rocAucScore(Tensor([0.5, 0.7]), Tensor([true, true])).item(Float.self).isNaN)
  }

  /// As many classes as the labels' dtype cannot count.
  @Test func labelsOfNarrowDTypes() throws {
    let (bytes, signed) = (Tensor([3, 200, 255] as [UInt8]), Tensor([3, 100, 127] as [Int8]))
    #expect(try ConfusionMatrix(classes: 300).adding(bytes, bytes).value.item(Float.self) == 1)
    #expect(try ConfusionMatrix(classes: 200).adding(signed, signed).value.item(Float.self) == 1)
    let logits = oneHot(bytes, 300)
    #expect(try Accuracy().adding(logits, bytes).value.item(Float.self) == 1)
    #expect(try Accuracy(k: 2).adding(logits[0..., ..<200], signed).value.item(Float.self) == 1 / 3)
  }
}
