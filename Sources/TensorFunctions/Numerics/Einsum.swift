public import TensorCore
public import TensorPrimitives
import TensorTransformations

/// Sums of products in index notation (`jnp.einsum`): `einsum("bij,bjk->bik", a, b)`.
///
/// Indices that the result does not name are summed over; without `->` the result has those that occur once, in
/// alphabetical order. `...` stands for leading axes that broadcast; an index twice in one operand takes its diagonal.
/// Fails if the subscripts cannot be read, do not name the axes of each operand, or an index has two extents.
///
/// - Parameters:
///   - subscripts: the letters of the axes, such as `"ij,jk->ik"`.
///   - operands: the operands.
///   - precision: how exactly products are computed.
///   - preferredElementType: the dtype to add in and return; that of the operands when nil.
public func einsum(
  _ subscripts: String, _ operands: Tensor..., precision: Precision = .default,
  preferredElementType: DType? = nil
) -> Tensor {
  einsum(subscripts, operands, precision: precision, preferredElementType: preferredElementType)
}

/// Sums of products in index notation, of operands in an array (`jnp.einsum`): `einsum("bij,bjk->bik", [a, b])`.
///
/// Indices that the result does not name are summed over; without `->` the result has those that occur once, in
/// alphabetical order. Fails if the subscripts cannot be read, do not name the axes of each operand, or an index has
/// two extents.
///
/// - Parameters:
///   - subscripts: the letters of the axes, such as `"ij,jk->ik"`.
///   - operands: the operands.
///   - precision: how exactly products are computed.
///   - preferredElementType: the dtype to add in and return; that of the operands when nil.
public func einsum(
  _ subscripts: String, _ operands: [Tensor], precision: Precision = .default,
  preferredElementType: DType? = nil
) -> Tensor {
  if let failed = operands.first(where: \.isFailed) { return failed }
  do throws(TypeRuleError) {
    let expression = try EinsumExpression(subscripts, operands.map(\.type.shape))
    return fused("einsum", operands, expression, precision, preferredElementType) {
      operands, expression, precision, dtype in
      [expression.evaluate(Promotion.promoted(operands), precision: precision, resultDType: dtype)]
    }[0]
  } catch {
    return Tensor.failed(
      TensorError("einsum", operands: operands, problem: error.problem, expected: error.expected))
  }
}

/// What `einsum` was asked for: the indices of each operand's axes and of the result's.
private struct EinsumExpression: Hashable, Sendable {
  /// An index: a letter, or a broadcast axis counted from the last.
  enum Index: Hashable, Sendable {
    case letter(Character)
    case broadcast(Int)

    /// What an error calls it.
    var label: String {
      switch self {
      case .letter(let letter): "'\(letter)'"
      case .broadcast(let position): "\(position) of ..."
      }
    }
  }

  struct Term {
    var tensor: Tensor
    var indices: [Index]
  }

  let inputs: [[Index]]
  let output: [Index]

  init(_ subscripts: String, _ shapes: [Shape]) throws(TypeRuleError) {
    let text = subscripts.filter { !$0.isWhitespace }
    let sides = text.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    let left = sides.count == 2 ? String(sides[0].dropLast()) : text
    guard sides.count == 1 || sides[0].hasSuffix("-") else {
      throw TypeRuleError("the subscripts \"\(subscripts)\" have a > without -", expected: "indices->indices")
    }
    let terms = left.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard terms.count == shapes.count else {
      throw TypeRuleError(
        "\"\(subscripts)\" describes \(terms.count) operands, \(shapes.count) were given",
        expected: "one list of indices for each operand")
    }
    var inputs: [[Index]] = []
    var broadcastRank = 0
    for (term, shape) in zip(terms, shapes) {
      let indices = try EinsumExpression.indices(term, rank: shape.count)
      broadcastRank = Swift.max(
        broadcastRank, indices.filter { if case .broadcast = $0 { true } else { false } }.count)
      inputs.append(indices)
    }
    self.inputs = inputs
    let leading = (0..<broadcastRank).reversed().map(Index.broadcast)
    if sides.count == 2 {
      output = try EinsumExpression.indices(String(sides[1]), rank: nil, broadcast: leading)
    } else {
      let all = inputs.flatMap { $0 }
      let letters = Set(all.compactMap { if case .letter(let letter) = $0 { letter } else { nil } })
      output =
        leading
        + letters.sorted().map(Index.letter).filter { index in all.filter { $0 == index }.count == 1 }
    }
    let known = Set(inputs.flatMap { $0 })
    if let unknown = output.first(where: { !known.contains($0) }) {
      throw TypeRuleError(
        "the result's index \(unknown.label) is not in any operand", expected: "indices of operands")
    }
    if let twice = output.first(where: { index in output.filter { $0 == index }.count > 1 }) {
      throw TypeRuleError("the result names index \(twice.label) twice", expected: "each index once")
    }
    try checkExtents(shapes)
  }

  private static func indices(
    _ term: String, rank: Int?, broadcast: [Index] = []
  ) throws(TypeRuleError) -> [Index] {
    var result: [Index] = []
    let parts = term.replacing("...", with: "…")
    let letters = parts.filter { $0 != "…" }
    guard letters.allSatisfy(\.isLetter), parts.count - letters.count <= 1 else {
      throw TypeRuleError("\"\(term)\" is not a list of indices", expected: "letters, and at most one ...")
    }
    let open = rank.map { $0 - letters.count } ?? broadcast.count
    guard open >= 0, rank == nil || parts.count > letters.count || open == 0 else {
      throw TypeRuleError(
        "\"\(term)\" names \(letters.count) axes of a tensor of rank \(rank ?? 0)",
        expected: "an index for each axis, or ... for the others")
    }
    for character in parts {
      if character == "…" {
        result += rank == nil ? broadcast : (0..<open).reversed().map(Index.broadcast)
      } else {
        result.append(.letter(character))
      }
    }
    return result
  }

  private func checkExtents(_ shapes: [Shape]) throws(TypeRuleError) {
    var extents: [Index: Int] = [:]
    for (indices, shape) in zip(inputs, shapes) {
      for (index, extent) in zip(indices, shape) {
        let known = extents[index] ?? 1
        guard known == extent || known == 1 || extent == 1 else {
          throw TypeRuleError(
            "index \(index.label) has the extents \(known) and \(extent)",
            expected: "one extent for each index")
        }
        extents[index] = Swift.max(known == 1 ? extent : known, known == 0 || extent == 0 ? 0 : 1)
      }
    }
  }

  func evaluate(_ operands: [Tensor], precision: Precision, resultDType: DType?) -> Tensor {
    var terms = zip(operands, inputs).map { Term(tensor: $0, indices: $1) }.map(diagonal)
    while terms.count > 1 {
      let (a, b) = cheapestPair(terms)
      let second = terms.remove(at: b)
      let first = terms.remove(at: a)
      let elsewhere = Set(output + terms.flatMap(\.indices))
      terms.append(product(first, second, elsewhere, precision, resultDType))
    }
    let last = summed(terms[0], keeping: Set(output))
    let order = output.map { index in last.indices.firstIndex(of: index) ?? 0 }
    let result = last.tensor.transpose(order)
    return resultDType.map { result.astype($0) } ?? result
  }

  /// The two terms whose product is the smallest.
  private func cheapestPair(_ terms: [Term]) -> (Int, Int) {
    var best = (0, 1)
    var least = Double.infinity
    for a in terms.indices {
      for b in terms.indices where b > a {
        let others = terms.indices.filter { $0 != a && $0 != b }.flatMap { terms[$0].indices }
        let elsewhere = Set(output + others)
        var extents: [Index: Int] = [:]
        for term in [terms[a], terms[b]] {
          for (index, extent) in zip(term.indices, term.tensor.type.shape) where elsewhere.contains(index) {
            extents[index] = Swift.max(extents[index] ?? 0, extent)
          }
        }
        let size = extents.values.reduce(1.0) { $0 * Double($1) }
        if size < least { (best, least) = ((a, b), size) }
      }
    }
    return best
  }

  /// The term with one axis for an index that it has twice.
  private func diagonal(_ term: Term) -> Term {
    var term = term
    while let position = term.indices.indices.last(where: { term.indices[..<$0].contains(term.indices[$0]) }),
      let first = term.indices.firstIndex(of: term.indices[position])
    {
      let index = term.indices[position]
      term.tensor = term.tensor.diagonal(axis1: first, axis2: position)
      term.indices.remove(at: position)
      term.indices.remove(at: first)
      term.indices.append(index)
    }
    return term
  }

  private func summed(_ term: Term, keeping indices: Set<Index>) -> Term {
    let axes = term.indices.indices.filter { !indices.contains(term.indices[$0]) }
    if axes.isEmpty { return term }
    // A sum of booleans is one, as a product of boolean matrices is: whether any is true.
    let sum: Tensor =
      term.tensor.dtype == .bool
      ? bind(ReduceOr(axes: axes), term.tensor) : bind(ReduceSum(axes: axes), term.tensor)
    return Term(
      tensor: sum, indices: term.indices.filter { indices.contains($0) })
  }

  /// The term without axes of extent 1 that the other has with more elements.
  private func unbroadcast(_ term: Term, _ other: Term) -> Term {
    let axes = term.indices.indices.filter { axis in
      guard term.tensor.type.shape[axis] == 1, let match = other.indices.firstIndex(of: term.indices[axis])
      else { return false }
      return other.tensor.type.shape[match] != 1
    }
    if axes.isEmpty { return term }
    return Term(
      tensor: term.tensor.squeeze(axis: axes),
      indices: term.indices.enumerated().filter { !axes.contains($0.offset) }.map(\.element))
  }

  private func product(
    _ first: Term, _ second: Term, _ elsewhere: Set<Index>, _ precision: Precision, _ resultDType: DType?
  ) -> Term {
    var (a, b) = (unbroadcast(first, second), unbroadcast(second, first))
    a = summed(a, keeping: elsewhere.union(b.indices))
    b = summed(b, keeping: elsewhere.union(a.indices))
    let shared = a.indices.filter { b.indices.contains($0) }
    let batch = shared.filter { elsewhere.contains($0) }
    let contracted = shared.filter { !elsewhere.contains($0) }
    func positions(_ indices: [Index], _ term: Term) -> [Int] {
      indices.compactMap { term.indices.firstIndex(of: $0) }
    }
    let dot = DotGeneral(
      contracting: .init(a: positions(contracted, a), b: positions(contracted, b)),
      batching: .init(a: positions(batch, a), b: positions(batch, b)), precision: precision,
      resultDType: resultDType)
    // A later product takes the wider result of this one with an operand that is still narrow.
    let pair =
      a.tensor.dtype == b.tensor.dtype ? [a.tensor, b.tensor] : Promotion.promoted([a.tensor, b.tensor])
    let free = { (term: Term) in term.indices.filter { !shared.contains($0) } }
    return Term(tensor: bind(dot, pair)[0], indices: batch + free(a) + free(b))
  }
}
