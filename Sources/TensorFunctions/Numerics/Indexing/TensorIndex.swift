public import TensorCore
import TensorPrimitives
import TensorTransformations

/// What may stand in the brackets of `x[…]` and `x.at[…]`: a position, a range, an integer tensor and a few markers.
///
/// - `Int`: one position; its axis is left out of the result. Negative ones count from the end.
/// - Ranges: `1..<3`, `1...2`, `2...`, `..<3`, and with a step `(0..<8).by(2)`. Parts outside of the axis are left out.
/// - `FullRange()`: a whole axis, Python's `:`; `FullRange().by(-1)` reverses it.
/// - `Ellipsis()`: as many whole axes as are left, Python's `...`.
/// - `NewAxis()`: a new axis of extent 1.
/// - `Tensor` of integers: positions; several of them broadcast together, as in NumPy.
/// - `Tensor` of booleans: a mask of the axes that it covers. To be read its values have to be known, since the shape
///   depends on them; `x.at[mask].set(0)` takes a mask that is computed inside of a transformation, too.
public protocol TensorIndex: Sendable {
  /// The index as a part of an index expression.
  var indexPart: IndexPart { get }
}

/// One part of an index expression, in the form that all kinds of `TensorIndex` come down to.
public enum IndexPart: Sendable {
  /// One position, which removes its axis.
  case position(Int)
  /// The positions from `start` to `end`, exclusive, in steps of `step`, as Python's slices.
  case range(start: Int?, end: Int?, step: Int)
  /// A new axis of extent 1.
  case newAxis
  /// As many whole axes as the other parts leave over.
  case ellipsis
  /// The positions that an integer tensor holds.
  case array(Tensor)
}

extension Int: TensorIndex {
  public var indexPart: IndexPart { .position(self) }
}

extension Tensor: TensorIndex {
  public var indexPart: IndexPart { .array(self) }
}

/// A range of positions along an axis.
public protocol RangeIndex: TensorIndex {}

extension RangeIndex {
  /// Every `step`-th position of the range; a negative step goes through the range from its end.
  ///
  /// `(0..<8).by(2)` is Python's `0:8:2`, `FullRange().by(-1)` is `::-1`.
  /// Never fails; reading or writing with a step of 0 does.
  public func by(_ step: Int) -> StridedRange { StridedRange(self, step: step) }
}

extension Range: TensorIndex, RangeIndex where Bound == Int {
  public var indexPart: IndexPart {
    // In -2..<0 the 0 is the place after the last element: a range holds the positions it says.
    .range(start: lowerBound, end: lowerBound < 0 && upperBound == 0 ? nil : upperBound, step: 1)
  }
}

extension ClosedRange: TensorIndex, RangeIndex where Bound == Int {
  public var indexPart: IndexPart {
    .range(start: lowerBound, end: upperBound == -1 ? nil : upperBound +| 1, step: 1)
  }
}

extension PartialRangeFrom: TensorIndex, RangeIndex where Bound == Int {
  public var indexPart: IndexPart { .range(start: lowerBound, end: nil, step: 1) }
}

extension PartialRangeUpTo: TensorIndex, RangeIndex where Bound == Int {
  public var indexPart: IndexPart { .range(start: nil, end: upperBound, step: 1) }
}

extension PartialRangeThrough: TensorIndex, RangeIndex where Bound == Int {
  public var indexPart: IndexPart {
    .range(start: nil, end: upperBound == -1 ? nil : upperBound +| 1, step: 1)
  }
}

/// A whole axis: `x[FullRange(), 0]` is Python's `x[:, 0]`.
public struct FullRange: RangeIndex, Hashable {
  public init() {}
  public var indexPart: IndexPart { .range(start: nil, end: nil, step: 1) }
}

/// All axes that the other indices leave over: `x[Ellipsis(), 0]` is Python's `x[..., 0]`.
public struct Ellipsis: TensorIndex, Hashable {
  public init() {}
  public var indexPart: IndexPart { .ellipsis }
}

/// A new axis of extent 1: `x[NewAxis()]` is Python's `x[None]`.
public struct NewAxis: TensorIndex, Hashable {
  public init() {}
  public var indexPart: IndexPart { .newAxis }
}

/// A range with a step, made by `by(_:)`, or from Python's three numbers.
public struct StridedRange: TensorIndex, Hashable {
  /// The first position; from one end of the axis when nil.
  public let start: Int?
  /// The position to stop before; to the other end when nil.
  public let end: Int?
  /// The distance of two positions; not 0.
  public let step: Int

  /// Python's `start:end:step`: bounds of any sign, nil for none.
  public init(start: Int? = nil, end: Int? = nil, step: Int = 1) {
    self.start = start
    self.end = end
    self.step = step
  }

  init(_ range: some RangeIndex, step: Int) {
    guard case .range(let start, let end, _) = range.indexPart else {
      self.init(step: step)
      return
    }
    // The same positions from the other end: the last one is start, the one before the first is the end.
    if step < 0 {
      self.init(
        start: end.map { $0 -| 1 }, end: start.flatMap { $0 == 0 ? nil : $0 -| 1 }, step: step)
    } else {
      self.init(start: start, end: end, step: step)
    }
  }

  public var indexPart: IndexPart { .range(start: start, end: end, step: step) }
}
