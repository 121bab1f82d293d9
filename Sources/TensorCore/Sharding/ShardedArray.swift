package import PJRT

/// The values of a tensor that lies on several devices: one buffer for each device of this process.
package final class ShardedArray: Sendable {
  /// The type of the whole.
  package let type: TensorType
  package let sharding: NamedSharding
  /// The part of each device of this process, in the order of the mesh.
  let shards: [Buffer]

  package init(_ type: TensorType, _ sharding: NamedSharding, _ shards: [Buffer]) {
    self.type = type
    self.sharding = sharding
    self.shards = shards
  }

  /// Copies a value from the host to the devices; `sharding` has to fit it.
  package convenience init(_ bytes: UnsafeRawBufferPointer, _ type: TensorType, _ sharding: NamedSharding)
    throws
  {
    try self.init(type, sharding) { ranges in
      ShardBlock(shape: type.shape.dimensions, ranges: ranges, width: type.dtype.byteWidth).cut(bytes)
    }
  }

  /// Makes each different part once, and copies it to the devices of this process that hold it; `sharding` has to fit
  /// the type.
  package convenience init(
    _ type: TensorType, _ sharding: NamedSharding, part: ([Range<Int>]) throws -> [UInt8]
  ) throws {
    try sharding.expectLocalDevices("makeArrayFromCallback")
    let local = sharding.localShape(type.shape)
    let expected = local.size *| type.dtype.byteWidth
    let client = try Backend.default.client
    let devices = sharding.mesh.localDevices
    let ranges = sharding.localRanges(type.shape)
    var shards = [Buffer?](repeating: nil, count: ranges.count)
    let holders = Dictionary(grouping: ranges.indices) { ranges[$0] }
    // Part by part, so that no more than one is on the host at a time.
    for (position, wanted) in ranges.enumerated() where shards[position] == nil {
      let bytes = try part(wanted)
      guard bytes.count == expected else {
        throw TensorError(
          "makeArrayFromCallback",
          problem: "\(bytes.count) bytes were given for the part \(wanted) of \(type)",
          expected: "\(expected) bytes: \(local.size) elements of \(type.dtype.byteWidth) bytes")
      }
      for holder in holders[wanted] ?? [] {
        shards[holder] = try bytes.withUnsafeBytes {
          try client.makeBuffer(
            from: $0, elementType: type.dtype.pjrt, dimensions: local.dimensions,
            on: devices[holder])
        }
      }
    }
    self.init(type, sharding, shards.compactMap { $0 })
  }

  /// The bytes of the whole, put together from the parts; waits for them.
  ///
  /// - Throws: `TensorError` if other processes hold parts that this one does not; what reading throws.
  package func bytes() throws -> [UInt8] {
    try checkReadable()
    var result = [UInt8](repeating: 0, count: type.shape.size * type.dtype.byteWidth)
    var seen: Set<[Range<Int>]> = []
    for (shard, ranges) in zip(shards, sharding.localRanges(type.shape)) where seen.insert(ranges).inserted {
      let block = ShardBlock(shape: type.shape.dimensions, ranges: ranges, width: type.dtype.byteWidth)
      try result.withUnsafeMutableBytes { result in
        try shard.withUnsafeBytes { block.paste($0, into: result) }
      }
    }
    return result
  }

  /// Throws if other processes hold parts that this one does not.
  private func checkReadable() throws(TensorError) {
    guard sharding.mesh.isMultiProcess else { return }
    let partCount = (0..<type.ndim).reduce(1) { $0 * sharding.partCount($1) }
    let held = Set(sharding.parts(rank: type.ndim, at: sharding.mesh.localPositions)).count
    if held == partCount { return }
    let processes = Set(sharding.mesh.devices.map(\.processIndex)).count
    throw TensorError(
      "reading values",
      problem: "\(type), sharded \(sharding.spec) on \(sharding.mesh), lies on the devices of \(processes) "
        + "processes, and this one holds \(held) of its \(partCount) parts",
      expected: "addressableShards, which gives the parts that are here; or in all processes "
        + "devicePut(x, NamedSharding(mesh, [])), which gives each the whole")
  }

  /// The same values seen as another type of the same shape and width.
  package func with(_ type: TensorType) -> ShardedArray { ShardedArray(type, sharding, shards) }

  func awaitReady() throws {
    for shard in shards { try shard.awaitReady() }
  }
}
