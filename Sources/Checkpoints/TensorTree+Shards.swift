import PJRT
public import Blox
import DurableFiles
public import Foundation
import Tensors

extension TensorTree {
  /// Writes all tensors to a folder of safetensors files, one for each device, without putting any together.
  ///
  /// Tensors are named as in `save`. Copies of a part are written once. Flags, metadata and the lock of params are not written: they belong to
  /// the model.
  ///
  /// The folder appears whole or not at all: it is written under another name beside its place and, when the disk has it,
  /// exchanged with a checkpoint that was there. However the process ends, there is the old checkpoint or the new one.
  /// What is there and is no checkpoint (a file, a folder with anything else in it) is not replaced; an empty folder is.
  /// A symbolic link is followed; modes stay as they were. What ended processes left in the folder around is removed.
  ///
  /// Tensors on devices of several processes are saved by all of them, each of which writes the parts of its devices;
  /// the folder has to be one that all see.
  ///
  /// - Throws: the error that a tensor carries, `PJRTError` if a value cannot be read, `SafetensorsError` if a file
  ///   cannot be written or what is there is no checkpoint, in every process if one fails.
  public func saveShards(to url: URL) throws {
    let path = url.path
    let writers = CheckpointWriters(isAlone: leaves.allSatisfy(\.isFullyAddressable))
    var folder: AtomicFolder?
    do {
      try writers.onFirst {
        folder = try writing(path) {
          try AtomicFolder(replacing: path, check: ShardedCheckpoint.checkIsReplaceable)
        }
      }
      let name = try writers.agree(on: folder?.name ?? "")
      try writers.onEach {
        let temporary = try writing(path) { try AtomicFolder.path(of: name, replacing: path) }
        for (device, parts) in try shardsByDevice(writers) {
          let file = ShardedCheckpoint.fileName(device: device)
          try ShardedCheckpoint.write(parts, to: URL(filePath: temporary).appending(path: file))
        }
      }
      try writers.onFirst { try writing(path) { try folder?.commit() } }
    } catch {
      folder?.discard()
      throw error
    }
  }

  /// The parts that each device of this process has to write.
  private func shardsByDevice(
    _ writers: CheckpointWriters
  ) throws -> [Int: [(name: String, shape: [Int], shard: Tensor.Shard)]] {
    var files: [Int: [(name: String, shape: [Int], shard: Tensor.Shard)]] = [:]
    let names = leafPaths
    for (index, tensor) in leaves.enumerated() {
      if let error = tensor.error { throw error }
      // What each process has for itself, such as numbers on the default device, the first one writes.
      if tensor.isFullyAddressable, !writers.isFirst { continue }
      for shard in try tensor.addressableShards where shard.replicaId == 0 {
        files[shard.device.id, default: []].append((names[index], tensor.shape.dimensions, shard))
      }
    }
    return files
  }

  /// The same tree with the values of a folder that `saveShards` wrote, laid out as `shardings` say.
  ///
  /// The mesh may be another one than that of the saved values: every device gets its part, put together from the parts
  /// that were saved, and no more than one part is in the host's memory at a time. Only names, shapes and dtypes of
  /// this tree are looked at, so `evalShape` of what made it is enough.
  ///
  /// A checkpoint that `saveShards` replaces meanwhile is read as it was, or as it is then: never a mixture of both.
  ///
  /// - Parameters:
  ///   - url: the folder.
  ///   - shardings: a sharding for each tensor.
  ///   - mapped: whether the files are mapped into memory instead of read. Then nobody may overwrite them in place
  ///     meanwhile: if one becomes shorter, the system ends the process (SIGBUS).
  /// - Throws: `SafetensorsError` if a file is damaged, `ModelError` if a name is missing on either side, a part is
  ///   missing, or a value has another shape or dtype; `TensorError` if the shardings are not for this tree.
  public func loading(
    shards url: URL, shardings: any ShardingTree, mapped: Bool = false
  ) throws -> Self {
    let checkpoint = try ShardedCheckpoint(contentsOf: url, mapped: mapped)
    let shardings = try shardings.leafShardings(of: self)
    var values: [Tensor] = []
    var names: Set<String> = []
    let ordered = self.names { checkpoint.entries[$0] != nil }
    for (index, (leaf, sharding)) in zip(leaves, shardings).enumerated() {
      if let error = leaf.error { throw error }
      let name = ordered[index]
      names.insert(name)
      guard let entry = checkpoint.entries[name] else {
        throw ModelError(
          "loading(shards:)", problem: "the folder '\(url.path)' has no tensor '\(name)'",
          expected: "a checkpoint of the same model; this one has \(checkpoint.entries.count) tensors")
      }
      guard let sharding else {
        throw ModelError(
          "loading(shards:)", problem: "there is no sharding for '\(name)'",
          expected: "a sharding for each tensor: params.shardings(on: mesh)")
      }
      guard entry.shape == leaf.shape.dimensions, entry.dtype == leaf.dtype else {
        throw ModelError(
          "loading(shards:)", problem: "'\(name)' is \(entry.dtype)\(entry.shape) in '\(url.path)'",
          expected: "\(leaf.type), like the tensor here")
      }
      values.append(
        try makeArrayFromCallback(leaf.shape, sharding, dtype: entry.dtype) {
          try checkpoint.bytes(of: name, $0)
        })
    }
    if let unknown = checkpoint.entries.keys.sorted().first(where: { !names.contains($0) }) {
      throw ModelError(
        "loading(shards:)",
        problem: "the folder '\(url.path)' has a tensor '\(unknown)' that is not one of these",
        expected: "a checkpoint of the same model")
    }
    return unflatten(values)
  }

  /// Does a step of writing, and says which folder it was for when it fails.
  private func writing<Result>(_ path: String, _ step: () throws -> Result) throws -> Result {
    do { return try step() } catch let error as FileError {
      throw SafetensorsError(.unwritable(error.description), path: path)
    }
  }
}
