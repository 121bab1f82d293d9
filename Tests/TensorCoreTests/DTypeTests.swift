import Tensors
import Testing

@testable import TensorCore

@Suite struct DTypeTests {
  @Test(arguments: [
    (DType.bool, DType.int8, DType.int8), (.int8, .uint8, .int16), (.int32, .uint32, .int32),
    (.int32, .int64, .int64), (.uint8, .uint32, .uint32), (.int32, .float16, .float16),
    (.float16, .bfloat16, .float32), (.bfloat16, .float32, .float32), (.float32, .float64, .float64),
    (.float32, .complex64, .complex64), (.int64, .bfloat16, .bfloat16),
  ])
  func promotion(_ a: DType, _ b: DType, _ expected: DType) {
    #expect(DType.promoted((a, false), (b, false)).dtype == expected)
    #expect(DType.promoted((b, false), (a, false)).dtype == expected)
  }

  @Test func literalsGiveWay() {
    for dtype in [DType.float16, .bfloat16, .float32, .float64] {
      #expect((Tensor.zeros([2], dtype: dtype) * 2.5).dtype == dtype)
      #expect((3 + Tensor.zeros([2], dtype: dtype)).dtype == dtype)
    }
    #expect((Tensor.zeros([2], dtype: .int8) + 1).dtype == .int8)
    let mixed = Tensor.zeros([2], dtype: .int8) + 1.5
    #expect(mixed.dtype == .float32 && mixed.type.isWeak)
    #expect((Tensor.zeros([2], dtype: .bool) + 1).dtype == .int32)
    #expect((Tensor(Float(1)) + Tensor.zeros([2], dtype: .bfloat16)).dtype == .float32)
  }

  @Test func literalsKeepTheirBits() throws {
    #expect(try (Tensor.zeros([1], dtype: .uint32) .^ Tensor(UInt32.max)).scalars(UInt32.self) == [.max])
    #expect(try (Tensor.zeros([1], dtype: .float64) + 0.5).scalars(Double.self) == [0.5])
    #expect(ScalarLiteral(Double.nan, .float32).hloLiteral == "0x7FC00000")
    #expect(ScalarLiteral(-3, .int8).hloLiteral == "-3")
    #expect(ScalarLiteral(65504, .float16).double == 65504)
    #expect(ScalarLiteral(65520, .float16).double == .infinity)
  }
}
