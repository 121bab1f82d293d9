import Tensors
import Testing

@testable import TensorCore

@Suite struct LiteralTests {
  @Test func nestedArrays() throws {
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.shape == [2, 3] && matrix.dtype == .int32)
    #expect(try matrix.scalars(Int.self) == [1, 2, 3, 4, 5, 6])
    #expect(Tensor([[[1.5], [2]], [[3], [4]]]).shape == [2, 2, 1])
    #expect(Tensor([[true], [false]]).dtype == .bool)
    #expect(Tensor([[1, 2], [3]]).error?.problem.contains("different lengths") == true)
    #expect(Tensor([] as [Float]).shape == [0])
  }

  @Test func arrayLiterals() throws {
    let vector: Tensor = [1, 2.5, 3]
    #expect(vector.dtype == .float32 && vector.shape == [3])
    let matrix: Tensor = [[1, 2], [3, 4]]
    #expect(matrix.shape == [2, 2] && matrix.dtype == .int32)
    #expect(try (matrix + [10, 20]).scalars(Int.self) == [11, 22, 13, 24])
    let inside = try jit { (x: Tensor) in [x, 2 * x] as Tensor }(vector)
    #expect(inside.shape == [2, 3])
  }
}
