import PJRT

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
      case .scalar:
        return [Shard(device: try Backend.default.device, ranges: [], replicaId: 0, data: self)]
      case .failed(let error): throw error
      case .abstract(let type): throw TensorError.abstract(type, operation: "addressableShards")
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

/// The tensors of a tree on the devices of a sharding (`jax.device_put`).
///
/// A tensor that does not fit its sharding comes as one that carries the error. Inside a transformation this is
/// `withShardingConstraint`.
///
///     let inputs = devicePut(images, NamedSharding(mesh, ["batch"]))
public func devicePut<T: TensorTree>(_ tree: T, _ shardings: any ShardingTree) -> T {
  placing(tree, shardings, "devicePut") { x, sharding in
    guard Trace.isEvaluating, x.sharding?.mesh.hasSameDevices(as: sharding.mesh) != true else {
      return x.sharding == sharding ? x : bind(ShardingConstraint(sharding: sharding), x)
    }
    if let error = x.error { return Tensor(failure: error) }
    do {
      let array = try x.bytes().withUnsafeBytes { try ShardedArray($0, x.type, sharding) }
      return Tensor(.sharded(array), origin: x.origin)
    } catch {
      return Tensor(failure: TensorError(error, operation: "devicePut", operands: [x]))
    }
  }
}

/// The tensors of a tree on one device (`jax.device_put`).
public func devicePut<T: TensorTree>(_ tree: T, _ device: Device) -> T {
  guard Trace.isEvaluating, let standard = try? Backend.default.device, standard == device else {
    return devicePut(tree, NamedSharding(Mesh(device: device), []))
  }
  return map(tree) { x in
    guard case .sharded(let array) = x.storage else { return x }
    do {
      return Tensor(bytes: try array.bytes(), array.type, operation: "devicePut")
    } catch {
      return Tensor(failure: TensorError(error, operation: "devicePut", operands: [x]))
    }
  }
}

/// The tensors of a tree, which the compiler is told to lay out like this (`lax.with_sharding_constraint`).
///
/// Values stay the same. It says where intermediate results of a jitted function live, and with them which devices
/// compute what.
public func withShardingConstraint<T: TensorTree>(_ tree: T, _ shardings: any ShardingTree) -> T {
  placing(tree, shardings, "withShardingConstraint") { bind(ShardingConstraint(sharding: $1), $0) }
}

private func placing<T: TensorTree>(
  _ tree: T, _ shardings: any ShardingTree, _ operation: String, _ body: (Tensor, NamedSharding) -> Tensor
) -> T {
  var result = tree
  do throws(TensorError) {
    var list = try shardings.leafShardings(of: tree)[...]
    result.forEachLeaf { leaf in
      guard let sharding = list.popFirst().flatMap({ $0 }), !leaf.isFailed else { return }
      let error = sharding.problem(
        with: leaf.type.shape, operation, allowsUnconstrained: operation != "devicePut")
      leaf = error.map { Tensor(failure: $0) } ?? body(leaf, sharding)
    }
  } catch {
    let failure = Tensor(failure: error)
    result.forEachLeaf { $0 = failure }
  }
  return result
}
