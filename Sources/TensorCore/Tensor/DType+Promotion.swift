extension DType {
  /// The dtype and weakness of the result when operands of two types meet, by JAX's type-promotion lattice.
  ///
  /// Weakly typed operands (Swift literals) take part by their kind only. A result of 64 bits that neither operand
  /// asked for becomes one of 32 bits, as in JAX with its default of 32-bit types.
  ///
  /// Source: JAX's "Type promotion semantics".
  package static func promoted(
    _ a: (dtype: DType, isWeak: Bool), _ b: (dtype: DType, isWeak: Bool)
  ) -> (dtype: DType, isWeak: Bool) {
    if a.dtype == b.dtype { return (a.dtype, a.isWeak && b.isWeak) }
    if a.isWeak == b.isWeak {
      let joined = joinedStrong(a.dtype, b.dtype)
      return (joined.dtype, a.isWeak || joined.isWeak)
    }
    let (weak, strong) = a.isWeak ? (a.dtype, b.dtype) : (b.dtype, a.dtype)
    if weak.kind <= strong.kind { return (strong, false) }
    switch weak.kind {
    case .boolean, .integer: return (weak, true)
    case .floating: return (weak, true)
    case .complex: return (.complex64, strong.kind < .floating)
    }
  }

  private static func joinedStrong(_ a: DType, _ b: DType) -> (dtype: DType, isWeak: Bool) {
    let (low, high) = a.kind <= b.kind ? (a, b) : (b, a)
    if low.kind < high.kind { return (high, false) }
    switch high.kind {
    case .boolean: return (.bool, false)
    case .complex: return (.complex64, false)
    case .floating:
      if a.byteWidth == b.byteWidth { return (.float32, false) }
      return (a.byteWidth > b.byteWidth ? a : b, false)
    case .integer:
      if a.isUnsigned == b.isUnsigned { return (a.byteWidth > b.byteWidth ? a : b, false) }
      let (signed, unsigned) = a.isUnsigned ? (b, a) : (a, b)
      if signed.byteWidth > unsigned.byteWidth { return (signed, false) }
      switch unsigned.byteWidth {
      case 1: return (.int16, false)
      case 2: return (.int32, false)
      case 4: return (signed == .int64 ? .int64 : .int32, false)
      default: return (.float32, true)
      }
    }
  }
}
