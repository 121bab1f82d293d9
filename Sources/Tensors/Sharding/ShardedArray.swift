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
    let local = sharding.localShape(type.shape).dimensions
    let client = try Backend.default.client
    var shards: [Buffer] = []
    var known: [[Range<Int>]: [UInt8]] = [:]
    for (device, ranges) in zip(sharding.mesh.devices, sharding.ranges(type.shape)) {
      func place(_ bytes: UnsafeRawBufferPointer) throws -> Buffer {
        try client.makeBuffer(from: bytes, elementType: type.dtype.pjrt, dimensions: local, on: device)
      }
      let block = ShardBlock(shape: type.shape.dimensions, ranges: ranges, width: type.dtype.byteWidth)
      if block.byteCount == bytes.count {
        shards.append(try place(bytes))
        continue
      }
      let part = known[ranges] ?? ShardedArray.cut(bytes, block)
      known[ranges] = part
      shards.append(try part.withUnsafeBytes(place))
    }
    self.init(type, sharding, shards)
  }

  private static func cut(_ bytes: UnsafeRawBufferPointer, _ block: ShardBlock) -> [UInt8] {
    var part = [UInt8](repeating: 0, count: block.byteCount)
    part.withUnsafeMutableBytes { part in
      block.forEachRun { whole, start, count in
        UnsafeMutableRawBufferPointer(rebasing: part[start..<start + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[whole..<whole + count]))
      }
    }
    return part
  }

  /// The bytes of the whole, put together from the parts; waits for them.
  func bytes() throws -> [UInt8] {
    var result = [UInt8](repeating: 0, count: type.shape.elementCount * type.dtype.byteWidth)
    var seen: Set<[Range<Int>]> = []
    for (shard, ranges) in zip(shards, sharding.ranges(type.shape)) where seen.insert(ranges).inserted {
      let block = ShardBlock(shape: type.shape.dimensions, ranges: ranges, width: type.dtype.byteWidth)
      try result.withUnsafeMutableBytes { result in
        try shard.withUnsafeBytes { part in
          block.forEachRun { whole, start, count in
            UnsafeMutableRawBufferPointer(rebasing: result[whole..<whole + count])
              .copyMemory(from: UnsafeRawBufferPointer(rebasing: part[start..<start + count]))
          }
        }
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
