public import Foundation
public import Tensors

/// Tables in text, with commas between columns (RFC 4180), compressed by gzip or not.
public struct CSV: Sendable {
  /// The names of the columns.
  public let header: [String]
  /// The fields, line by line.
  public let rows: [[String]]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - separator: what stands between columns.
  ///   - hasHeader: whether the first line has the columns' names; they are numbers otherwise.
  /// - Throws: `DataError` if the file cannot be read, a quotation has no end, or lines have unlike numbers of fields.
  public init(_ url: URL, separator: Character = ",", hasHeader: Bool = true) throws {
    let text = String(decoding: try Gzip.contents(of: url), as: UTF8.self)
    try self.init(text: text, separator: separator, hasHeader: hasHeader, name: url.lastPathComponent)
  }

  /// Reads a table of text.
  ///
  /// - Throws: as reading a file does.
  public init(text: String, separator: Character = ",", hasHeader: Bool = true) throws {
    try self.init(text: text, separator: separator, hasHeader: hasHeader, name: "CSV")
  }

  private init(text: String, separator: Character, hasHeader: Bool, name: String) throws {
    let lines = try CSV.lines(text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...], separator, name)
    let width = lines.first?.count ?? 0
    if let wrong = lines.firstIndex(where: { $0.count != width }) {
      throw DataError(
        name, problem: "line \(wrong + 1) has \(lines[wrong].count) fields, the first \(width)",
        expected: "equally many in all lines")
    }
    header = hasHeader ? lines.first ?? [] : (0..<width).map(String.init)
    rows = Array(hasHeader ? lines.dropFirst() : lines[...])
  }

  private static func lines(_ text: Substring, _ separator: Character, _ name: String) throws -> [[String]] {
    var (lines, fields, field): ([[String]], [String], String) = ([], [], "")
    var (isQuoted, wasQuoted) = (false, false)
    var rest = text
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          field.append(character)
        } else if rest.first == "\"" {
          field.append("\"")
          rest = rest.dropFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      if character == "\"", field.isEmpty, !wasQuoted {
        (isQuoted, wasQuoted) = (true, true)
      } else if character == separator || character.isNewline {
        fields.append(field)
        (field, wasQuoted) = ("", false)
        if character.isNewline {
          if fields != [""] { lines.append(fields) }
          fields = []
        }
      } else {
        field.append(character)
      }
    }
    guard !isQuoted else {
      throw DataError(name, problem: "a quotation has no end", expected: "quotation marks in pairs")
    }
    if !field.isEmpty || wasQuoted || !fields.isEmpty { lines.append(fields + [field]) }
    return lines
  }

  /// A column by its name.
  ///
  /// - Throws: `DataError` if there is none.
  public func column(_ name: String) throws -> [String] {
    guard let index = header.firstIndex(of: name) else {
      throw DataError(
        "CSV.column", problem: "there is no column '\(name)'",
        expected: "one of \(header.joined(separator: ", "))")
    }
    return rows.map { $0[index] }
  }

  /// Columns as numbers, float32 `[rows, columns]`; empty fields are NaN.
  ///
  /// - Parameter names: the columns; all if left out.
  /// - Throws: `DataError` if there is no such column, or a field is no number.
  public func numbers(_ names: [String]? = nil) throws -> Tensor {
    let names = names ?? header
    let columns = try names.map { name in
      try column(name).enumerated().map { row, field in
        let text = field.trimmingCharacters(in: .whitespaces)
        if text.isEmpty { return Float.nan }
        guard let number = Float(text) else {
          throw DataError(
            "CSV.numbers", problem: "row \(row + 1) of the column '\(name)' is '\(field)'",
            expected: "a number")
        }
        return number
      }
    }
    let elements = rows.indices.flatMap { row in columns.map { $0[row] } }
    return Tensor(elements, shape: [rows.count, names.count])
  }
}
