// Arithmetic on extents and positions that a caller gives, which may be any Int: it stays at the ends of Int instead of
// ending the process. No shape with such an extent is accepted (`MemoryLimit`), so that the mistake becomes an error.

infix operator +| : AdditionPrecedence
infix operator -| : AdditionPrecedence
infix operator *| : MultiplicationPrecedence

extension Int {
  /// The sum, or the end of Int that it goes beyond.
  package static func +| (a: Int, b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? (b < 0 ? .min : .max) : sum
  }

  /// The difference, or the end of Int that it goes beyond.
  package static func -| (a: Int, b: Int) -> Int {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? (b < 0 ? .max : .min) : difference
  }

  /// The product, or the end of Int that it goes beyond.
  package static func *| (a: Int, b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? ((a < 0) == (b < 0) ? .max : .min) : product
  }

  /// The whole number nearest to a value of which anything is possible: 0 for NaN, the ends of Int beyond them.
  package init(saturating value: Double) {
    self = value.isNaN ? 0 : Int(exactly: value.rounded(.towardZero)) ?? (value < 0 ? .min : .max)
  }

  /// A position or an axis as a number from 0: negative ones count from the end. What is out of range stays so.
  package func counted(in extent: Int) -> Int { self < 0 ? self +| extent : self }

  /// How many steps there are from one number up to another, exclusive, or down to it; the step is not 0.
  package static func steps(from start: Int, to limit: Int, by step: Int) -> Int {
    guard step > 0 ? start < limit : start > limit else { return 0 }
    let distance =
      step > 0
      ? UInt(bitPattern: limit) &- UInt(bitPattern: start)
      : UInt(bitPattern: start) &- UInt(bitPattern: limit)
    return Int(clamping: (distance - 1) / step.magnitude) +| 1
  }

  /// The remainder of flooring division, from 0 up to the divisor, exclusive, which must be positive.
  package func modulo(_ divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

extension Sequence<Int> {
  /// The product of all, or the end of Int that it goes beyond; 0 where one is 0.
  package var saturatingProduct: Int { self.contains(0) ? 0 : reduce(1, *|) }
}
