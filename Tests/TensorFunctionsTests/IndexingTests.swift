import Tensors
import Testing

@testable import TensorFunctions

@Suite struct IndexingTests {
  private let x = Tensor.arange(24, dtype: .float32).reshape([2, 3, 4])

  @Test func positionsAndRanges() throws {
    #expect(try x[1, 2, 3].item() == 23)
    #expect(try x[-1, -1, -1].item() == 23)
    #expect(x[0].shape == [3, 4])
    #expect(try x[0, 1..<3, 0].scalars() == [4, 8])
    #expect(try x[0, 0, 1...2].scalars() == [1, 2])
    #expect(try x[0, 0, 2...].scalars() == [2, 3])
    #expect(try x[0, 0, ..<2].scalars() == [0, 1])
    #expect(try x[0, 0, (-2)...].scalars() == [2, 3])
    #expect(try x[0, 0, -2 ... -1].scalars() == [2, 3])
    #expect(try x[0, 0, -3..<0].scalars() == [1, 2, 3])
    #expect(try x[0, 0, 1..<9].scalars() == [1, 2, 3])
    #expect(x[0, 3..<3].shape == [0, 4])
  }

  @Test func steps() throws {
    #expect(try x[0, 0, FullRange().by(2)].scalars() == [0, 2])
    #expect(try x[0, 0, FullRange().by(-1)].scalars() == [3, 2, 1, 0])
    #expect(try x[0, 0, (0..<3).by(-2)].scalars() == [2, 0])
    #expect(try x[0, 0, StridedRange(start: 3, end: 0, step: -2)].scalars() == [3, 1])
  }

  @Test func ellipsisAndNewAxis() {
    #expect(x[Ellipsis(), 0].shape == [2, 3])
    #expect(x[0, Ellipsis(), NewAxis()].shape == [3, 4, 1])
    #expect(x[FullRange(), NewAxis(), 1].shape == [2, 1, 4])
    #expect(x[NewAxis(), Ellipsis(), NewAxis()].shape == [1, 2, 3, 4, 1])
  }

  @Test func indexTensors() throws {
    let rows = Tensor([1, 0, 1])
    #expect(x[rows].shape == [3, 3, 4])
    #expect(x[FullRange(), FullRange(), rows].shape == [2, 3, 3])
    #expect(x[rows, FullRange(), rows].shape == [3, 3])
    #expect(try x[rows, 0, rows].scalars() == [13, 0, 13])
    #expect(try x[Tensor(Int32(1)), 1..<3, 0].scalars() == [16, 20])
    #expect(try x[0, 0, Tensor([-1, 9])].scalars() == [3, 3])
    let filled = try x.at[0, 0, Tensor([-1, 9])].get(mode: .fill, fillValue: -7).scalars(Float.self)
    #expect(filled == [3, -7])
  }

  @Test func updates() throws {
    let zeros = Tensor.zeros([2, 3])
    #expect(try zeros.at[1, 0].set(5).scalars() == [0, 0, 0, 5, 0, 0])
    #expect(try zeros.at[FullRange(), 1...].add(1).scalars() == [0, 1, 1, 0, 1, 1])
    #expect(
      try zeros.at[FullRange(), FullRange().by(2)].set(Tensor([Float(1), 2])).scalars() == [1, 0, 2, 1, 0, 2])
    #expect(try zeros.at[0, Tensor([0, 0, 9])].add(1).scalars() == [2, 0, 0, 0, 0, 0])
    #expect(try zeros.at[Tensor([1])].set(Tensor([Float(1), 2, 3])).scalars() == [0, 0, 0, 1, 2, 3])
    #expect(try x.at[1, 1].apply { $0 * 0 }.sum().item() == 276 - 16 - 17 - 18 - 19)
  }

  @Test func gradients() throws {
    let g = grad { (x: Tensor) in (x[0, 1..<3] * x[Tensor([1, 1])].sum()).sum() }(x)
    #expect(g.shape == x.shape)
    try g.blockUntilReady()
    let h = grad { (x: Tensor) in (x.at[0].set(2) * x).sum() }(x)
    #expect(try h[0].scalars(Float.self) == [Float](repeating: 2, count: 12))
  }

  @Test func errors() {
    #expect(x[2].error?.description.contains("index 2 is out of range for axis 0 of [2, 3, 4]") == true)
    #expect(x[0, 0, 0, 0].error?.description.contains("4 indices for a tensor of rank 3") == true)
    #expect(x[Tensor([true, false, true])].error?.problem == "a boolean mask of shape [3] for axes of [2]")
    #expect(x[0, Tensor([true])].error?.problem == "a boolean mask of shape [1] for axes of [3]")
    #expect(x[Tensor(true)].error?.problem.contains("a boolean mask of shape []") == true)
    let computed = #expect(throws: TensorError.self) { try jit { (x: Tensor) in x[x .> 3] }(x) }
    #expect(computed?.expected.contains("at[mask].set(0)") == true)
    #expect(x[Ellipsis(), Ellipsis()].error != nil)
    #expect(x.at[0].set(Tensor.zeros([5])).error?.description.contains("a part of shape [3, 4]") == true)
  }
}
