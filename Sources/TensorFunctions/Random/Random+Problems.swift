package import TensorCore
package import TensorPrimitives
import TensorTransformations

extension Random {
  /// The failed tensor for a key, shape or dtype that a function does not accept; nil if they are fine.
  package static func problem(
    _ operation: String, _ key: Tensor, _ shape: Shape = [], _ dtype: DType? = nil,
    in domain: Domain = .floating
  ) -> Tensor? {
    if key.isFailed { return key }
    guard key.dtype == .uint32, key.type.shape == [2] else {
      let isBatch = key.dtype == .uint32 && key.ndim > 1 && key.type.shape[-1] == 2
      return notAKey(
        operation, key,
        expected: "one key, a uint32 tensor of shape [2]"
          + (isBatch ? "; for an array of keys map over them with vmap" : ""))
    }
    if let extent = shape.first(where: { $0 < 0 }) {
      return failure(
        operation, problem: "the shape \(shape) has an extent of \(extent)", expected: "extents of 0 or more")
    }
    do throws(TypeRuleError) {
      try MemoryLimit.check(TensorType(shape, dtype ?? .uint32))
    } catch {
      return failure(operation, problem: error.problem, expected: error.expected)
    }
    if let dtype, !domain.contains(dtype) {
      return failure(operation, problem: "the dtype \(dtype) is not accepted", expected: domain.words)
    }
    return nil
  }

  /// The failed tensor for something that is not one integer.
  static func scalarProblem(_ operation: String, _ number: Tensor, name: String) -> Tensor? {
    if number.isFailed { return number }
    if number.ndim != 0 {
      return failure(
        operation, [number], problem: "the \(name) has shape \(number.type.shape)",
        expected: "a scalar; for several of them use vmap")
    }
    if number.dtype.kind > .integer {
      return failure(
        operation, [number], problem: "the \(name) has dtype \(number.dtype)", expected: "an integer")
    }
    return nil
  }

  /// The failed tensor for parameters whose shapes do not broadcast to that of the result.
  static func parameterProblem(_ operation: String, _ parameters: [Tensor], _ shape: Shape) -> Tensor? {
    if let failed = parameters.first(where: \.isFailed) { return failed }
    let common = Promotion.broadcastShape(parameters.map(\.type.shape) + [shape])
    if common == shape { return nil }
    let found = common.map { "broadcast to \($0)" } ?? "cannot be broadcast together"
    return failure(
      operation, parameters, problem: "the shapes of the parameters and the shape \(shape) \(found)",
      expected: "parameters that can be broadcast to the shape \(shape)")
  }

  static func notAKey(_ operation: String, _ key: Tensor, expected: String) -> Tensor {
    failure(
      operation, [key], problem: "a tensor of dtype \(key.dtype) and shape \(key.type.shape) is not a key",
      expected: expected)
  }

  package static func failure(
    _ operation: String, _ operands: [Tensor] = [], problem: String, expected: String
  ) -> Tensor {
    Tensor.failed(TensorError(operation, operands: operands, problem: problem, expected: expected))
  }
}
