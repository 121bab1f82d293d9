import Blox
import Foundation
import Tensors

/// The tensors of one safetensors file, or of the several that an index lists, as Hugging Face's libraries write them.
struct SafetensorsFiles {
  /// Where it is, for errors.
  let path: String
  /// What the files say of each tensor, by its name.
  let tensors: [String: SafetensorsTensor]
  private let files: [SafetensorsFile]
  private let indices: [String: Int]

  /// Opens a file, an index (`model.safetensors.index.json`), or the one of them that a folder has.
  ///
  /// - Throws: `SafetensorsError` if a file cannot be read or is damaged, or a tensor is not where the index says.
  init(contentsOf url: URL, mapped: Bool) throws {
    let url = SafetensorsFiles.inFolder(url)
    path = url.path
    guard url.pathExtension == "json" else {
      let file = try SafetensorsFile(contentsOf: url, mapped: mapped)
      files = [file]
      tensors = Dictionary(file.tensors.map { ($0.name, $0) }) { first, _ in first }
      indices = tensors.mapValues { _ in 0 }
      return
    }
    let fileNames = try SafetensorsFiles.fileNames(url)
    let names = Set(fileNames.values).sorted()
    let folder = url.deletingLastPathComponent()
    files = try names.map { try SafetensorsFile(contentsOf: folder.appending(path: $0), mapped: mapped) }
    var found: [String: SafetensorsTensor] = [:]
    var indices: [String: Int] = [:]
    for (name, fileName) in fileNames {
      guard let index = names.firstIndex(of: fileName), let tensor = files[index][name] else {
        throw SafetensorsError(
          .badHeader(
            "'\(SafetensorsProblem.clipped(name))' is not in '\(SafetensorsProblem.clipped(fileName))'"),
          path: path)
      }
      (found[name], indices[name]) = (tensor, index)
    }
    (tensors, self.indices) = (found, indices)
  }

  /// A tensor by its name.
  func tensor(_ name: String) throws -> Tensor {
    guard let index = indices[name] else {
      throw SafetensorsError(.noSuchTensor(name: name, available: tensors.keys.sorted()), path: path)
    }
    return try files[index].tensor(name)
  }

  private static func inFolder(_ url: URL) -> URL {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
      return url
    }
    let index = url.appending(path: "model.safetensors.index.json")
    return FileManager.default.fileExists(atPath: index.path)
      ? index : url.appending(path: "model.safetensors")
  }

  /// The file of each tensor, by names.
  private static func fileNames(_ url: URL) throws -> [String: String] {
    let bytes: [UInt8]
    do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
      throw SafetensorsError(.unreadable(error.localizedDescription), path: url.path)
    }
    var files: [String: String]?
    do throws(SafetensorsError) {
      var reader = JSONReader(bytes)
      try reader.object { (reader, key) throws(SafetensorsError) in
        guard key == "weight_map" else { return try reader.skip() }
        var map: [String: String] = [:]
        try reader.object { (reader, name) throws(SafetensorsError) in
          let file = try reader.string()
          // A name in the index's own folder: an index is data from elsewhere.
          guard !file.contains("/"), !file.isEmpty else {
            throw reader.problem("'\(SafetensorsProblem.clipped(file))' is no file beside the index,")
          }
          map[name] = file
        }
        files = map
      }
      try reader.end()
    } catch { throw SafetensorsError(error.problem, path: url.path) }
    guard let files else {
      throw SafetensorsError(.badHeader("there is no 'weight_map'"), path: url.path)
    }
    return files
  }
}
