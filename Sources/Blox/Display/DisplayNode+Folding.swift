extension DisplayNode {
  /// The tree in which blocks beside each other that differ by a number in their name alone are shown once.
  var folded: DisplayNode {
    var result = self
    var rows: [[DisplayNode]] = []
    for child in children.map(\.folded) {
      if let last = rows.last?.last, last.isFollowed(by: child) {
        rows[rows.count - 1].append(child)
      } else {
        rows.append([child])
      }
    }
    result.children = rows.flatMap { row in row.count < 3 ? row : [DisplayNode.standing(for: row)] }
    return result
  }

  /// The tree without what is more than the given number of levels below its root.
  func cut(below depth: Int?) -> DisplayNode {
    guard let depth else { return self }
    var result = self
    if depth <= 0, !children.isEmpty {
      result.children = []
      result.line.append(Piece(" …"))
    } else {
      result.children = children.map { $0.cut(below: depth - 1) }
    }
    return result
  }

  /// Whether another block is this one with the next number.
  private func isFollowed(by other: DisplayNode) -> Bool {
    guard let (own, next) = zipped(numbered, other.numbered), own.prefix == next.prefix,
      next.number == own.number + 1
    else { return false }
    return signature == other.signature
  }

  private func zipped<T>(_ a: T?, _ b: T?) -> (T, T)? {
    if let a, let b { (a, b) } else { nil }
  }

  /// The name of a module, `block_12`, as what comes before its number and the number.
  private var numbered: (prefix: String, number: Int)? {
    guard graph != nil, let name = line.first?.text else { return nil }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let number = Int(String(digits.reversed())) else { return nil }
    return (String(name.dropLast(digits.count)), number)
  }

  /// Everything that is shown but the name of the block itself and the values of parameters.
  private var signature: [String] {
    let own = graph?.pathText ?? ""
    func lines(_ node: DisplayNode, isRoot: Bool) -> [String] {
      let pieces = isRoot ? node.line.dropFirst() : node.line[...]
      let text = pieces.filter { $0.style != .value }.map(\.text).joined()
      return [text.replacing(own + "/", with: "…/")] + node.children.flatMap { lines($0, isRoot: false) }
    }
    return lines(self, isRoot: true)
  }

  /// One block that stands for all of a row; the values of its parameters are left out.
  private static func standing(for row: [DisplayNode]) -> DisplayNode {
    func withoutValues(_ node: DisplayNode) -> DisplayNode {
      var result = node
      result.line.removeAll { $0.style == .value }
      result.children = node.children.map(withoutValues)
      return result
    }
    var result = withoutValues(row[0])
    let last = row[row.count - 1].line.first?.text ?? ""
    result.line.insert(contentsOf: [Piece(" … "), Piece(last, .name)], at: 1)
    if let size = result.line.firstIndex(where: { $0.style == .size }) {
      result.line[size].text += " each, \(row.count) times"
    } else {
      result.line.append(Piece("  # \(row.count) times", .size))
    }
    return result
  }
}
