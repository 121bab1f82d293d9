// Swift's tuples cannot conform to protocols; these carry the arguments and results of functions as one tree.

/// The arguments of a function as one tree that still knows where each argument's tensors are.
protocol ArgumentList: TensorTree {
  /// The arguments one by one.
  var parts: [any TensorTree] { get }
}

extension ArgumentList {
  /// The number of tensors in each argument.
  var leafCounts: [Int] { parts.map { $0.leaves.count } }

  func leafName(_ index: Int) -> String? { place(index)?.name }

  /// Which argument a tensor belongs to, and its name there.
  func place(_ index: Int) -> (argument: Int, name: String?)? {
    var start = 0
    for (argument, part) in parts.enumerated() {
      let count = part.leaves.count
      if index < start + count { return (argument, part.leafName(index - start)) }
      start += count
    }
    return nil
  }
}

struct TreeTuple1<A: TensorTree>: ArgumentList {
  var a: A
  init(_ a: A) { self.a = a }
  var parts: [any TensorTree] { [a] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { a.forEachLeaf(body) }
  func hasSameStructure(as other: Self) -> Bool { a.hasSameStructure(as: other.a) }
  func appendLeaves(to leaves: inout [Tensor]) { a.appendLeaves(to: &leaves) }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
  }
}

struct TreeTuple2<A: TensorTree, B: TensorTree>: ArgumentList {
  var a: A
  var b: B
  init(_ a: A, _ b: B) { (self.a, self.b) = (a, b) }
  init(_ values: (A, B)) { (a, b) = values }
  var values: (A, B) { (a, b) }
  var parts: [any TensorTree] { [a, b] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
  }
  func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b)
  }
  func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
  }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
  }
}

struct TreeTuple3<A: TensorTree, B: TensorTree, C: TensorTree>: ArgumentList {
  var a: A
  var b: B
  var c: C
  init(_ a: A, _ b: B, _ c: C) { (self.a, self.b, self.c) = (a, b, c) }
  init(_ values: (A, B, C)) { (a, b, c) = values }
  var values: (A, B, C) { (a, b, c) }
  var parts: [any TensorTree] { [a, b, c] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
  }
  func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
  }
  func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
  }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
  }
}

struct TreeTuple4<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>: ArgumentList {
  var a: A
  var b: B
  var c: C
  var d: D
  init(_ a: A, _ b: B, _ c: C, _ d: D) { (self.a, self.b, self.c, self.d) = (a, b, c, d) }
  init(_ values: (A, B, C, D)) { (a, b, c, d) = values }
  var values: (A, B, C, D) { (a, b, c, d) }
  var parts: [any TensorTree] { [a, b, c, d] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
    d.forEachLeaf(body)
  }
  func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
      && d.hasSameStructure(as: other.d)
  }
  func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
    d.appendLeaves(to: &leaves)
  }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
    d.readLeaves(&reader)
  }
}
