/// A plain array on the host, for the reference that compiled programs are compared with.
///
/// Its elements are integers of at most 24 bits, which float32, int32 and Double hold exactly, so that every comparison is
/// of equal numbers.
public struct HostArray: Sendable, Equatable {
  public let shape: [Int]
  public let elements: [Double]

  public init(_ shape: [Int], _ elements: [Double]) {
    self.shape = shape
    self.elements = elements
  }

  /// The array whose element at each position is what `element` gives for it.
  init(_ shape: [Int], _ element: ([Int]) -> Double) {
    var elements: [Double] = []
    let count = shape.reduce(1, *)
    elements.reserveCapacity(count)
    var position = shape.map { _ in 0 }
    for _ in 0..<count {
      elements.append(element(position))
      for axis in shape.indices.reversed() {
        position[axis] += 1
        if position[axis] < shape[axis] { break }
        position[axis] = 0
      }
    }
    self.init(shape, elements)
  }

  /// The element at a position; 0, or what else is said, outside of the array.
  func element(_ position: [Int], outside: Double = 0) -> Double {
    var offset = 0
    for (axis, place) in position.enumerated() {
      guard place >= 0, place < shape[axis] else { return outside }
      offset = offset * shape[axis] + place
    }
    return elements[offset]
  }

  var ndim: Int { shape.count }
  var count: Int { elements.count }
  var largest: Double { elements.map(\.magnitude).max() ?? 0 }

  func map(_ transform: (Double) -> Double) -> HostArray { HostArray(shape, elements.map(transform)) }

  func combined(with other: HostArray, _ combine: (Double, Double) -> Double) -> HostArray {
    HostArray(shape, zip(elements, other.elements).map(combine))
  }

  /// All positions of a shape in row-major order.
  static func positions(_ shape: [Int]) -> [[Int]] {
    var positions: [[Int]] = []
    _ = HostArray(shape) { position in
      positions.append(position)
      return 0
    }
    return positions
  }

  /// The array with elements combined into it, in order; those outside of it are left out.
  func writing(
    _ updates: HostArray, at target: ([Int]) -> [Int], _ combine: (Double, Double) -> Double
  ) -> HostArray {
    var elements = elements
    for (position, update) in zip(HostArray.positions(updates.shape), updates.elements) {
      var offset = 0
      var isInside = true
      for (axis, place) in target(position).enumerated() {
        if place < 0 || place >= shape[axis] { isInside = false }
        offset = offset * shape[axis] + place
      }
      if isInside { elements[offset] = combine(elements[offset], update) }
    }
    return HostArray(shape, elements)
  }
}
