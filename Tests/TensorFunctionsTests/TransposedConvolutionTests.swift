import Tensors
import Testing

/// The kernel's gradient of transposed convolutions, which takes a way of its own.
@Suite struct TransposedConvolutionTests {
  /// A bilinear function's gradient by one operand has the dot product `f(input, kernel) · weights` with that operand.
  @Test(arguments: [
    ([2, 3], [1, 1], [(0, 0), (0, 0)]), ([2, 2], [1, 2], [(2, 1), (0, 3)]),
    ([3, 1], [2, 1], [(4, 5), (-1, 0)]),
  ]) func kernelGradientsAreTransposes(
    dilation: [Int], windowDilation: [Int], padding: [(Int, Int)]
  ) throws {
    let key = Random.key(3)
    let keys = Random.split(key, 3)
    let x = Random.normal(keys[0], [2, 5, 4, 3], dtype: .float64)
    let kernel = Random.normal(keys[1], [3, 2, 3, 4], dtype: .float64)
    func convolve(_ kernel: Tensor) -> Tensor {
      convGeneralDilated(
        x, kernel, windowStrides: [1, 1], padding: .explicit(padding), lhsDilation: dilation,
        rhsDilation: windowDilation, dimensionNumbers: .featuresLast(2))
    }
    let value = convolve(kernel)
    let weights = Random.normal(keys[2], value.shape, dtype: .float64)
    let gradient = try jit { grad { (convolve($0) * weights).sum() }($0) }(kernel)
    let (left, right) = ((gradient * kernel).sum(), (value * weights).sum())
    #expect((try left.item(Double.self) - right.item(Double.self)).magnitude < 1e-9)
    // And each element by itself: the function is linear in the kernel.
    let moved = try jit { (k: Tensor) in vmap { (convolve($0) * weights).sum() }(k) }(
      Tensor.eye(72, dtype: .float64).reshape([72, 3, 2, 3, 4]))
    let difference = abs(moved.reshape([3, 2, 3, 4]) - gradient).max()
    #expect(try difference.item(Double.self) < 1e-9)
  }
}
