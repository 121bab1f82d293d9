package import TensorCore

extension Tensor {
  /// The most elements of a vector that is computed on the host: more would keep the caller waiting.
  private static var mostOnHost: Int { Swift.min(1 << 25, ((try? MemoryLimit.limit()) ?? 0) / 4) }

  /// A vector whose elements are computed one by one on the host.
  package static func onHost<Element: TensorScalar>(
    _ operation: String, _ count: Int, _ element: (Int) -> Element
  ) -> Tensor {
    guard count <= mostOnHost else { return tooManyOnHost(operation) }
    return Tensor((0..<Swift.max(0, count)).map(element))
  }

  /// The error of a vector that is too long to be computed on the host.
  static func tooManyOnHost(_ operation: String) -> Tensor {
    Tensor.failed(
      TensorError(
        operation, problem: "a vector of more than \(mostOnHost) elements, which is computed on the host",
        expected: "at most \(mostOnHost) elements"))
  }

  /// Row and column numbers as vectors, in the order of the rows; `columns` gives those of a row.
  package static func placesOnHost(
    _ operation: String, rows: Range<Int>, columns: (Int) -> Range<Int>
  ) -> (rows: Tensor, columns: Tensor) {
    guard isFew(rows, columns) else {
      let failure = tooManyOnHost(operation)
      return (failure, failure)
    }
    var found: (rows: [Int], columns: [Int]) = ([], [])
    for row in rows {
      let range = columns(row)
      found.rows += [Int](repeating: row, count: range.count)
      found.columns += range
    }
    return (Tensor(found.rows), Tensor(found.columns))
  }

  /// Whether rows, none of which is empty, have few enough places to be computed on the host.
  private static func isFew(_ rows: Range<Int>, _ columns: (Int) -> Range<Int>) -> Bool {
    var rest = mostOnHost
    guard rows.count <= rest else { return false }
    for row in rows {
      rest -= columns(row).count
      if rest < 0 { return false }
    }
    return true
  }
}
