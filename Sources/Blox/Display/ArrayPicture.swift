import Foundation

/// An array as a picture of a few cells, each the mean of the values in it, and how often its values are how large.
struct ArrayPicture {
  static let mostRows = 24
  static let mostColumns = 48
  static let bins = 32

  let rows: Int
  let columns: Int
  /// A cell's mean, from 1, the most negative, by 128, zero, to 255; 0 where a value is not finite.
  private(set) var cells: [UInt8]
  /// How high each bin between the least and the greatest value is; empty if these are equal.
  private(set) var histogram: [UInt8] = []
  let range: (least: String, greatest: String)
  /// What is to be seen, in words.
  let caption: String

  /// - Returns: nil for a single value, which needs no picture.
  init?(_ array: ArrayValues) {
    guard array.values.count > 1 else { return nil }
    rows = Swift.min(array.rows, ArrayPicture.mostRows)
    columns = Swift.min(array.columns, ArrayPicture.mostColumns)
    let means = ArrayPicture.means(array, rows, columns)
    let finite = means.filter(\.isFinite)
    // A few cells that are far from the others would leave no colour to these.
    let common = 3 * (finite.reduce(0) { $0 + $1 * $1 } / Double(Swift.max(1, finite.count))).squareRoot()
    let full = Swift.min(common, finite.map { abs($0) }.max() ?? 0)
    cells = means.map { mean in
      guard mean.isFinite else { return 0 }
      return full > 0 ? UInt8(128 + (127 * Swift.max(-1, Swift.min(1, mean / full))).rounded()) : 128
    }
    range = array.range.map { (array.text($0.least), array.text($0.greatest)) } ?? ("", "")
    if let range = array.range, range.least < range.greatest {
      histogram = ArrayPicture.heights(array.values, range.least, range.greatest)
    }
    caption = ArrayPicture.caption(array, rows, columns, full: full)
  }

  /// The mean of each cell; NaN where a value in it is not finite.
  private static func means(_ array: ArrayValues, _ rows: Int, _ columns: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: rows * columns)
    var counts = [Double](repeating: 0, count: rows * columns)
    let cellColumns = (0..<array.columns).map { $0 * columns / array.columns }
    var index = 0
    for row in 0..<array.rows {
      let first = row * rows / array.rows * columns
      for column in cellColumns {
        sums[first + column] += array.values[index]
        counts[first + column] += 1
        index += 1
      }
    }
    return zip(sums, counts).map { sum, count in sum / count }
  }

  private static func heights(_ values: [Double], _ least: Double, _ greatest: Double) -> [UInt8] {
    var counts = [Int](repeating: 0, count: bins)
    // Halves, since the difference of two numbers may be out of range.
    let width = greatest / 2 - least / 2
    for value in values where value.isFinite {
      let bin = width > 0 ? Int((value / 2 - least / 2) / width * Double(bins)) : 0
      counts[Swift.max(0, Swift.min(bins - 1, bin))] += 1
    }
    let most = Double(counts.max() ?? 1)
    return counts.map { $0 == 0 ? 0 : UInt8(Swift.max(1, (255 * Double($0) / most).rounded())) }
  }

  private static func caption(_ array: ArrayValues, _ rows: Int, _ columns: Int, full: Double) -> String {
    func axes(_ range: Range<Int>) -> String {
      let extents = array.shape[range].map(String.init).joined(separator: " × ")
      switch range.count {
      case 0: return "one"
      case 1: return "axis \(range.lowerBound) (\(extents))"
      default: return "axes \(range.lowerBound) to \(range.upperBound - 1) (\(extents))"
      }
    }
    let split = array.rowAxes
    let height = array.shape[..<split].reduce(1, *)
    let width = array.shape[split...].reduce(1, *)
    let (tall, wide) = ((height + rows - 1) / rows, (width + columns - 1) / columns)
    return "rows: \(axes(0..<split)); columns: \(axes(split..<array.shape.count)); "
      + (tall * wide == 1 ? "each cell is a value" : "each cell is the mean of \(tall) × \(wide) values")
      + ", full colour from ±\(String(format: "%.3g", full))"
  }
}
