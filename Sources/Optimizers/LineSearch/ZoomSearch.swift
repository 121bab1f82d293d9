import Tensors

/// A step size with the loss there and its slope.
struct LinePoint: TensorTree {
  var stepsize: Tensor
  var value: Tensor
  var slope: Tensor

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&stepsize)
    body(&value)
    body(&slope)
  }
}

/// What a zoom line search has found so far.
struct ZoomSearch: TensorTree {
  var count: Tensor
  var current: LinePoint
  var gradients: [Tensor]
  var decreaseError: Tensor
  var curvatureError: Tensor
  var intervalFound: Tensor
  var done: Tensor
  var failed: Tensor
  var low: LinePoint
  var high: LinePoint
  /// A third point for a cubic through all.
  var reference: LinePoint
  /// The best point where the loss falls enough.
  var safe: LinePoint
  var safeGradients: [Tensor]

  init(at start: LinePoint, gradients: [Tensor]) {
    let never = Tensor.full([], false, dtype: .bool)
    count = Tensor(Int32(0))
    current = start
    self.gradients = gradients
    decreaseError = Tensor(Float.infinity)
    curvatureError = Tensor(Float.infinity)
    (intervalFound, done, failed) = (never, never, never)
    (low, high, reference, safe) = (start, start, start, start)
    safeGradients = gradients
  }

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&count)
    current.forEachLeaf(body)
    gradients.forEachLeaf(body)
    body(&decreaseError)
    body(&curvatureError)
    body(&intervalFound)
    body(&done)
    body(&failed)
    low.forEachLeaf(body)
    high.forEachLeaf(body)
    reference.forEachLeaf(body)
    safe.forEachLeaf(body)
    safeGradients.forEachLeaf(body)
  }
}
