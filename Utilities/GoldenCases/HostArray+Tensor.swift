public import Blox
import Checkpoints

extension HostArray {
  /// The values of a tensor; waits for them, and throws the error that the tensor carries.
  public init(_ tensor: Tensor) throws {
    let bytes = try tensor.bytes()
    try self.init(
      dtype: SafetensorsDType(tensor.dtype), shape: tensor.shape.dimensions, bytes: bytes)
  }
}

extension Tensor {
  /// A tensor of these values.
  public init(_ array: HostArray) throws(GoldenError) {
    guard let dtype = array.dtype.dtype else {
      throw GoldenError("there are no tensors of \(array.dtype.rawValue)")
    }
    self.init(bytes: array.bytes, shape: Shape(array.shape), dtype: dtype)
  }
}

extension JSONValue {
  /// The dtype that a manifest names.
  public func dtype(_ keys: String...) throws(GoldenError) -> DType {
    let name = try keys.reduce(self) { $0[$1] }.string()
    guard let dtype = DType(rawValue: name) else { throw GoldenError("the dtype \(name) is not known") }
    return dtype
  }

  /// The shape at the keys.
  public func shape(_ keys: String...) throws(GoldenError) -> Shape {
    Shape(try keys.reduce(self) { $0[$1] }.ints())
  }
}
