import Blox
import Foundation
import Tensors

extension Params {
  /// Writes all parameters to a folder of safetensors files, one for each device, without putting any together.
  ///
  /// Copies of a part are written once. The folder appears whole or not at all; one that was there is replaced. Flags,
  /// metadata and the lock are not written: they belong to the model.
  ///
  /// - Throws: the error that a parameter carries, `PJRTError` if a value cannot be read, `SafetensorsError` if a file
  ///   cannot be written.
  public func saveShards(to url: URL) throws {
    var files: [Int: [(name: String, shape: [Int], shard: Tensor.Shard)]] = [:]
    for (path, param) in items {
      var seen: Set<[Range<Int>]> = []
      for shard in try param.value.addressableShards where seen.insert(shard.ranges).inserted {
        files[shard.device.id, default: []].append(
          (path.joined(separator: "/"), param.value.shape.dimensions, shard))
      }
    }
    let manager = FileManager.default
    let name = ".\(url.lastPathComponent).incomplete-\(UUID().uuidString)"
    let temporary = url.deletingLastPathComponent().appendingPathComponent(name)
    do {
      try system(url) { try manager.createDirectory(at: temporary, withIntermediateDirectories: true) }
      for (device, parts) in files {
        try ShardedCheckpoint.write(
          parts, to: temporary.appendingPathComponent("device-\(device).safetensors"))
      }
      try system(url) {
        if manager.fileExists(atPath: url.path) { try manager.removeItem(at: url) }
        try manager.moveItem(at: temporary, to: url)
      }
    } catch {
      try? manager.removeItem(at: temporary)
      throw error
    }
  }

  /// These parameters with the values of a folder that `saveShards` wrote, laid out as `shardings` say.
  ///
  /// The mesh may be another one than that of the saved parameters: every device gets its part, put together from the
  /// parts that were saved, and no more than one part is in the host's memory at a time. Only paths, shapes and dtypes
  /// of these parameters are looked at, so `evalShape` of the initialization is enough.
  ///
  /// - Throws: `SafetensorsError` if a file is damaged, `ModelError` if a path is missing on either side, a part is
  ///   missing, or a value has another shape or dtype.
  public func loading(shards url: URL, shardings: ParamsSharding) throws -> Params {
    let checkpoint = try ShardedCheckpoint(contentsOf: url)
    var values: [[String]: Tensor] = [:]
    var names: Set<String> = []
    for (path, param) in items {
      let name = path.joined(separator: "/")
      names.insert(name)
      guard let entry = checkpoint.entries[name] else {
        throw ModelError(
          "Params.loading(shards:)", problem: "the folder '\(url.path)' has no parameter '\(name)'",
          expected: "a checkpoint of the same model; this one has \(checkpoint.entries.count) parameters")
      }
      guard let sharding = shardings[path] else {
        throw ModelError(
          "Params.loading(shards:)", problem: "there is no sharding for the parameter '\(name)'",
          expected: "the shardings of these params: params.shardings(on: mesh)")
      }
      guard entry.shape == param.value.shape.dimensions, entry.dtype == param.value.dtype else {
        throw ModelError(
          "Params.loading(shards:)", problem: "'\(name)' is \(entry.dtype)\(entry.shape) in '\(url.path)'",
          expected: "\(param.value.type), like the parameter here")
      }
      values[path] = try Tensor(shape: param.value.shape, dtype: entry.dtype, sharding: sharding) {
        try checkpoint.bytes(of: name, $0)
      }
    }
    if let unknown = checkpoint.entries.keys.sorted().first(where: { !names.contains($0) }) {
      throw ModelError(
        "Params.loading(shards:)",
        problem: "the folder '\(url.path)' has a parameter '\(unknown)', the params do not",
        expected: "a checkpoint of the same model")
    }
    return try replacingValues(values)
  }

  /// Does a step of writing, and says which folder it was for when it fails.
  private func system(_ url: URL, _ step: () throws -> Void) throws(SafetensorsError) {
    do { try step() } catch {
      throw SafetensorsError(.unwritable(SafetensorsFile.reason(error)), path: url.path)
    }
  }
}
