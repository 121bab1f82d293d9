import Foundation

/// Writes elements in nested brackets, aligned in columns, as NumPy does.
package struct TensorPrinter {
  private let shape: Shape
  private let elements: [ScalarLiteral]
  private let isSummarized: Bool
  private let format: (ScalarLiteral) -> String
  private let width: Int

  /// How many elements are shown at each end of a summarized axis.
  private static let edge = 3

  package init(elements: [ScalarLiteral], shape: Shape) {
    self.shape = shape
    self.elements = elements
    isSummarized = elements.count > 1000
    let shown = isSummarized ? TensorPrinter.shownElements(elements, shape) : elements
    format = TensorPrinter.format(for: shown)
    width = shown.map(format).map(\.count).max() ?? 0
  }

  package var text: String {
    if shape.count == 0 { return elements.first.map(format) ?? "" }
    if elements.isEmpty { return "[], shape \(shape)" }
    return lines(axis: 0, start: 0)
  }

  /// A scalar by itself.
  package static func text(_ scalar: ScalarLiteral) -> String { format(for: [scalar])(scalar) }

  private func lines(axis: Int, start: Int) -> String {
    let count = shape[axis]
    let stride = shape.dimensions[(axis + 1)...].reduce(1, *)
    let isLast = axis == shape.count - 1
    var parts: [String] = []
    for index in TensorPrinter.shownIndices(count, isSummarized) {
      guard let index else {
        parts.append("...")
        continue
      }
      if isLast {
        let text = format(elements[start + index])
        parts.append(String(repeating: " ", count: width - text.count) + text)
      } else {
        parts.append(lines(axis: axis + 1, start: start + index * stride))
      }
    }
    let depth = shape.count - axis - 1
    let separator =
      isLast ? " " : String(repeating: "\n", count: depth) + String(repeating: " ", count: axis + 1)
    return "[" + (isLast ? wrapped(parts, indent: axis + 1) : parts.joined(separator: separator)) + "]"
  }

  /// Elements in lines of at most 75 characters.
  private func wrapped(_ parts: [String], indent: Int) -> String {
    var result = ""
    var column = indent
    for (index, part) in parts.enumerated() {
      if index > 0 {
        if column + 1 + part.count > 75 {
          result += "\n" + String(repeating: " ", count: indent)
          column = indent
        } else {
          result += " "
          column += 1
        }
      }
      result += part
      column += part.count
    }
    return result
  }

  /// The indices shown of an axis; nil stands for those left out.
  private static func shownIndices(_ count: Int, _ isSummarized: Bool) -> [Int?] {
    guard isSummarized, count > 2 * edge else { return Array(0..<count) }
    return Array(0..<edge) + [nil] + Array((count - edge)..<count)
  }

  private static func shownElements(_ elements: [ScalarLiteral], _ shape: Shape) -> [ScalarLiteral] {
    var offsets = [0]
    for axis in 0..<shape.count {
      let stride = shape.dimensions[(axis + 1)...].reduce(1, *)
      let indices = shownIndices(shape[axis], true).compactMap { $0 }
      offsets = offsets.flatMap { offset in indices.map { offset + $0 * stride } }
    }
    return offsets.map { elements[$0] }
  }

  /// One format for all elements: the fewest digits that read back as the same value, with the points aligned.
  private static func format(for shown: [ScalarLiteral]) -> (ScalarLiteral) -> String {
    guard let kind = shown.first?.dtype.kind, kind == .floating else { return { $0.description } }
    let finite = shown.map(\.double).filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let isScientific = (finite.max() ?? 1) >= 1e8 || (finite.min() ?? 1) < 1e-4
    let texts = shown.map { plainText($0, isScientific) }
    let decimals = texts.map { decimalCount($0) }.max() ?? 0
    return { scalar in
      let text = plainText(scalar, isScientific)
      if !scalar.double.isFinite || isScientific { return text }
      return text + String(repeating: " ", count: max(0, decimals - decimalCount(text)))
    }
  }

  /// A float by itself: `1.`, `0.25`, `1.5e-07`, `nan`.
  private static func plainText(_ scalar: ScalarLiteral, _ isScientific: Bool) -> String {
    let value = scalar.double
    if value.isNaN { return "nan" }
    if value.isInfinite { return value > 0 ? "inf" : "-inf" }
    if isScientific { return scientific(scalar) }
    var text = shortest(scalar)
    if text.contains("e") { text = String(format: "%.8f", value) }
    while text.hasSuffix("0") && text.contains(".") { text.removeLast() }
    return text
  }

  /// The shortest text that reads back as the same value; 16-bit floats with the four digits they have.
  private static func shortest(_ scalar: ScalarLiteral) -> String {
    switch scalar.dtype {
    case .float64: "\(scalar.double)"
    case .float32: "\(Float(scalar.double))"
    default:
      String(format: "%.4g", scalar.double).contains(".")
        ? String(format: "%.4g", scalar.double) : "\(Float(scalar.double))"
    }
  }

  private static func scientific(_ scalar: ScalarLiteral) -> String {
    let digits = scalar.dtype == .float64 ? 16 : scalar.dtype == .float32 ? 8 : 3
    for count in 0..<digits {
      let text = String(format: "%.\(count)e", scalar.double)
      guard let value = Double(text) else { continue }
      if scalar.dtype == .float64 ? value == scalar.double : Float(value) == Float(scalar.double) {
        return text
      }
    }
    return String(format: "%.\(digits)e", scalar.double)
  }

  private static func decimalCount(_ text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }
}
