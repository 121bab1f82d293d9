/// The element types that this library writes, by their MLIR spelling.
public enum ElementType: String, Sendable, Hashable, CaseIterable {
  case i1, i8, i16, i32, i64
  case ui8, ui16, ui32, ui64
  case f16, bf16, f32, f64
  case complexF32 = "complex<f32>"

  /// The comparison that StableHLO expects for this type: `FLOAT`, `SIGNED` or `UNSIGNED`.
  var comparison: String {
    switch self {
    case .f16, .bf16, .f32, .f64, .complexF32: "FLOAT"
    case .i8, .i16, .i32, .i64: "SIGNED"
    case .i1, .ui8, .ui16, .ui32, .ui64: "UNSIGNED"
    }
  }
}
