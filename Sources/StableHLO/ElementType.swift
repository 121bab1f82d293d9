/// The element types that this library writes, by their MLIR spelling.
public enum ElementType: String, Sendable, Hashable, CaseIterable {
  case i1, i8, i16, i32, i64
  case ui8, ui16, ui32, ui64
  case f16, bf16, f32, f64
  case complexF32 = "complex<f32>"

  /// The bits of an element, of both parts of a complex number.
  public var bitWidth: Int {
    switch self {
    case .i1: 1
    case .i8, .ui8: 8
    case .i16, .ui16, .f16, .bf16: 16
    case .i32, .ui32, .f32: 32
    case .i64, .ui64, .f64, .complexF32: 64
    }
  }

  /// The comparison that StableHLO expects for this type: `FLOAT`, `SIGNED` or `UNSIGNED`.
  var comparison: String {
    switch self {
    case .f16, .bf16, .f32, .f64, .complexF32: "FLOAT"
    case .i8, .i16, .i32, .i64: "SIGNED"
    case .i1, .ui8, .ui16, .ui32, .ui64: "UNSIGNED"
    }
  }
}
