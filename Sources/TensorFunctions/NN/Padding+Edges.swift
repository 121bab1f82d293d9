import TensorCore
import TensorPrimitives
import TensorTransformations

extension Padding {
  /// The places that this padding is, for a kernel over an input of these extents, both perhaps dilated.
  ///
  /// `same` and `sameLower` are meant of the dilated input. As it is where the lists do not fit one another.
  package func resolved(
    extents: [Int], inputDilation: [Int], kernel: [Int], kernelDilation: [Int], strides: [Int]
  ) -> Padding {
    let found = try? edges(
      extents: WindowRule.dilated(extents, inputDilation),
      window: WindowRule.dilated(kernel, kernelDilation), strides: strides)
    return found.map { .edges(low: $0.low, high: $0.high) } ?? self
  }

  /// The places around the spread input that undo this padding of the convolution that is transposed.
  ///
  /// - Parameter window: the extents of the kernel with its dilation.
  package func transposed(_ window: [Int], _ strides: [Int]) -> Padding {
    if case .edges = self { return self }
    return .explicit(
      zip(window, strides).map { extent, stride in
        if self == .valid {
          let total = extent +| stride -| 2 +| Swift.max(extent -| stride, 0)
          return (extent -| 1, total -| (extent -| 1))
        }
        let total = extent +| stride -| 2
        let low = stride > extent -| 1 ? extent -| 1 : (total +| 1) / 2
        return (low, total -| low)
      })
  }
}
