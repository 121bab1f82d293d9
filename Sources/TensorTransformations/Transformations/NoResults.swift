package import TensorCore

/// The results of a function that has none, or the arguments of one that takes none.
package struct NoResults: ArgumentList {
  package var parts: [any TensorTree] { [] }
  package mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {}
}
