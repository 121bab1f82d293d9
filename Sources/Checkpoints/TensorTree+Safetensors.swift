public import Blox
public import Foundation

extension TensorTree {
  /// Writes all tensors to a safetensors file: an optimizer's state, a struct with the whole state of a training.
  ///
  ///     try state.save(to: folder.appending(path: "optimizer.safetensors"))
  ///     state = try optimizer.initialState(trainable).loading(from: folder.appending(path: "optimizer.safetensors"))
  ///
  /// Tensors are named as `leafPaths` says: by the members of structs, keys of dictionaries, numbers in arrays, and paths of
  /// parameters on the way, `params/net/linear/kernel`. The file appears whole or not at
  /// all; one that was there is replaced when the disk has the new one, and keeps its mode. A symbolic link is followed.
  ///
  /// - Throws: the error that a tensor carries, `PJRTError` if a value cannot be read, `SafetensorsError` if the file
  ///   cannot be written.
  public func save(to url: URL, metadata: [String: String] = [:]) throws {
    try SafetensorsFile.write(Array(zip(leafPaths, leaves)).map { ($0, $1) }, metadata: metadata, to: url)
  }

  /// The same tree with the values of a file that `save` wrote for a tree of this structure.
  ///
  /// Files of earlier versions, in which the tensors have their numbers in the tree for names, are read as well.
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
    let names = names { file[$0] != nil }
    let values = try own.indices.map { index in
      let name = names[index]
      guard let tensor = file[name] else {
        throw ModelError(
          operation, problem: "the file '\(url.path)' has no tensor '\(name)'",
          expected: "a file that was saved from a tree of the same structure")
      }
      return try file.value(of: tensor, like: own[index], operation)
    }
    return unflatten(values)
  }

  /// What the tensors are called in a file: as `leafPaths` says, or by their numbers where an earlier version wrote it.
  func names(in hasName: (String) -> Bool) -> [String] {
    let names = leafPaths
    let earlier = names.indices.map { leafName($0) ?? String($0) }
    return !names.allSatisfy(hasName) && earlier.allSatisfy(hasName) ? earlier : names
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
