public import Tensors

/// Sums and counts of which a figure is made, such as accuracy: a tree of tensors that goes through `jit`, is merged over
/// batches, lanes and processes, and is right for a last batch that is smaller.
///
///     var accuracy = Accuracy()
///     for batch in batches { accuracy = try step(params, accuracy, batch) }   // accuracy.adding(logits, labels)
///     print(try accuracy.value.item(Float.self))
public protocol Metric: TensorTree, Sendable {
  /// The figure of all that was added; NaN if that was nothing.
  var value: Tensor { get }
  /// The metric of what this one and another have seen.
  ///
  /// Metrics of different shapes, such as confusion matrices of 3 and 4 classes, give one that carries the error.
  func merging(_ other: Self) -> Self
  /// The metric of what all lanes of a named axis, devices or processes have seen, as `psum` adds up.
  func merged(over axis: any AxisNameList) -> Self
}

extension Metric {
  public func merging(_ other: Self) -> Self { summed(with: other) }

  public func merged(over axis: any AxisNameList) -> Self { psum(self, axis) }

  /// Both metrics' tensors added up.
  func summed(with other: Self) -> Self {
    let shapes = (leaves.map(\.shape), other.leaves.map(\.shape))
    guard hasSameStructure(as: other), shapes.0 == shapes.1 else {
      let failure = Tensor(
        failure: TensorError(
          operation: "\(Self.self).merging",
          problem: "the metrics have tensors of the shapes \(shapes.0) and \(shapes.1)",
          expected: "metrics that were made alike", module: nil))
      return map(self) { _ in failure }
    }
    return map(self, other) { $0 + $1 }
  }
}

/// Weights of the elements that count: of a mask or weights of the shape, or of one that broadcasts; 1 for all without.
func weights(_ mask: Tensor?, _ shape: Shape, dtype: DType = .float32) -> Tensor {
  guard let mask else { return .ones(shape, dtype: dtype) }
  return broadcastTo(mask.astype(dtype), shape)
}

/// A quotient that is 0 where it divides by 0, as scikit-learn's `zero_division=0`.
func quotient(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (numerator, divisor) = (a.astype(.float32), b.astype(.float32))
  let isZero = divisor .== 0
  return select(isZero, 0, numerator / select(isZero, 1, divisor))
}
