import PJRT

/// The values of a tensor that lies on several devices: one buffer for each.
final class ShardedArray: Sendable {
  /// The type of the whole.
  let type: TensorType
  let sharding: NamedSharding
  /// Each device's part, in the order of the mesh.
  let shards: [Buffer]

  init(_ type: TensorType, _ sharding: NamedSharding, _ shards: [Buffer]) {
    self.type = type
    self.sharding = sharding
    self.shards = shards
  }

  /// Copies a value from the host to the devices; `sharding` has to fit it.
  convenience init(_ bytes: UnsafeRawBufferPointer, _ type: TensorType, _ sharding: NamedSharding) throws {
    try self.init(type, sharding) { ranges in
      ShardBlock(shape: type.shape.dimensions, ranges: ranges, width: type.dtype.byteWidth).cut(bytes)
    }
  }

  /// Makes each different part once, and copies it to the devices that hold it; `sharding` has to fit the type.
  convenience init(
    _ type: TensorType, _ sharding: NamedSharding, part: ([Range<Int>]) throws -> [UInt8]
  ) throws {
    let local = sharding.localShape(type.shape)
    let expected = local.elementCount * type.dtype.byteWidth
    let client = try Backend.default.client
    let ranges = sharding.ranges(type.shape)
    var shards = [Buffer?](repeating: nil, count: ranges.count)
    let holders = Dictionary(grouping: ranges.indices) { ranges[$0] }
    // Part by part, so that no more than one is on the host at a time.
    for (position, wanted) in ranges.enumerated() where shards[position] == nil {
      let bytes = try part(wanted)
      guard bytes.count == expected else {
        throw TensorError(
          "Tensor", problem: "\(bytes.count) bytes were given for the part \(wanted) of \(type)",
          expected: "\(expected) bytes: \(local.elementCount) elements of \(type.dtype.byteWidth) bytes")
      }
      for holder in holders[wanted] ?? [] {
        shards[holder] = try bytes.withUnsafeBytes {
          try client.makeBuffer(
            from: $0, elementType: type.dtype.pjrt, dimensions: local.dimensions,
            on: sharding.mesh.devices[holder])
        }
      }
    }
    self.init(type, sharding, shards.compactMap { $0 })
  }

  /// The bytes of the whole, put together from the parts; waits for them.
  func bytes() throws -> [UInt8] {
    var result = [UInt8](repeating: 0, count: type.shape.elementCount * type.dtype.byteWidth)
    var seen: Set<[Range<Int>]> = []
    for (shard, ranges) in zip(shards, sharding.ranges(type.shape)) where seen.insert(ranges).inserted {
      let block = ShardBlock(shape: type.shape.dimensions, ranges: ranges, width: type.dtype.byteWidth)
      try result.withUnsafeMutableBytes { result in
        try shard.withUnsafeBytes { block.paste($0, into: result) }
      }
    }
    return result
  }

  /// The same values seen as another type of the same shape and width.
  func with(_ type: TensorType) -> ShardedArray { ShardedArray(type, sharding, shards) }

  func awaitReady() throws {
    for shard in shards { try shard.awaitReady() }
  }
}
