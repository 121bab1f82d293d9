/// What a transformation made of a program.
package protocol TransformedProgram: Sendable {
  var program: Program { get }
  /// Which outputs of the original have what the transformation is about: a tangent, a batch axis; for a transpose,
  /// which inputs have a cotangent.
  var isPresent: [Bool] { get }
  /// The first error of making it; the program is then not to be used.
  var failure: TensorError? { get }
}

extension [Int?] {
  /// Numbers what is present from `start` on.
  package init(numbering isPresent: [Bool], from start: Int) {
    var next = start
    self = isPresent.map { present in
      guard present else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// The elements at these positions of `values`.
  package func picking(from values: some RandomAccessCollection<Tensor>) -> [Tensor?] {
    map { index in index.map { values[values.index(values.startIndex, offsetBy: $0)] } }
  }
}
