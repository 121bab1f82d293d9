package import StableHLO
package import TensorCore

/// The discrete Fourier transform of the last axes, at most three (`lax.fft`).
package struct FourierTransform: LinearInFirst {
  package enum Kind: String, Sendable, Hashable {
    /// Complex to complex, forward and inverse; real to half of the complex numbers, and back.
    case fft, ifft, rfft, irfft
  }
  package let name = "fft"
  package let kind: Kind
  /// The extents of the transformed axes, in the time domain for real transforms.
  package let lengths: [Int]

  package init(kind: Kind, lengths: [Int]) {
    self.kind = kind
    self.lengths = lengths
  }
  package var parameters: String { "\(kind), lengths: \(lengths)" }

  private var halfCount: Int { (lengths.last ?? 0) / 2 + 1 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let isReal = kind == .rfft
    guard operands[0].dtype == (isReal ? .float32 : .complex64) else {
      throw TypeRuleError(
        "the \(kind) of \(operands[0].dtype)", expected: isReal ? "dtype float32" : "dtype complex64")
    }
    guard (1...3).contains(lengths.count), operands[0].ndim >= lengths.count else {
      throw TypeRuleError(
        "a transform of \(lengths.count) axes of \(operands[0].shape)", expected: "1 to 3 axes")
    }
    let expected = kind == .irfft ? lengths.dropLast() + [halfCount] : lengths
    guard Array(operands[0].shape.dimensions.suffix(lengths.count)) == expected else {
      throw TypeRuleError("\(operands[0].shape) for lengths \(lengths)", expected: "last axes of \(expected)")
    }
    let result = kind == .rfft ? lengths.dropLast() + [halfCount] : lengths
    let shape = Shape(operands[0].shape.dimensions.dropLast(lengths.count) + result)
    return [TensorType(shape, kind == .irfft ? .float32 : .complex64)]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    switch kind {
    case .fft, .ifft: return [bind(self, cotangent)]
    case .rfft:
      // A real transform is the first half of a complex one of numbers without imaginary part.
      let extents = operands[0].type.shape.dimensions
      let none = extents.map { _ in 0 }
      var high = none
      high[extents.count - 1] = (lengths.last ?? 0) - halfCount
      let zero = Tensor(ScalarLiteral(0, .complex64))
      let whole: Tensor = bind(Pad(low: none, high: high, interior: none), cotangent, zero)
      return [bind(RealPart(), bind(FourierTransform(kind: .fft, lengths: lengths), whole))]
    case .irfft:
      // The numbers but for the first (and the middle one) stand for their conjugates too.
      let spectrum: Tensor = bind(FourierTransform(kind: .rfft, lengths: lengths), cotangent)
      let index = Tensor.broadcastedIota([halfCount], 0)
      let isSingle = (index .== 0) .| (index * 2 .== Tensor(lengths.last ?? 0))
      let scale = 1 / Double(lengths.reduce(1, *))
      let weights = select(isSingle, Tensor(scale), Tensor(2 * scale)).astype(.float32)
      return [conj(spectrum * weights)]
    }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(self, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [
      context.function.fft(
        operands[0], kind: kind.rawValue.uppercased(), lengths: lengths, to: context.resultTypes[0].hlo)
    ]
  }
}
