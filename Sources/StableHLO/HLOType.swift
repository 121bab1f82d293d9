/// The type of a ranked tensor with static dimensions, `tensor<2x3xf32>`.
public struct HLOType: Sendable, Hashable, CustomStringConvertible {
  public let element: ElementType
  public let dimensions: [Int]
  /// The MLIR spelling, written once because every operation repeats it.
  public let description: String

  public init(_ element: ElementType, _ dimensions: [Int]) {
    self.element = element
    self.dimensions = dimensions
    var text = "tensor<"
    for dimension in dimensions {
      text += String(dimension)
      text += "x"
    }
    text += element.rawValue
    text += ">"
    description = text
  }

  public var rank: Int { dimensions.count }

  public static func == (a: HLOType, b: HLOType) -> Bool {
    a.element == b.element && a.dimensions == b.dimensions
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(element)
    hasher.combine(dimensions)
  }

  /// The same dimensions with another element type.
  public func with(_ element: ElementType) -> HLOType { HLOType(element, dimensions) }
}
