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
    try SafetensorsFile.write(
      items.map { ($0.path.joined(separator: "/"), $0.param.value) }, metadata: metadata, to: url)
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
      let path = names[tensor.name] ?? tensor.name.split(separator: "/").map(String.init)
      values[path] = try file.value(of: tensor, "Params.loading")
    }
    return try replacingValues(values)
  }
}
