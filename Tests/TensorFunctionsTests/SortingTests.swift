import Tensors
import Testing

struct SortingTests {
  /// As `lax.top_k`: NaN before infinity, 0 before -0, the first of equals first.
  @Test(arguments: [DType.float32, .bfloat16]) func topKOfSpecialValues(dtype: DType) throws {
    let x = Tensor([3, .nan, -.nan, .infinity, -.infinity, 0, -0.0, 3] as [Float]).astype(dtype)
    #expect(try topK(x, 8).indices.scalars(Int.self) == [1, 3, 0, 7, 5, 6, 4, 2])
    let (values, indices) = topK(x, 3)
    #expect(try values.scalars(Float.self).dropFirst() == [.infinity, 3] && values.dtype == dtype)
    #expect(indices.dtype == .int32)
  }

  @Test func topKOfOtherTypesAndAxes() throws {
    #expect(try topK(Tensor([true, false, true]), 2).indices.scalars(Int.self) == [0, 2])
    #expect(topK(Tensor([1, 2, 3]), 0).values.shape == [0])
    let x = Tensor([4, 1, 3, 2, 6, 5], shape: [3, 2])
    let (values, indices) = topK(x, 2, axis: 0)
    #expect(try values.scalars(Int.self) == [6, 5, 4, 2] && indices.scalars(Int.self) == [2, 2, 0, 1])
    let rows = vmap { (row: Tensor) in topK(row, 1).values }(x)
    #expect(try rows.scalars(Int.self) == [4, 3, 6])
  }
}
