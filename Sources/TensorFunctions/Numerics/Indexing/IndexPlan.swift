import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// An index expression worked out for tensors of one shape.
package struct IndexPlan: Hashable, Sendable {
  /// What is taken of one axis.
  package enum AxisPart: Hashable, Sendable {
    case position(Int)
    /// `count` positions from `start` in steps of `step`.
    case range(start: Int, count: Int, step: Int)
    /// The positions in the index tensor of this number.
    case array(Int)
  }

  /// Where the axes of the result come from.
  enum Slot: Hashable, Sendable {
    /// The range of this axis.
    case range(Int)
    case newAxis
    /// The broadcast shape of the index tensors.
    case arrays
  }

  package let shape: Shape
  package let axes: [AxisPart]
  let slots: [Slot]
  /// The broadcast shape of the index tensors.
  let arrayShape: Shape
  /// Whether the index tensors are known to be in range and to name no position twice: they are Swift integers.
  var isKnownInBounds = false

  /// Works out `parts` for a tensor of `shape`; index tensors are given by their shapes, in the order they come in.
  init(_ parts: [IndexPart], shape: Shape, arrayShapes: [Shape]) throws(TypeRuleError) {
    self.shape = shape
    guard let arrayShape = Promotion.broadcastShape(arrayShapes) else {
      throw TypeRuleError(
        "the index tensors' shapes \(arrayShapes) cannot be broadcast together",
        expected: "extents that are equal or 1, compared from the last axis")
    }
    self.arrayShape = arrayShape
    let expanded = try IndexPlan.expanded(parts, rank: shape.count)
    var axes: [AxisPart] = []
    var slots: [Slot] = []
    // Positions beside index tensors count as such, as in NumPy; with something between them, they go to the front.
    var arrayPositions: [Int] = []
    var arrayCount = 0
    for (index, part) in expanded.enumerated() {
      switch part {
      case .newAxis: slots.append(.newAxis)
      case .position(let position):
        axes.append(.position(try IndexPlan.position(position, axis: axes.count, shape)))
        if !arrayShapes.isEmpty { arrayPositions.append(index) }
      case .range(let start, let end, let step):
        slots.append(.range(axes.count))
        axes.append(try IndexPlan.range(start, end, step, extent: shape[axes.count]))
      case .array:
        axes.append(.array(arrayCount))
        arrayCount += 1
        arrayPositions.append(index)
      case .ellipsis: break
      }
      if arrayPositions.count == 1, arrayPositions[0] == index { slots.append(.arrays) }
    }
    if let first = arrayPositions.first, let last = arrayPositions.last,
      last - first + 1 != arrayPositions.count
    {
      slots = [.arrays] + slots.filter { $0 != .arrays }
    }
    self.axes = axes
    self.slots = slots
  }

  /// The parts with whole axes in place of the ellipsis and after the last part.
  private static func expanded(_ parts: [IndexPart], rank: Int) throws(TypeRuleError) -> [IndexPart] {
    var ellipses = 0
    var used = 0
    for part in parts {
      switch part {
      case .ellipsis: ellipses += 1
      case .newAxis: break
      case .position, .range, .array: used += 1
      }
    }
    if ellipses > 1 {
      throw TypeRuleError("Ellipsis() is given \(ellipses) times", expected: "at most one Ellipsis()")
    }
    if used > rank {
      throw TypeRuleError(
        "\(used) indices for a tensor of rank \(rank)",
        expected: rank == 0 ? "no index: the tensor is a scalar" : "at most \(rank) indices")
    }
    let rest = [IndexPart](repeating: FullRange().indexPart, count: rank - used)
    guard ellipses == 1 else { return parts + rest }
    return parts.flatMap { part -> [IndexPart] in
      if case .ellipsis = part { return rest }
      return [part]
    }
  }

  private static func position(_ position: Int, axis: Int, _ shape: Shape) throws(TypeRuleError) -> Int {
    let extent = shape[axis]
    guard position >= -extent, position < extent else {
      throw TypeRuleError(
        "index \(position) is out of range for axis \(axis) of \(shape)",
        expected: extent == 0
          ? "a range: the axis has no elements" : "an index from \(-extent) to \(extent - 1)")
    }
    return position.counted(in: extent)
  }

  /// Python's rules for slices: bounds count from the end when negative, and are moved into the axis.
  private static func range(
    _ start: Int?, _ end: Int?, _ step: Int, extent: Int
  ) throws(TypeRuleError) -> AxisPart {
    guard step != 0 else { throw TypeRuleError("the step of a range is 0", expected: "a step other than 0") }
    func bound(_ value: Int, _ low: Int, _ high: Int) -> Int {
      Swift.min(Swift.max(value.counted(in: extent), low), high)
    }
    let (low, high) = step > 0 ? (0, extent) : (-1, extent - 1)
    let first = start.map { bound($0, low, high) } ?? (step > 0 ? low : high)
    let limit = end.map { bound($0, low, high) } ?? (step > 0 ? high : low)
    let count = Int.steps(from: first, to: limit, by: step)
    // The step of one element may be any number.
    return .range(start: first, count: count, step: count < 2 ? step.signum() : step)
  }

  /// The shape of what the index selects.
  var resultShape: Shape {
    Shape(
      slots.flatMap { slot -> [Int] in
        switch slot {
        case .newAxis: [1]
        case .arrays: arrayShape.dimensions
        case .range(let axis): [count(axis)]
        }
      })
  }

  /// The result's shape before new axes are put in: what a gather gives and a scatter takes.
  var compactShape: Shape { Shape(slots.filter { $0 != .newAxis }.flatMap { extents($0) }) }

  func extents(_ slot: Slot) -> [Int] {
    switch slot {
    case .newAxis: [1]
    case .arrays: arrayShape.dimensions
    case .range(let axis): [count(axis)]
    }
  }

  package func count(_ axis: Int) -> Int {
    if case .range(_, let count, _) = axes[axis] { return count }
    return 1
  }

  var hasArrays: Bool {
    axes.contains { if case .array = $0 { true } else { false } }
  }

  /// Whether every axis gives a block without gaps, so that one window covers the selection.
  var isBlock: Bool {
    axes.allSatisfy { part in
      if case .range(_, let count, let step) = part { return step == 1 || count == 1 }
      return true
    }
  }
}
