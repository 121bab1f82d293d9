extension DType {
  /// The greatest finite value of a floating type.
  package var greatestFinite: ScalarLiteral {
    switch self {
    case .float16: ScalarLiteral(65504, self)
    case .bfloat16: ScalarLiteral(dtype: self, bits: 0x7F7F)
    case .float64: ScalarLiteral(Double.greatestFiniteMagnitude, self)
    default: ScalarLiteral(Double(Float.greatestFiniteMagnitude), self)
    }
  }
}
