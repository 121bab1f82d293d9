import Tensors

/// What a backtracking line search has found so far.
struct BacktrackingSearch: TensorTree {
  var learningRate: Tensor
  var value: Tensor
  var decreaseError: Tensor
  var stepCount: Tensor

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&learningRate)
    body(&value)
    body(&decreaseError)
    body(&stepCount)
  }
}
