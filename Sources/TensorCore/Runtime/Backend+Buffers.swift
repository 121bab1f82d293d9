package import PJRT

extension Backend {
  /// The memory of a tensor that has a value.
  package func buffer(of tensor: Tensor, operation: String) throws -> Buffer {
    switch tensor.storage {
    case .array(let buffer, _): return buffer
    case .host(let array, let type): return try array.buffer(type, on: self)
    case .scalar(let scalar): return try buffer(scalar)
    case .sharded(let array):
      throw TensorError(
        operation, operands: [tensor],
        problem: "a tensor on several devices, \(array.sharding), met a program for one",
        expected: "a program that was compiled for it; please report this as a bug")
    case .failed(let error): throw error
    case .abstract: throw TensorError.abstract(tensor, operation: operation)
    case .tracer(let tracer): throw TensorError.escaped(tracer, operation: operation)
    }
  }
}
