import Blox
import Foundation

extension Params {
  /// Writes all parameters to a safetensors file, each under its path joined with slashes.
  ///
  /// The file appears whole or not at all; one that was there is replaced. Flags, metadata and the lock are not
  /// written: they belong to the model, which gives them again when it is initialized.
  ///
  /// - Throws: the error that a parameter carries, `PJRTError` if a value cannot be read, `SafetensorsError` if the file
  ///   cannot be written.
  public func save(to url: URL, metadata: [String: String] = [:]) throws {
    let items = items.map { (name: $0.path.joined(separator: "/"), value: $0.param.value) }
    for item in items { if let error = item.value.error { throw error } }
    let values = Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let tensors = items.map { name, value in
      SafetensorsTensor(name: name, dtype: SafetensorsDType(value.dtype), shape: value.shape.dimensions)
    }
    try SafetensorsFile.write(tensors, metadata: metadata, to: url) { tensor in
      Data(try values[tensor.name]?.bytes() ?? [])
    }
  }

  /// These parameters with the values of a safetensors file, which must hold exactly these paths.
  ///
  /// Initialize the model first: that gives the paths, flags and shapes that the values are checked against.
  ///
  /// - Throws: `SafetensorsError` if the file is damaged, `ModelError` if a path is missing on either side or a value has
  ///   another shape or dtype.
  public func loading(from url: URL) throws -> Params {
    let file = try SafetensorsFile(contentsOf: url)
    let names = Dictionary(
      paths.map { ($0.joined(separator: "/"), $0) }, uniquingKeysWith: { first, _ in first })
    if let missing = names.keys.sorted().first(where: { file[$0] == nil }) {
      throw ModelError(
        "Params.loading", problem: "the file '\(url.path)' has no parameter '\(missing)'",
        expected: "a file of the same model; this one has \(file.tensors.count) tensors, the params \(count)")
    }
    var values: [[String]: Tensor] = [:]
    for tensor in file.tensors {
      guard let dtype = tensor.dtype.dtype else {
        throw ModelError(
          "Params.loading", problem: "'\(tensor.name)' has the element type \(tensor.dtype.rawValue)",
          expected: "one of " + DType.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let path = names[tensor.name] ?? tensor.name.split(separator: "/").map(String.init)
      values[path] = Tensor(bytes: try file.bytes(of: tensor.name), shape: Shape(tensor.shape), dtype: dtype)
    }
    return try replacingValues(values)
  }
}
