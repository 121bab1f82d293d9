/// Elements on the host that a tensor can be made of: a scalar, an array of scalars, arrays of arrays.
public protocol NestedElements {
  /// The dtype of the innermost elements.
  static var elementDType: DType { get }
  /// The shape, if all parts at a level have the same one; nil for ragged arrays.
  var nestedShape: [Int]? { get }
  /// Appends the innermost elements, row-major.
  func appendElements(to bits: inout [UInt64])
  /// The first innermost element that its dtype cannot hold: an `Int` of more than 32 bits.
  var unrepresentable: Int? { get }
}

extension Array: NestedElements where Element: NestedElements {
  public static var elementDType: DType { Element.elementDType }

  public var nestedShape: [Int]? {
    guard let first else { return [0] }
    guard let inner = first.nestedShape, allSatisfy({ $0.nestedShape == inner }) else { return nil }
    return [count] + inner
  }

  public func appendElements(to bits: inout [UInt64]) {
    for element in self { element.appendElements(to: &bits) }
  }

  public var unrepresentable: Int? {
    for element in self { if let wrong = element.unrepresentable { return wrong } }
    return nil
  }
}

extension TensorScalar {
  public static var elementDType: DType { dtype }
  public var nestedShape: [Int]? { [] }
  public func appendElements(to bits: inout [UInt64]) { bits.append(elementBits) }
  public var unrepresentable: Int? { nil }
}

extension Tensor {
  /// A tensor of nested arrays: `Tensor([[1, 2], [3, 4]])` has the shape `[2, 2]` (`jnp.array`).
  ///
  /// Ragged arrays give a tensor that carries the error.
  public init<Elements: NestedElements>(_ elements: [[Elements]]) {
    guard let shape = elements.nestedShape else {
      self.init(
        failure: TensorError(
          "Tensor", problem: "the nested arrays have different lengths",
          expected: "arrays of one length at each level"))
      return
    }
    if Elements.elementDType == .int32, let wrong = elements.unrepresentable {
      self.init(failure: .unrepresentable(wrong))
      return
    }
    var bits: [UInt64] = []
    elements.appendElements(to: &bits)
    self.init(elementBits: bits, TensorType(Shape(shape), Elements.elementDType))
  }

  /// A tensor of elements given by their bits.
  package init(elementBits: [UInt64], _ type: TensorType) {
    let width = type.dtype.byteWidth
    var bytes: [UInt8] = []
    bytes.reserveCapacity(elementBits.count * width)
    for bits in elementBits {
      for offset in 0..<width { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * offset))) }
    }
    self.init(bytes: bytes, type, operation: "Tensor")
  }
}
