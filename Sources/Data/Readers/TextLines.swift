public import Foundation

extension Dataset where Element == String {
  /// The lines of a file of text in UTF-8, which is mapped, not read; lines are without their ends.
  ///
  /// Bytes that are no text are replaced. The file must not become shorter while it is used.
  ///
  /// - Throws: `DataError` if the file cannot be read.
  public init(linesOf url: URL) throws {
    let data: Foundation.Data
    do { data = try Foundation.Data(contentsOf: url, options: .alwaysMapped) } catch {
      throw DataError(
        url.path, problem: "it cannot be read: \(error.localizedDescription)",
        expected: "a file that is there")
    }
    var starts = [0]
    data.withUnsafeBytes { bytes in
      for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    }
    if starts.last != data.count { starts.append(data.count + 1) }
    let ends = starts
    self.init(count: ends.count - 1) { index in
      var line = data[ends[index]..<Swift.min(ends[index + 1] - 1, data.count)]
      if line.last == 0x0D { line = line.dropLast() }
      return String(decoding: line, as: UTF8.self)
    }
  }
}
