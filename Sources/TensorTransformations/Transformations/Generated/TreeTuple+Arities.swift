// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
import TensorPrimitives

package struct TreeTuple1<A: TensorTree>: ArgumentList {
  package var a: A
  init(_ a: A) {
    self.a = a
  }
  package var parts: [any TensorTree] { [a] }

  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
  }
  package func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a)
  }
  package func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
  }
  package func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
  }
  package mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
  }
}

package struct TreeTuple2<A: TensorTree, B: TensorTree>: ArgumentList {
  package var a: A, b: B
  init(_ a: A, _ b: B) {
    self.a = a
    self.b = b
  }
  init(_ values: (A, B)) { (a, b) = values }
  package var values: (A, B) { (a, b) }
  package var parts: [any TensorTree] { [a, b] }

  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
  }
  package func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b)
  }
  package func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
  }
  package func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
  }
  package mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
  }
}

package struct TreeTuple3<A: TensorTree, B: TensorTree, C: TensorTree>: ArgumentList {
  package var a: A, b: B, c: C
  init(_ a: A, _ b: B, _ c: C) {
    self.a = a
    self.b = b
    self.c = c
  }
  init(_ values: (A, B, C)) { (a, b, c) = values }
  package var values: (A, B, C) { (a, b, c) }
  package var parts: [any TensorTree] { [a, b, c] }

  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
  }
  package func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
  }
  package func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
  }
  package func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
  }
  package mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
  }
}

package struct TreeTuple4<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree>: ArgumentList {
  package var a: A, b: B, c: C, d: D
  init(_ a: A, _ b: B, _ c: C, _ d: D) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }
  init(_ values: (A, B, C, D)) { (a, b, c, d) = values }
  package var values: (A, B, C, D) { (a, b, c, d) }
  package var parts: [any TensorTree] { [a, b, c, d] }

  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
    d.forEachLeaf(body)
  }
  package func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
      && d.hasSameStructure(as: other.d)
  }
  package func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
    d.hashStructure(into: &hasher)
  }
  package func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
    d.appendLeaves(to: &leaves)
  }
  package mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
    d.readLeaves(&reader)
  }
}

package struct TreeTuple5<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, E: TensorTree>: ArgumentList {
  package var a: A, b: B, c: C, d: D, e: E
  init(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
  }
  init(_ values: (A, B, C, D, E)) { (a, b, c, d, e) = values }
  package var values: (A, B, C, D, E) { (a, b, c, d, e) }
  package var parts: [any TensorTree] { [a, b, c, d, e] }

  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
    d.forEachLeaf(body)
    e.forEachLeaf(body)
  }
  package func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
      && d.hasSameStructure(as: other.d) && e.hasSameStructure(as: other.e)
  }
  package func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
    d.hashStructure(into: &hasher)
    e.hashStructure(into: &hasher)
  }
  package func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
    d.appendLeaves(to: &leaves)
    e.appendLeaves(to: &leaves)
  }
  package mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
    d.readLeaves(&reader)
    e.readLeaves(&reader)
  }
}

package struct TreeTuple6<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>:
  ArgumentList
{
  package var a: A, b: B, c: C, d: D, e: E, f: F
  init(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }
  init(_ values: (A, B, C, D, E, F)) { (a, b, c, d, e, f) = values }
  package var values: (A, B, C, D, E, F) { (a, b, c, d, e, f) }
  package var parts: [any TensorTree] { [a, b, c, d, e, f] }

  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    a.forEachLeaf(body)
    b.forEachLeaf(body)
    c.forEachLeaf(body)
    d.forEachLeaf(body)
    e.forEachLeaf(body)
    f.forEachLeaf(body)
  }
  package func hasSameStructure(as other: Self) -> Bool {
    a.hasSameStructure(as: other.a) && b.hasSameStructure(as: other.b) && c.hasSameStructure(as: other.c)
      && d.hasSameStructure(as: other.d) && e.hasSameStructure(as: other.e) && f.hasSameStructure(as: other.f)
  }
  package func hashStructure(into hasher: inout Hasher) {
    a.hashStructure(into: &hasher)
    b.hashStructure(into: &hasher)
    c.hashStructure(into: &hasher)
    d.hashStructure(into: &hasher)
    e.hashStructure(into: &hasher)
    f.hashStructure(into: &hasher)
  }
  package func appendLeaves(to leaves: inout [Tensor]) {
    a.appendLeaves(to: &leaves)
    b.appendLeaves(to: &leaves)
    c.appendLeaves(to: &leaves)
    d.appendLeaves(to: &leaves)
    e.appendLeaves(to: &leaves)
    f.appendLeaves(to: &leaves)
  }
  package mutating func readLeaves(_ reader: inout LeafReader) {
    a.readLeaves(&reader)
    b.readLeaves(&reader)
    c.readLeaves(&reader)
    d.readLeaves(&reader)
    e.readLeaves(&reader)
    f.readLeaves(&reader)
  }
}
