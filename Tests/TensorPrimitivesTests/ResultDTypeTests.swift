import Tensors
import Testing

/// The dtypes that sums and products may be asked to compute in, with the values that JAX has for them.
struct ResultDTypeTests {
  private let bytes = Tensor([120, 100, 50, 3, 4, 5], shape: [2, 3]).astype(.int8)
  private let floats = Tensor([1.001, 2.003, 3.007, 1e-3, 4096, 1] as [Float], shape: [2, 3])
  private var halves: Tensor { floats.astype(.bfloat16) }

  private func expect(
    _ x: Tensor, _ dtype: DType, _ values: [Float], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(x.dtype == dtype, sourceLocation: sourceLocation)
    #expect(try x.scalars(Float.self) == values, sourceLocation: sourceLocation)
  }

  @Test func sums() throws {
    try expect(bytes.sum(dtype: .float32), .float32, [282])
    try expect(bytes.sum(axis: 1, dtype: .int8), .int8, [14, 12])
    try expect(bytes.sum(axis: 1, initial: 2), .int32, [272, 14])
    try expect(floats.sum(axis: 0, initial: 10), .float32, [11.002, 4108.003, 14.007])
    let mask = Tensor([true, false, true])
    try expect(floats.sum(axis: 1, initial: 2, where: mask), .float32, [6.008, 3.001])
    try expect(floats.sum(axis: 1, dtype: .bfloat16), .bfloat16, [6, 4096])
    try expect(halves.sum(axis: 1, dtype: .float32), .float32, [6, 4097.001])
    try expect(Tensor([true, true]).sum(dtype: .bool), .bool, [1])
    try expect(Tensor.zeros([0]).sum(initial: 3), .float32, [3])
    try expect(bytes.cumsum(axis: 1, dtype: .int8), .int8, [120, -36, 14, 3, 7, 12])
    try expect(bytes.cumsum(axis: 1, dtype: .float32), .float32, [120, 220, 270, 3, 7, 12])
  }

  @Test func productsAndMeans() throws {
    try expect(bytes.prod(axis: 1, dtype: .float32, initial: 2), .float32, [1_200_000, 120])
    try expect(floats.prod(axis: 1, initial: 0.5), .float32, [3.0145223, 2.048])
    try expect(bytes.mean(dtype: .int32), .int32, [47])
    try expect(halves.mean(axis: 0, dtype: .float32), .float32, [0.50049973, 2049, 2])
  }

  @Test func matrixProducts() throws {
    let (x, y) = (bytes, halves)
    try expect(
      matmul(y, y.transpose(), preferredElementType: .float32), .float32,
      [14, 8195.001, 8195.001, 16_777_216])
    try expect(matmul(x, x.transpose()), .int8, [20, -14, -14, 50])
    try expect(
      matmul(x, x.transpose(), preferredElementType: .int32), .int32, [26900, 1010, 1010, 50])
    try expect(y[0].dot(y[1], preferredElementType: .float32), .float32, [8195.001])
    try expect(tensordot(y, y, preferredElementType: .float32), .float32, [16_777_232])
    let derivative = grad { (a: Tensor) in
      matmul(a, y.transpose(), preferredElementType: .float32).sum()
    }(y)
    try expect(derivative, .bfloat16, [1, 4096, 4, 1, 4096, 4])
    let lanes = vmap { (a: Tensor) in matmul(a, y.transpose(), preferredElementType: .float32) }(y)
    try expect(lanes, .float32, [14, 8195.001, 8195.001, 16_777_216])
  }
}
