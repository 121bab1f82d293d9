import Tensors

/// What an optimizer remembers between updates: step counts, and averages beside each parameter.
public struct OptimizerState: TensorTree, Sendable {
  /// Tensors of the transformation itself.
  var tensors: [Tensor]
  /// The states of the transformations that it chains.
  var parts: [OptimizerState]

  init(_ tensors: [Tensor] = [], parts: [OptimizerState] = []) {
    self.tensors = tensors
    self.parts = parts
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    tensors.forEachLeaf(body)
    parts.forEachLeaf(body)
  }

  public func hasSameStructure(as other: OptimizerState) -> Bool {
    tensors.hasSameStructure(as: other.tensors) && parts.hasSameStructure(as: other.parts)
  }
}
