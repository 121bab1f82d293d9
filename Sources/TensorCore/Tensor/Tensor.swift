package import PJRT

/// An n-dimensional array of one dtype: a value, which nothing changes in place.
///
/// Inside a transformation a tensor may stand for a value that is not computed yet; the same operations apply.
/// An operation that cannot be done gives a tensor that carries a `TensorError`, thrown where values are read.
public struct Tensor: Sendable {
  package indirect enum Storage: Sendable {
    /// Values in a device's memory.
    case array(Buffer, TensorType)
    /// A few values in the memory of the process.
    case host(HostArray, TensorType)
    /// Values on several devices.
    case sharded(ShardedArray)
    /// One element on the host, from a Swift literal or scalar.
    case scalar(ScalarLiteral)
    /// A value that a transformation follows.
    case tracer(Tracer)
    /// A type without values, from `evalShape`.
    case abstract(TensorType)
    /// No value, and the reason.
    case failed(TensorError)
  }

  package let storage: Storage
  /// The parameter this is, or that took part in it; for error texts only.
  package var origin: Origin?

  package init(_ storage: Storage, origin: Origin? = nil) {
    self.storage = storage
    self.origin = origin
  }

  package init(_ buffer: Buffer, _ type: TensorType) { self.init(.array(buffer, type)) }
  package init(_ array: ShardedArray) { self.init(.sharded(array)) }
  package init(_ scalar: ScalarLiteral) { self.init(.scalar(scalar)) }
  package init(_ tracer: Tracer) { self.init(.tracer(tracer)) }

  /// A tensor without values that carries `error`. A function being traced throws it where an operation takes the tensor
  /// or the function returns it.
  public init(failure error: TensorError) { self.init(.failed(error)) }

  /// The same value, marked as coming from a parameter for error texts.
  public func with(origin: Origin) -> Tensor { Tensor(storage, origin: origin) }

  /// The error that this tensor carries, if the computation of it failed.
  public var error: TensorError? {
    if case .failed(let error) = storage { return error }
    return nil
  }

  /// Shape, dtype and weakness. A failed tensor answers float32 and a shape of eight ones, so that model code which reads
  /// extents runs on to the place where the error is thrown.
  public var type: TensorType {
    switch storage {
    case .array(_, let type), .host(_, let type): type
    case .sharded(let array): array.type
    case .scalar(let scalar): scalar.type
    case .tracer(let tracer): tracer.type
    case .abstract(let type): type
    case .failed: Tensor.failedType
    }
  }

  private static let failedType = TensorType(Shape([Int](repeating: 1, count: 8)), .float32)

  /// The extent of each axis; of a failed tensor, ones.
  public var shape: Shape {
    if case .failed(let error) = storage { FailedShapeReads.note(error) }
    return type.shape
  }
  /// The element type.
  public var dtype: DType { type.dtype }
  /// The number of axes.
  public var ndim: Int { type.shape.count }
  /// The number of elements.
  public var size: Int { type.shape.size }

  package var isFailed: Bool {
    if case .failed = storage { return true }
    return false
  }

  /// Whether the tensor is a type without a value, from `evalShape`.
  package var isAbstract: Bool {
    if case .abstract = storage { return true }
    return false
  }

  package var isSharded: Bool {
    if case .sharded = storage { return true }
    return false
  }

  /// The value of a host scalar, where this is one.
  package var literal: ScalarLiteral? {
    if case .scalar(let scalar) = storage { return scalar }
    return nil
  }

  /// Whether the tensor holds values rather than standing for some.
  package var hasValue: Bool {
    switch storage {
    case .array, .host, .sharded, .scalar: true
    case .tracer, .abstract, .failed: false
    }
  }
}

extension Tensor: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(floatLiteral value: Double) { self.init(ScalarLiteral(value, .float32, isWeak: true)) }
  public init(integerLiteral value: Int) {
    guard Int32(exactly: value) != nil else {
      self.init(failure: .unrepresentable(value))
      return
    }
    self.init(ScalarLiteral(value, .int32, isWeak: true))
  }
  public init(booleanLiteral value: Bool) { self.init(ScalarLiteral(value ? 1 : 0, .bool, isWeak: true)) }
}
