import Tensors
import Testing

@testable import TensorFunctions

@Suite struct RandomErrorTests {
  private let key = Random.key(0)

  /// The error of a failed tensor must have these words.
  private func expect(
    _ tensor: Tensor, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = tensor.error?.words ?? "no error"
    for word in words { #expect(text.contains(word), "\(text)", sourceLocation: sourceLocation) }
  }

  @Test func keys() {
    let notKey = Tensor([Int32(1), 2])
    expect(Random.normal(notKey, [3]), "Random.normal", "int32", "[2]", "one key")
    expect(Random.split(Tensor([UInt32(1), 2, 3])), "Random.split", "[3]")
    expect(Random.bits(Random.split(key, 3), [2]), "Random.bits", "[3, 2]", "vmap")
    expect(Random.wrapKeyData(notKey), "Random.wrapKeyData", "int32", "uint32")
    expect(Random.foldIn(key, Tensor([Int32(1), 2])), "Random.foldIn", "[2]", "vmap")
    expect(Random.foldIn(key, 1.5), "Random.foldIn", "float32", "integer")
    expect(Random.key(Tensor(Float(1))), "Random.key", "float32")
    expect(Random.split(key, -1), "Random.split", "-1")
  }

  @Test func dtypesAndShapes() {
    expect(Random.normal(key, [2], dtype: .int32), "Random.normal", "int32", "floating-point")
    expect(Random.uniform(key, [-2]), "Random.uniform", "[-2]")
    expect(Random.uniform(key, [2], dtype: .uint8), "Random.uniform", "uint8")
    expect(Random.bits(key, [2], dtype: .int32), "Random.bits", "int32", "unsigned")
    expect(
      Random.randint(key, [2], minval: 0, maxval: 5, dtype: .float32), "Random.randint", "float32")
    expect(Random.bernoulli(key, 1, shape: [2]), "Random.bernoulli", "int32", "probability")
    expect(Random.bernoulli(key, Tensor.zeros([3]), shape: [2]), "Random.bernoulli", "[2]", "broadcast")
    expect(Random.bernoulli(key, 0.5, mode: .highest), "Random.bernoulli", "highest")
    expect(
      Random.uniform(key, [2], maxval: Tensor.ones([4, 2])), "Random.uniform", "[4, 2]", "[2]")
  }

  @Test func rangesAndChoices() {
    expect(Random.randint(key, [2], minval: 5, maxval: 5), "Random.randint", "from 5 to 5")
    expect(
      Random.randint(key, [2], minval: -9, maxval: -1, dtype: .uint8), "Random.randint", "uint8",
      "-9")
    expect(
      Random.randint(key, [2], minval: Tensor(Float(0)), maxval: Tensor(Int32(4))), "Random.randint",
      "float32")
    expect(Random.choice(key, 0, [2]), "Random.choice", "nothing to choose from")
    expect(Random.choice(key, 3, [4], replace: false), "Random.choice", "4", "3", "replace")
    expect(Random.choice(key, 3, p: Tensor.ones([4])), "Random.choice", "[4]", "3")
    expect(Random.choice(key, Tensor.ones([2, 2]), axis: 2), "Random.choice", "axis 2")
    expect(Random.permutation(key, -1), "Random.permutation", "-1")
    expect(Random.permutation(key, Tensor.ones([2]), axis: 1), "Random.permutation", "axis 1")
    expect(Random.permutation(key, Tensor(Float(1))), "Random.permutation", "axis 0")
  }

  @Test func categories() {
    let logits = Tensor.zeros([2, 4])
    expect(Random.categorical(key, logits, shape: [3]), "Random.categorical", "[3]", "[2]")
    expect(Random.categorical(key, logits, axis: 2), "Random.categorical", "axis 2")
    expect(Random.categorical(key, Tensor([Int32(1), 2])), "Random.categorical", "int32")
    expect(
      Random.categorical(key, logits, shape: [5, 2], replace: false), "Random.categorical", "5", "4",
      "without")
  }

  @Test func failuresPassOn() throws {
    let failed = Random.normal(key, [-1])
    for tensor in [
      Random.foldIn(failed, 1), Random.foldIn(key, failed), Random.normal(failed),
      Random.uniform(key, [2], minval: failed), Random.permutation(key, failed),
      Random.choice(key, 3, p: failed), Random.categorical(key, failed), Random.bernoulli(key, failed),
    ] {
      #expect(tensor.error?.operation == "Random.normal")
    }
    #expect(throws: TensorError.self) { try jit { (key: Tensor) in Random.normal(key, [-1]) }(key) }
  }
}

extension TensorError {
  /// What the error says, but for the line of source, which takes long to find.
  var words: String { "\(operation): \(problem); expected: \(expected); given: \(operands)" }
}
