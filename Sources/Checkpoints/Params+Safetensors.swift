public import Blox
public import Foundation

extension Params {
  /// Writes all parameters to a safetensors file, each under its path joined with slashes.
  ///
  /// The file appears whole or not at all; one that was there is replaced when the disk has the new one, and keeps its
  /// mode. A symbolic link is followed. Flags, metadata and the lock are not written: they belong to the model, which
  /// gives them again when it is initialized.
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
  /// - Parameters:
  ///   - url: the file.
  ///   - mapped: Whether the file is mapped into memory instead of read. Then nobody may overwrite it in place meanwhile:
  ///     values would be mixed, and if it becomes shorter, the system ends the process (SIGBUS). Files that are replaced,
  ///     as `save` does it, are no danger.
  /// - Throws: `SafetensorsError` if the file is damaged, `ModelError` if a path is missing on either side or a value has
  ///   another shape or dtype.
  public func loading(from url: URL, mapped: Bool = false) throws -> Params {
    let file = try SafetensorsFile(contentsOf: url, mapped: mapped)
    let names = Dictionary(
      paths.map { ($0.joined(separator: "/"), $0) }, uniquingKeysWith: { first, _ in first })
    if let missing = names.keys.sorted().first(where: { file[$0] == nil }) {
      throw ModelError(
        "Params.loading", problem: "the file '\(url.path)' has no parameter '\(missing)'",
        expected: "a file of the same model; this one has \(file.tensors.count) tensors, the params \(count)")
    }
    var values: [[String]: Tensor] = [:]
    for tensor in file.tensors {
      guard let path = names[tensor.name] else {
        throw ModelError(
          "Params.loading",
          problem: "there is no parameter '\(tensor.name)', which the file '\(url.path)' has",
          expected: "a file of the same model; the params have \(count) parameters")
      }
      values[path] = try file.value(of: tensor, like: self[path].value, "Params.loading")
    }
    return try replacingValues(values)
  }
}
