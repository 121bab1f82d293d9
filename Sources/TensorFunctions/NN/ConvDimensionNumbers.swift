import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

/// The meaning of the axes of a convolution, in letters: `ConvDimensionNumbers("NHWC", "HWIO", "NHWC")`.
///
/// N is the batch, C the features, I and O the kernel's input and output features; all other letters are spatial axes,
/// which belong together by their letter (`lax.ConvDimensionNumbers`).
public struct ConvDimensionNumbers: Sendable, Hashable {
  /// The axes of the input, such as `NHWC`.
  public let lhs: String
  /// The axes of the kernel, such as `HWIO`.
  public let rhs: String
  /// The axes of the output, such as `NHWC`.
  public let out: String

  public init(_ lhs: String, _ rhs: String, _ out: String) {
    self.lhs = lhs
    self.rhs = rhs
    self.out = out
  }

  /// Batch and features first, for a number of spatial axes: `NCHW`, `OIHW`, `NCHW` for two.
  ///
  /// Never fails; more than three spatial axes are lettered from a, and of more than 26 a convolution fails.
  public static func featuresFirst(_ spatialRank: Int) -> ConvDimensionNumbers {
    let spatial = letters(spatialRank)
    return ConvDimensionNumbers("NC" + spatial, "OI" + spatial, "NC" + spatial)
  }

  /// Features last, for a number of spatial axes: `NHWC`, `HWIO`, `NHWC` for two.
  ///
  /// Never fails; more than three spatial axes are lettered from a, and of more than 26 a convolution fails.
  public static func featuresLast(_ spatialRank: Int) -> ConvDimensionNumbers {
    let spatial = letters(spatialRank)
    return ConvDimensionNumbers("N" + spatial + "C", spatial + "IO", "N" + spatial + "C")
  }

  private static func letters(_ count: Int) -> String {
    switch count {
    case ...0: ""
    case 1: "H"
    case 2: "HW"
    case 3: "DHW"
    // There are no more letters; one that comes twice is an error where the axes are looked up.
    default: String((0..<Swift.min(count, 27)).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    }
  }

  /// The places of the letters: batch and feature first, then the spatial axes in the kernel's order.
  func dimensions() throws(TypeRuleError) -> HLOFunction.ConvolutionDimensions {
    let kernel = try ConvDimensionNumbers.special(rhs, "O", "I")
    let spatial = rhs.filter { $0 != "O" && $0 != "I" }
    func all(_ spec: String, _ special: [Int]) throws(TypeRuleError) -> [Int] {
      let letters = Array(spec)
      guard letters.count == spatial.count + 2, Set(letters).count == letters.count else { throw mismatch }
      var result = special
      for letter in spatial {
        guard let index = letters.firstIndex(of: letter) else { throw mismatch }
        result.append(index)
      }
      return result
    }
    return HLOFunction.ConvolutionDimensions(
      input: try all(lhs, try ConvDimensionNumbers.special(lhs, "N", "C")), kernel: try all(rhs, kernel),
      output: try all(out, try ConvDimensionNumbers.special(out, "N", "C")))
  }

  private var mismatch: TypeRuleError {
    TypeRuleError(
      "the dimension numbers \(lhs), \(rhs), \(out) do not name the same spatial axes",
      expected: "each spatial letter once in all three, such as NHWC, HWIO, NHWC")
  }

  private static func special(
    _ spec: String, _ first: Character, _ second: Character
  ) throws(TypeRuleError) -> [Int] {
    let letters = Array(spec)
    guard let a = letters.firstIndex(of: first), let b = letters.firstIndex(of: second) else {
      throw TypeRuleError(
        "the dimension numbers \(spec) lack \(first) or \(second)",
        expected: "N and C once in those of input and output, I and O once in the kernel's")
    }
    return [a, b]
  }
}
