import Tensors
import Testing

@testable import TensorPrimitives

/// What the errors of operations say: the operation, what is wrong with what was given, and what would be right.
@Suite struct OpErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let words: [String]
    let body: @Sendable () -> Tensor
    init(_ words: String..., body: @escaping @Sendable () -> Tensor) {
      self.words = words
      self.body = body
    }
    var testDescription: String { words.joined(separator: ", ") }
  }

  private static func x(_ shape: Int..., dtype: DType = .float32) -> Tensor {
    .ones(Shape(shape), dtype: dtype)
  }

  static let mistakes: [Mistake] = [
    // Shapes that do not go together.
    Mistake("add", "[3, 4]", "[4, 3]", "cannot be broadcast") { x(3, 4) + x(4, 3) },
    Mistake("matmul", "4 elements", "axis 0 of the second has 3") { matmul(x(3, 4), x(3, 4)) },
    Mistake("concatenate", "[3, 4]", "[4, 3]", "axis 0") { concatenate([x(3, 4), x(4, 3)]) },
    Mistake("reshape", "12 elements", "16") { x(3, 4).reshape([4, 4]) },
    Mistake("einsum", "index 'j' has the extents 3 and 4") { einsum("ij,ij->i", x(2, 3), x(2, 4)) },
    Mistake("einsum", "1 operands, 2 were given") { einsum("ij", x(2, 3), x(2, 3)) },
    Mistake("convolution", "5 features", "takes 3") {
      convGeneralDilated(x(1, 5, 4), x(2, 3, 2), windowStrides: [1], padding: .valid)
    },
    Mistake("convGeneralDilated", "rank 2", "rank 3") {
      convGeneralDilated(x(1, 5), x(2, 3, 2), windowStrides: [1], padding: .valid)
    },
    Mistake("reduceWindow", "1 window sizes for 2 axes") {
      reduceWindow(x(3, 4), .max, windowDimensions: [2])
    },
    Mistake("matrixSolve", "3 rows") { Linalg.solve(x(3, 3), x(4, 2)) },
    Mistake("cholesky", "the matrices have 2 rows and 3 columns") { Linalg.cholesky(x(2, 3)) },
    Mistake("softmaxCrossEntropyWithIntegerLabels", "[5]", "[4]") {
      softmaxCrossEntropyWithIntegerLabels(x(4, 10), .zeros([5], dtype: .int32))
    },
    Mistake("dotProductAttention", "[2, 3, 4]") { dotProductAttention(x(2, 3, 4), x(2, 5, 4), x(2, 3, 4)) },
    // Axes and positions out of range.
    Mistake("sum", "axis 2 is out of range", "-2 to 1") { x(3, 4).sum(axis: 2) },
    Mistake("softmax", "axis -3 is out of range") { softmax(x(3, 4), axis: -3) },
    Mistake("sort", "axis 5") { x(3, 4).sort(axis: 5) },
    Mistake("sum", "axis 1 is given twice") { x(3, 4).sum(axis: [1, 1]) },
    Mistake("subscript", "index 7 is out of range for axis 1 of [3, 4]", "-4 to 3") { x(3, 4)[0, 7] },
    Mistake("subscript", "3 indices for a tensor of rank 2") { x(3, 4)[0, 0, 0] },
    Mistake("take", "axis 2") { x(3, 4).take(Tensor([0]), axis: 2) },
    Mistake("max", "of no elements") { x(0, 3).max(axis: 0) },
    Mistake("topK", "9 elements of axis 1, which has 4") { topK(x(3, 4), 9).values },
    Mistake("split", "3 elements for 2 equal parts") { split(x(3, 4), 2)[1] },
    // Dtypes that an operation does not take.
    Mistake("subscript", "boolean mask", "select(mask") { vmap { x(3, 4)[$0 .> 0] }(x(2, 3)) },
    Mistake("subscript", "mask") { x(3, 4)[Tensor([true, false])] },
    Mistake("and", "float32 is not accepted", "integer or boolean") { x(3) .& x(3) },
    Mistake("neg", "bool is not accepted") { -Tensor.ones([2], dtype: .bool) },
    Mistake("reduceMax", "complex64 is not accepted") { complex(x(2), x(2)).max() },
    Mistake("grad", "int32", "no derivative") { grad { (x: Tensor) in x.sum() }(Tensor([1, 2])) },
    // What JAX refuses as well.
    Mistake("at[…].set", "[5]", "part of shape [4]") { x(3, 4).at[0].set(x(5)) },
    Mistake("subscript", "mode .wrap", "takeAlongAxis") { x(3).at[Tensor([5])].get(mode: .wrap) },
    Mistake("convGeneralDilated", "dilated input") {
      convGeneralDilated(x(1, 2, 4), x(2, 2, 2), windowStrides: [1], padding: .same, lhsDilation: [2])
    },
  ]

  @Test(arguments: mistakes) func mistake(_ mistake: Mistake) throws {
    let error = try #require(mistake.body().error)
    let text = "\(error.operation): \(error.problem); \(error.expected)"
    for words in mistake.words { #expect(text.contains(words), "\(text)") }
  }

  /// What is not a mistake: the edges of shapes and numbers.
  @Test func edges() throws {
    #expect(try Tensor.zeros([0, 3]).sum(axis: 0).scalars(Float.self) == [0, 0, 0])
    #expect(try Tensor.zeros([0]).prod().item(Float.self) == 1)
    #expect(try Tensor.zeros([0]).mean().item(Float.self).isNaN)
    #expect(matmul(Tensor.zeros([0, 3]), .zeros([3, 2])).shape == [0, 2])
    #expect(try matmul(Tensor.zeros([2, 0]), .zeros([0, 1])).scalars(Float.self) == [0, 0])
    #expect(concatenate([Tensor.zeros([0, 2]), Tensor.ones([1, 2])]).shape == [1, 2])
    #expect(try maximum(Tensor(Float.nan), 1).item(Float.self).isNaN)
    #expect(try relu(Tensor([Float.nan, -1])).scalars(Float.self)[0].isNaN)
    #expect(try nanmean(Tensor([Float(1), .nan, 3])).item(Float.self) == 2)
    #expect(try nanmax(Tensor([Float(1), .nan, 3])).item(Float.self) == 3)
    #expect(try nanmin(Tensor([Float.nan])).item(Float.self).isNaN)
    #expect(try logsumexp(Tensor([-Float.infinity, -.infinity])).item(Float.self) == -.infinity)
    #expect(try softmax(Tensor([Float.infinity, 0])).scalars(Float.self)[0].isNaN)
    #expect(
      try isclose(Tensor([Float(1), .infinity, .nan]), Tensor([Float(1.000001), .infinity, .nan])).scalars()
        == [true, true, false])
    #expect(try roll(Tensor([1, 2, 3]), [1], axis: [0]).scalars() == [3, 1, 2])
  }
}
