import Foundation

/// The values of an array as they are displayed, row by row of the array folded to two axes: all of them, or of a very
/// large array a part that lies evenly in it.
struct ArrayValues {
  /// No more values than that are read.
  static let limit = 1 << 24

  let values: [Double]
  /// How many rows and columns of values were read.
  let rows: Int
  private(set) var columns: Int
  /// The shape of the whole array, and how many of its axes are folded to rows.
  let shape: [Int]
  let rowAxes: Int
  private let isFloating: Bool

  /// Reads a tensor, once; nil if there are no values, or none that are known here, as inside a transformation.
  ///
  /// - Parameter limit: how many values are read at most.
  init?(_ tensor: Tensor, limit: Int = ArrayValues.limit) {
    guard tensor.error == nil, tensor.size > 0 else { return nil }
    shape = tensor.shape.dimensions
    isFloating = tensor.dtype.isFloating
    rowAxes = ArrayValues.rowAxes(of: shape)
    let (height, width) = (shape[..<rowAxes].reduce(1, *), shape[rowAxes...].reduce(1, *))
    // As many rows as columns are left out, as far as there are any.
    let part = (tensor.size + limit - 1) / limit
    let rowStep = Swift.min(height, Int(Double(part).squareRoot().rounded(.up)))
    rows = (height + rowStep - 1) / rowStep
    columns = Swift.min(width, Swift.max(1, limit / rows))
    let columnStep = (width + columns - 1) / columns
    columns = (width + columnStep - 1) / columnStep
    let read =
      part == 1
      ? tensor
      : slice(
        tensor.reshape([height, width]), [0, 0], [height, width], strides: [rowStep, columnStep])
    guard let values = try? read.scalars(Double.self) else { return nil }
    self.values = values
  }

  /// How many axes are rows so that there are about as many rows as columns; one axis is one row.
  private static func rowAxes(of shape: [Int]) -> Int {
    guard shape.count > 1 else { return 0 }
    let logarithms = shape.map { log(Double($0)) }
    let whole = logarithms.reduce(0, +)
    let sums = (1..<shape.count).map { logarithms[..<$0].reduce(0, +) }
    let nearest = sums.indices.min { abs(2 * sums[$0] - whole) < abs(2 * sums[$1] - whole) }
    return (nearest ?? 0) + 1
  }

  /// The numbers of all of `shape`'s elements that one value stands for: 1 if all were read.
  var elementsForEach: Int { (shape.reduce(1, *) + values.count - 1) / values.count }

  /// The finite values' least and greatest; nil if none is finite.
  var range: (least: Double, greatest: Double)? {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
    }
    return least <= greatest ? (least, greatest) : nil
  }

  /// A few values as they are, or what many are like: their mean, deviation, least and greatest.
  var text: String {
    if elementsForEach == 1, values.count == 1 { return text(values[0]) }
    if elementsForEach == 1, values.count <= 6 { return "[" + values.map(text).joined(separator: ", ") + "]" }
    let finite = values.count - values.count { !$0.isFinite }
    guard let range else { return "no value is finite" }
    let rest =
      (finite < values.count ? ", \(values.count - finite) not finite" : "")
      + (elementsForEach > 1 ? ", of one in \(elementsForEach) values" : "")
    if range.least == range.greatest { return "all \(text(range.least))" + rest }
    var sum = 0.0
    for value in values where value.isFinite { sum += value }
    let mean = sum / Double(finite)
    var squares = 0.0
    for value in values where value.isFinite { squares += (value - mean) * (value - mean) }
    let deviation = (squares / Double(finite)).squareRoot()
    return
      "≈\(text(mean)) ±\(text(deviation)) [\(text(range.least)), \(text(range.greatest))]" + rest
  }

  func text(_ value: Double) -> String { String(format: isFloating ? "%.3g" : "%.0f", value) }
}
