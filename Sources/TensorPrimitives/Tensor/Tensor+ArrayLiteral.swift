public import TensorCore

/// `[1, 2, 3]` as a tensor: of float32 if a number is written with a point, else of int32, or of bool.
extension Tensor: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Tensor...) {
    let scalars = elements.compactMap(\.literal)
    guard scalars.count == elements.count else {
      self = stack(elements)
      return
    }
    let dtype = elements.isEmpty ? .float32 : Promotion.common(elements).dtype
    self.init(elementBits: scalars.map { $0.converted(to: dtype).bits }, TensorType([scalars.count], dtype))
  }
}
