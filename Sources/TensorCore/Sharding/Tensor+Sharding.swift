public import PJRT

extension Tensor {
  /// How the tensor lies on several devices; nil if it is on the default device or has no values.
  public var sharding: NamedSharding? {
    if case .sharded(let array) = storage { return array.sharding }
    return nil
  }

  /// Whether every part of the tensor is on a device of this process (`jax.Array.is_fully_addressable`).
  public var isFullyAddressable: Bool { sharding.map { !$0.mesh.isMultiProcess } ?? true }

  /// One device's part of a tensor (`jax.Array.addressable_shards`).
  public struct Shard: Sendable {
    /// The device that holds it.
    public let device: Device
    /// The part of each axis of the whole that it is.
    public let ranges: [Range<Int>]
    /// Which of the copies of the part it is, 0 for the first in the order of the mesh (`jax.Shard.replica_id`).
    public let replicaId: Int
    /// The values.
    public let data: Tensor
  }

  /// The parts of the tensor on the devices of this process, in the order of the mesh; the tensor itself if it is on one
  /// device only.
  ///
  /// - Throws: the error that the tensor carries; `TensorError` if it has no values.
  public var addressableShards: [Shard] {
    get throws {
      switch storage {
      case .sharded(let array):
        let sharding = array.sharding
        let local = array.type.with(shape: sharding.localShape(array.type.shape))
        let (devices, copies) = (sharding.mesh.localDevices, sharding.localReplicaIndices())
        return sharding.localRanges(array.type.shape).enumerated().map { number, ranges in
          // A tensor of one device that is not the default one is a sharding of its own, too.
          let single = NamedSharding(Mesh(device: devices[number]), [])
          return Shard(
            device: devices[number], ranges: ranges, replicaId: copies[number],
            data: Tensor(ShardedArray(local, single, [array.shards[number]])))
        }
      case .array(let buffer, _):
        let whole = shape.dimensions.map { 0..<$0 }
        return [Shard(device: buffer.device, ranges: whole, replicaId: 0, data: self)]
      case .host, .scalar:
        let whole = shape.dimensions.map { 0..<$0 }
        return [Shard(device: try Backend.default.device, ranges: whole, replicaId: 0, data: self)]
      case .failed(let error): throw error
      case .abstract: throw TensorError.abstract(self, operation: "addressableShards")
      case .tracer(let tracer): throw TensorError.escaped(tracer, operation: "addressableShards")
      }
    }
  }
}

/// A tensor on several devices whose parts are made one by one (`jax.make_array_from_callback`).
///
/// Of several processes each makes the parts of its own devices.
///
/// - Parameters:
///   - shape: the shape of the whole.
///   - sharding: how it is divided.
///   - dtype: the dtype.
///   - dataCallback: the bytes of a part, row-major and little-endian, for the range of each axis; called once for each
///     different part.
/// - Throws: `TensorError` if the sharding does not fit the shape or the number of bytes is wrong; what `dataCallback`
///   throws.
public func makeArrayFromCallback(
  _ shape: Shape, _ sharding: NamedSharding, dtype: DType, _ dataCallback: ([Range<Int>]) throws -> [UInt8]
) throws -> Tensor {
  if let error = sharding.problem(with: shape, "makeArrayFromCallback") { throw error }
  do throws(TypeRuleError) {
    try MemoryLimit.check(TensorType(shape, dtype))
  } catch {
    throw TensorError("makeArrayFromCallback", problem: error.problem, expected: error.expected)
  }
  return Tensor(try ShardedArray(TensorType(shape, dtype), sharding, part: dataCallback))
}
