import Tensors
import Testing

@testable import TensorCore

@Suite struct TensorTests {
  @Test(arguments: DType.allCases)
  func bytesGoInAndComeOut(_ dtype: DType) throws {
    let bytes = (0..<6 * dtype.byteWidth).map { dtype == .bool ? UInt8($0 % 2) : UInt8($0 * 7 % 251) }
    let tensor = Tensor(bytes: bytes, shape: [2, 3], dtype: dtype)
    #expect(try tensor.bytes() == bytes)
    #expect(tensor.shape == [2, 3] && tensor.dtype == dtype)
  }

  @Test func scalarsConvert() throws {
    #expect(try Tensor([1, 2, 3] as [Int]).scalars(Float.self) == [1, 2, 3])
    #expect(try Tensor([1.5, -2.5] as [Double]).scalars(Int.self) == [1, -2])
    #expect(try Tensor(7).item(Int.self) == 7)
    #expect(try Tensor.ones([1, 1]).item(Double.self) == 1)
    #expect(throws: TensorError.self) { try Tensor.ones([2]).item(Float.self) }
  }

  @Test func sizesAreChecked() {
    #expect(
      Tensor(bytes: [0, 1] as [UInt8], shape: [3], dtype: .uint8).error?.problem.contains("2 bytes") == true)
    #expect(Tensor([1, 2, 3] as [Float], shape: [2, 2]).error?.expected.contains("4 elements") == true)
    #expect(Tensor.zeros([-1]).error != nil)
  }

  @Test func shapesAnswerNegativeAxes() {
    let x = Tensor.zeros([2, 3, 5])
    #expect(x.shape[-1] == 5 && x.shape[0] == 2 && x.ndim == 3)
    #expect(x.shape[3] == -1 && x.shape[-4] == -1)
  }

  @Test(arguments: [
    (Tensor.arange(3), "[0 1 2]"),
    (Tensor([1, 0.25, -3.5] as [Float]), "[ 1.    0.25 -3.5 ]"),
    (Tensor([true, false]), "[ true false]"),
    (Tensor([1, 2, 3, 4] as [Float], shape: [2, 2]), "[[1. 2.]\n [3. 4.]]"),
    (Tensor([.nan, .infinity, 1] as [Float]), "[nan inf  1.]"),
    (Tensor([1e-9, 1] as [Float]), "[1e-09 1e+00]"),
    (Tensor(2.5), "2.5"),
    (Tensor.zeros([0, 3]), "[], shape [0, 3]"),
  ])
  func printing(_ tensor: Tensor, _ expected: String) { #expect(tensor.description == expected) }

  @Test func largeTensorsAreSummarized() {
    let text = Tensor.zeros([2000]).description
    #expect(text == "[0. 0. 0. ... 0. 0. 0.]")
  }
}
