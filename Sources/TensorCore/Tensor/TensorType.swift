package import StableHLO

/// What is known of a tensor without its values: shape, dtype, and whether the dtype is weak.
///
/// A weak dtype is that of a Swift literal: it gives way to the dtype of the other operand (`DType` promotion).
public struct TensorType: Sendable, Hashable, CustomStringConvertible {
  public let shape: Shape
  public let dtype: DType
  public let isWeak: Bool

  public init(_ shape: Shape, _ dtype: DType, isWeak: Bool = false) {
    self.shape = shape
    self.dtype = dtype
    self.isWeak = isWeak
  }

  /// `f32[2,3]`.
  public var description: String {
    dtype.shortName + "[" + shape.dimensions.map(String.init).joined(separator: ",") + "]"
  }

  package var ndim: Int { shape.count }
  package var hlo: HLOType { HLOType(dtype.hlo, shape.dimensions) }

  package func with(shape: Shape) -> TensorType { TensorType(shape, dtype, isWeak: isWeak) }
  package func with(dtype: DType) -> TensorType { TensorType(shape, dtype, isWeak: isWeak) }

  /// The type of tangents and cotangents: the same, and never weak.
  package var tangent: TensorType { isWeak ? TensorType(shape, dtype) : self }
}
