public import Blox
public import Foundation

extension TensorTree {
  /// Writes all tensors to a safetensors file: an optimizer's state, a struct with the whole state of a training.
  ///
  ///     try state.save(to: folder.appending(path: "optimizer.safetensors"))
  ///     state = try optimizer.initialState(trainable).loading(from: folder.appending(path: "optimizer.safetensors"))
  ///
  /// Tensors are named by their numbers in the tree, those of `Params` by their paths. The file appears whole or not at
  /// all; one that was there is replaced when the disk has the new one, and keeps its mode. A symbolic link is followed.
  ///
  /// - Throws: the error that a tensor carries, `PJRTError` if a value cannot be read, `SafetensorsError` if the file
  ///   cannot be written.
  public func save(to url: URL, metadata: [String: String] = [:]) throws {
    let named = leaves.enumerated().map { (leafName($0.offset) ?? String($0.offset), $0.element) }
    try SafetensorsFile.write(named, metadata: metadata, to: url)
  }

  /// The same tree with the values of a file that `save` wrote for a tree of this structure.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - mapped: Whether the file is mapped into memory instead of read. Then nobody may overwrite it in place meanwhile:
  ///     values would be mixed, and if it becomes shorter, the system ends the process (SIGBUS). Files that are replaced,
  ///     as `save` does it, are no danger.
  /// - Throws: `SafetensorsError` if the file is damaged, `ModelError` if a tensor is missing on either side or has
  ///   another shape or dtype.
  public func loading(from url: URL, mapped: Bool = false) throws -> Self {
    let operation = "\(Self.self).loading"
    let file = try SafetensorsFile(contentsOf: url, mapped: mapped)
    let own = leaves
    guard file.tensors.count == own.count else {
      throw ModelError(
        operation,
        problem: "the file '\(url.path)' has \(file.tensors.count) tensors, this tree \(own.count)",
        expected: "a file that was saved from a tree of the same structure")
    }
    let values = try own.indices.map { index in
      let name = leafName(index) ?? String(index)
      guard let tensor = file[name] else {
        throw ModelError(
          operation, problem: "the file '\(url.path)' has no tensor '\(name)'",
          expected: "a file that was saved from a tree of the same structure")
      }
      return try file.value(of: tensor, like: own[index], operation)
    }
    return unflatten(values)
  }
}

extension SafetensorsFile {
  /// Writes tensors under their names.
  static func write(_ named: [(name: String, value: Tensor)], metadata: [String: String], to url: URL) throws
  {
    for item in named { if let error = item.value.error { throw error } }
    let values = Dictionary(named.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let tensors = named.map { name, value in
      SafetensorsTensor(name: name, dtype: SafetensorsDType(value.dtype), shape: value.shape.dimensions)
    }
    try write(tensors, metadata: metadata, to: url) { tensor in Data(try values[tensor.name]?.bytes() ?? []) }
  }

  /// The value of one tensor of the file, which has to have the shape and dtype of another one. Only then is it read.
  func value(of tensor: SafetensorsTensor, like other: Tensor, _ operation: String) throws -> Tensor {
    guard let dtype = tensor.dtype.dtype else {
      throw ModelError(
        operation, problem: "'\(tensor.name)' has the element type \(tensor.dtype.rawValue)",
        expected: "one of " + DType.allCases.map(\.rawValue).joined(separator: ", "))
    }
    // The shape of what carries an error is not known.
    guard other.error != nil || (tensor.shape, dtype) == (other.shape.dimensions, other.dtype) else {
      throw ModelError(
        operation,
        problem:
          "the tensor '\(tensor.name)' of '\(path ?? "")' is \(TensorType(Shape(tensor.shape), dtype))",
        expected: "\(other.type), like the one in this tree")
    }
    return Tensor(bytes: try bytes(of: tensor.name), shape: Shape(tensor.shape), dtype: dtype)
  }
}
