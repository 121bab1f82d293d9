import Blox
public import Tensors

extension SafetensorsFile {
  /// A tensor of the file, on the default device.
  ///
  ///     let weights = try SafetensorsFile(contentsOf: url).tensor("wte.weight")
  ///
  /// - Throws: `SafetensorsError` if there is no such tensor, or the file cannot be read; `ModelError` for an element type
  ///   that tensors do not have.
  public func tensor(_ name: String) throws -> Tensor {
    guard let tensor = self[name] else {
      throw SafetensorsError(.noSuchTensor(name: name, available: tensors.map(\.name)), path: path)
    }
    guard let dtype = tensor.dtype.dtype else {
      throw ModelError(
        "SafetensorsFile.tensor", problem: "'\(name)' has the element type \(tensor.dtype.rawValue)",
        expected: "one of " + DType.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return Tensor(bytes: try bytes(of: name), shape: Shape(tensor.shape), dtype: dtype)
  }
}
