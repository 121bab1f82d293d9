public import PJRT
public import TensorCore

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
    if let error = x.error { return Tensor.failed(error) }
    do {
      let array = try x.bytes().withUnsafeBytes { try ShardedArray($0, x.type, sharding) }
      return Tensor(.sharded(array), origin: x.origin)
    } catch {
      return Tensor.failed(TensorError(error, operation: "devicePut", operands: [x]))
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
      return Tensor.failed(TensorError(error, operation: "devicePut", operands: [x]))
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
      leaf = error.map { Tensor.failed($0) } ?? body(leaf, sharding)
    }
  } catch {
    let failure = Tensor.failed(error)
    result.forEachLeaf { $0 = failure }
  }
  return result
}
