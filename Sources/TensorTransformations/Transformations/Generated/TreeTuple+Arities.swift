// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
import TensorPrimitives

struct TreeTuple1<A: TensorTree>: ArgumentList {
  var a: A
  init(_ a: A) {
    self.a = a
  }
  var parts: [any TensorTree] { [a] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
  }
  func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a)
  }
  func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
  }
  func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
  }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
  }
}

struct TreeTuple2<A: TensorTree, B: TensorTree>: ArgumentList {
  var a: A, b: B
  init(_ a: A, _ b: B) {
    self.a = a
    self.b = b
  }
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
  func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
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
  var a: A, b: B, c: C
  init(_ a: A, _ b: B, _ c: C) {
    self.a = a
    self.b = b
    self.c = c
  }
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
  func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
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
  var a: A, b: B, c: C, d: D
  init(_ a: A, _ b: B, _ c: C, _ d: D) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }
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
  func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
    d.hashStructure(into: &hasher)
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

struct TreeTuple5<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, E: TensorTree>: ArgumentList {
  var a: A, b: B, c: C, d: D, e: E
  init(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
  }
  init(_ values: (A, B, C, D, E)) { (a, b, c, d, e) = values }
  var values: (A, B, C, D, E) { (a, b, c, d, e) }
  var parts: [any TensorTree] { [a, b, c, d, e] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
    d.forEachLeaf(body)
    e.forEachLeaf(body)
  }
  func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
      && d.hasSameStructure(as: other.d) && e.hasSameStructure(as: other.e)
  }
  func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
    d.hashStructure(into: &hasher)
    e.hashStructure(into: &hasher)
  }
  func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
    d.appendLeaves(to: &leaves)
    e.appendLeaves(to: &leaves)
  }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
    d.readLeaves(&reader)
    e.readLeaves(&reader)
  }
}

struct TreeTuple6<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>:
  ArgumentList
{
  var a: A, b: B, c: C, d: D, e: E, f: F
  init(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }
  init(_ values: (A, B, C, D, E, F)) { (a, b, c, d, e, f) = values }
  var values: (A, B, C, D, E, F) { (a, b, c, d, e, f) }
  var parts: [any TensorTree] { [a, b, c, d, e, f] }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
    d.forEachLeaf(body)
    e.forEachLeaf(body)
    f.forEachLeaf(body)
  }
  func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
      && d.hasSameStructure(as: other.d) && e.hasSameStructure(as: other.e) && f.hasSameStructure(as: other.f)
  }
  func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
    d.hashStructure(into: &hasher)
    e.hashStructure(into: &hasher)
    f.hashStructure(into: &hasher)
  }
  func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
    d.appendLeaves(to: &leaves)
    e.appendLeaves(to: &leaves)
    f.appendLeaves(to: &leaves)
  }
  mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
    d.readLeaves(&reader)
    e.readLeaves(&reader)
    f.readLeaves(&reader)
  }
}
