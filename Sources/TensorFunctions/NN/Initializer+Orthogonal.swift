import TensorCore
import TensorPrimitives
import TensorTransformations

extension Initializer {
  /// Matrices with orthonormal columns, or rows where there are fewer (`jax.nn.initializers.orthogonal`).
  ///
  /// A shape of more than two axes is a matrix whose columns are along `columnAxis` and whose rows are all others.
  /// A call fails if the shape has fewer than two axes, the column axis is out of range, the key is none, or the
  /// dtype is not a float.
  public static func orthogonal(_ scale: Double = 1, columnAxis: Int = -1) -> Initializer {
    Initializer("orthogonal(\(scale), columnAxis: \(columnAxis))") { key, shape, dtype in
      orthogonal("Initializer.orthogonal", key, shape, dtype, scale, columnAxis)
    }
  }

  /// Convolution kernels that are an orthonormal matrix at the center and zero elsewhere
  /// (`jax.nn.initializers.delta_orthogonal`).
  ///
  /// Shapes `[…window, inputs, outputs]` with one to three window axes and no more inputs than outputs.
  /// A call fails for other shapes, if the column axis is out of range, the key is none, or the dtype is not a float.
  public static func deltaOrthogonal(_ scale: Double = 1, columnAxis: Int = -1) -> Initializer {
    Initializer("deltaOrthogonal(\(scale), columnAxis: \(columnAxis))") { key, shape, dtype in
      let operation = "Initializer.deltaOrthogonal"
      guard (3...5).contains(shape.count) else {
        return Random.failure(
          operation, problem: "the shape \(shape) has \(shape.count) axes",
          expected: "a shape of 3, 4 or 5 axes")
      }
      guard shape[-1] >= shape[-2] else {
        return Random.failure(
          operation, problem: "the shape \(shape) has more inputs, \(shape[-2]), than outputs, \(shape[-1])",
          expected: "no more inputs than outputs")
      }
      if let error = Random.problem(operation, key, shape, dtype) { return error }
      return fused(operation, key, operation, shape, dtype, scale, columnAxis) {
        key, operation, shape, dtype, scale, columnAxis in
        let matrix = orthogonal(operation, key, Shape(Array(shape.suffix(2))), dtype, scale, columnAxis)
        let window = Array(shape.dropLast(2))
        let centered = matrix.reshape(Shape(window.map { _ in 1 } + shape.suffix(2)))
        let low = window.map { ($0 - 1) / 2 }
        let high = zip(window, low).map { $0 - 1 - $1 }
        let pad = Pad(low: low + [0, 0], high: high + [0, 0], interior: shape.map { _ in 0 })
        return bind(pad, centered, Tensor(ScalarLiteral(0, dtype)))
      }
    }
  }

  private static func orthogonal(
    _ operation: String, _ key: Tensor, _ shape: Shape, _ dtype: DType, _ scale: Double, _ columnAxis: Int
  ) -> Tensor {
    if let error = Random.problem(operation, key, shape, dtype) { return error }
    guard shape.count >= 2 else {
      return Random.failure(
        operation, problem: "the shape \(shape) is not a matrix", expected: "a shape of 2 or more axes")
    }
    let axis = columnAxis.counted(in: shape.count)
    guard shape.indices.contains(axis) else {
      return Random.failure(
        operation, problem: "the column axis \(columnAxis) is out of range for the shape \(shape)",
        expected: "an axis from \(-shape.count) to \(shape.count - 1)")
    }
    if shape.size == 0 { return Tensor.zeros(shape, dtype: dtype) }
    return fused(operation, key, shape, dtype, scale, axis) { key, shape, dtype, scale, axis in
      var others = shape.dimensions
      let columns = others.remove(at: axis)
      let matrix = Random.orthogonal(key, shape.size / columns, dtype: dtype, m: columns)
      let weights = moveaxis(matrix.reshape(Shape(others + [columns])), -1, axis)
      return Tensor(ScalarLiteral(scale, dtype)) * weights
    }
  }
}
