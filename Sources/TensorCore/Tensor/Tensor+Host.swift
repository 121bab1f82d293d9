public import Foundation
import PJRT

extension Tensor {
  /// A tensor with a copy of `bytes`, row-major and little-endian.
  ///
  /// The number of bytes must be that of the type; otherwise the tensor carries the error.
  public init(bytes: some ContiguousBytes, shape: Shape, dtype: DType) {
    self.init(bytes: bytes, TensorType(shape, dtype), operation: "Tensor")
  }

  package init(bytes: some ContiguousBytes, _ type: TensorType, operation: String) {
    let expected = type.shape.size *| type.dtype.byteWidth
    self = bytes.withUnsafeBytes { raw in
      do throws(TypeRuleError) {
        if let wrong = type.shape.dimensions.first(where: { $0 < 0 }) {
          throw TypeRuleError(
            "the shape \(type.shape) has the extent \(wrong)", expected: "extents of at least 0")
        }
        guard raw.count == expected else {
          throw TypeRuleError(
            "\(raw.count) bytes were given for \(type)",
            expected: expected == .max
              ? "a shape of as many elements: this one has more than 2^63 bytes"
              : "\(expected) bytes: \(type.shape.size) elements of \(type.dtype.byteWidth) bytes")
        }
        try MemoryLimit.check(type)
      } catch {
        return Tensor.failed(TensorError(operation, problem: error.problem, expected: error.expected))
      }
      if raw.count <= HostArray.byteLimit { return Tensor(.host(HostArray(Array(raw)), type)) }
      do {
        return Tensor(try Backend.default.buffer(raw, type), type)
      } catch {
        return Tensor.failed(TensorError(error, operation: operation))
      }
    }
  }

  /// A tensor of the elements given, row-major.
  ///
  /// - Parameters:
  ///   - elements: the elements, the last axis varying fastest.
  ///   - shape: `[elements.count]` when nil; a shape of another size gives a tensor that carries the error.
  public init<S: TensorScalar>(_ elements: [S], shape: Shape? = nil) {
    let shape = shape ?? [elements.count]
    guard shape.size == elements.count else {
      self.init(
        failure: TensorError(
          "Tensor", problem: "\(elements.count) elements were given for the shape \(shape)",
          expected: "\(shape.size) elements, or a shape of \(elements.count)"))
      return
    }
    if S.self == Int.self, let wrong = elements.unrepresentable {
      self.init(failure: .unrepresentable(wrong))
      return
    }
    self.init(bytes: Tensor.bytes(of: elements), TensorType(shape, S.dtype), operation: "Tensor")
  }

  /// A scalar.
  ///
  /// `Int`, `Double` and `Bool` give way to the dtype they meet, as Swift literals do; sized types do not.
  public init<S: TensorScalar>(_ value: S) {
    switch value {
    case let value as Double where S.isWeak: self.init(floatLiteral: value)
    case let value as Int where S.isWeak: self.init(integerLiteral: value)
    default: self.init(ScalarLiteral(dtype: S.dtype, isWeak: S.isWeak, bits: value.elementBits))
    }
  }

  private static func bytes<S: TensorScalar>(of elements: [S]) -> [UInt8] {
    let width = S.dtype.byteWidth
    if MemoryLayout<S>.stride == width && !(S.self == Bool.self) {
      return elements.withUnsafeBytes { Array($0) }
    }
    var bytes = [UInt8](repeating: 0, count: elements.count * width)
    for (index, element) in elements.enumerated() {
      var bits = element.elementBits
      for offset in 0..<width {
        bytes[index * width + offset] = UInt8(truncatingIfNeeded: bits)
        bits >>= 8
      }
    }
    return bytes
  }

  /// The elements' bytes, row-major and little-endian; waits for the computation.
  ///
  /// - Throws: the error that the tensor carries, `PJRTError` if the computation failed or the memory was donated.
  public func bytes() throws -> [UInt8] {
    switch storage {
    case .failed(let error): throw error
    case .abstract: throw TensorError.abstract(self, operation: "reading values")
    case .tracer(let tracer):
      guard let value = tracer.readableValue else {
        throw TensorError.escaped(tracer, operation: "reading values")
      }
      return try value.bytes()
    case .scalar(let scalar):
      return (0..<scalar.dtype.byteWidth).map { UInt8(truncatingIfNeeded: scalar.bits >> UInt64(8 * $0)) }
    case .host(let array, let type):
      if let bytes = array.bytes { return bytes }
      return try Tensor(array.buffer(type, on: .default), type).bytes()
    case .array(let buffer, let type):
      let count = type.shape.size * type.dtype.byteWidth
      var bytes = [UInt8](repeating: 0, count: count)
      try bytes.withUnsafeMutableBytes { try buffer.copyToHost(into: $0) }
      return bytes
    case .sharded(let array): return try array.bytes()
    }
  }

  /// The elements in row-major order, converted to `S` where the dtype is another one; waits for the computation.
  ///
  /// - Throws: the error that the tensor carries, `PJRTError` if the computation failed or the memory was donated.
  public func scalars<S: TensorScalar>(_: S.Type = S.self) throws -> [S] {
    let bytes = try bytes()
    let dtype = dtype
    if dtype == S.dtype && MemoryLayout<S>.stride == dtype.byteWidth && dtype != .bool {
      return bytes.withUnsafeBytes { raw in
        (0..<raw.count / dtype.byteWidth).map {
          raw.loadUnaligned(fromByteOffset: $0 * dtype.byteWidth, as: S.self)
        }
      }
    }
    return Tensor.literals(bytes, dtype).map { S($0) }
  }

  package static func literals(_ bytes: [UInt8], _ dtype: DType) -> [ScalarLiteral] {
    let width = dtype.byteWidth
    return stride(from: 0, to: bytes.count, by: width).map { start in
      var bits: UInt64 = 0
      for offset in (0..<width).reversed() { bits = bits << 8 | UInt64(bytes[start + offset]) }
      return ScalarLiteral(dtype: dtype, bits: bits)
    }
  }

  /// The value of a tensor of one element; waits for the computation.
  ///
  /// - Throws: a `TensorError` for any other number of elements; otherwise as `scalars()`.
  public func item<S: TensorScalar>(_: S.Type = S.self) throws -> S {
    if case .failed(let error) = storage { throw error }
    guard size == 1 else {
      throw TensorError(
        "item", operands: [self], problem: "the tensor has \(size) elements",
        expected: "a tensor of one element; `scalars()` reads them all")
    }
    if let scalar = literal { return S(scalar) }
    guard let value = try scalars(S.self).first else {
      throw TensorError(
        "item", operands: [self], problem: "no element was read", expected: "a tensor of one element")
    }
    return value
  }

  /// Waits until the value is computed.
  ///
  /// - Throws: the error that the tensor carries, `PJRTError` if the computation failed.
  public func blockUntilReady() throws {
    switch storage {
    case .failed(let error): throw error
    case .array(let buffer, _): try buffer.awaitReady()
    case .sharded(let array): try array.awaitReady()
    default: break
    }
  }
}
