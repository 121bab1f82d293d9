package import TensorCore

// 16 bits hold neither a sum of many elements nor the square of a large one: 300² is beyond float16. What adds or squares
// is formed in float32 and rounded once, at the end.
extension DType {
  /// The dtype that sums, squares and statistics of elements of this dtype are formed in.
  package var accumulation: DType { byteWidth < 4 || kind < .floating ? .float32 : self }
}

extension Tensor {
  /// The tensor in the dtype that sums, squares and statistics are formed in: at least float32.
  package var accumulating: Tensor {
    dtype == dtype.accumulation || isFailed ? self : converted(to: dtype.accumulation, isWeak: type.isWeak)
  }

  /// Runs `body` in the dtype that is asked for, or the tensor's own; in a wider one for 16-bit floats, which are rounded
  /// once at the end, and booleans.
  package func accumulated(in wanted: DType? = nil, _ body: (Tensor) -> Tensor) -> Tensor {
    let result = wanted ?? dtype
    switch result {
    case .float16, .bfloat16: return body(astype(.float32)).astype(result)
    case .bool: return body(truth.astype(.int32)).astype(.bool)
    default: return wanted.map { body(astype($0)).astype($0) } ?? body(self)
    }
  }

  /// The squares of elements, of complex ones those of their sizes: x · conj(x), which is real.
  package var squaredSize: Tensor {
    guard dtype == .complex64 else { return square(self) }
    return fused("squaredSize", self) { ($0 * $0.conj()).real }
  }

  /// The root of a sum of squares. At 0, where a norm has no derivative, it is 0, the least of what a derivative could be.
  package var rootOfSquares: Tensor {
    fused("rootOfSquares", self) { sum in
      let isZero = sum .== 0
      return select(isZero, 0, sqrt(select(isZero, 1, sum)))
    }
  }
}
