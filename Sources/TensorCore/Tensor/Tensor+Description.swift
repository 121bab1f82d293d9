extension Tensor: CustomStringConvertible, CustomDebugStringConvertible {
  /// The values as NumPy prints them; what it is, where there are none.
  ///
  /// Tensors of more than 1000 elements show the first and last three of every axis.
  public var description: String {
    switch storage {
    case .failed(let error): return "failed tensor: \(error)"
    case .tracer(let tracer): return "traced \(tracer.type) of \(tracer.trace.label)"
    case .abstract(let type): return "abstract \(type)"
    case .scalar(let scalar): return TensorPrinter.text(scalar)
    case .array, .host, .sharded:
      do {
        return TensorPrinter(elements: Tensor.literals(try bytes(), type.dtype), shape: type.shape).text
      } catch {
        return "\(type), whose values cannot be read: \(error)"
      }
    }
  }

  /// The type, then the values.
  public var debugDescription: String {
    switch storage {
    case .array(_, let type), .host(_, let type): return "\(type)\n\(description)"
    case .sharded(let array): return "\(array.type), \(array.sharding)\n\(description)"
    default: return description
    }
  }
}
