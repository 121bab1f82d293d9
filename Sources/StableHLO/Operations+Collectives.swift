/// Operations between the devices of a partitioned program; `groups` are lists of devices that work together.
extension HLOFunction {
  /// Combines the devices' values with an operation such as `stablehlo.add`; each device gets the result.
  public func allReduce(_ x: HLOValue, operation: String, groups: [[Int]]) -> HLOValue {
    emit(
      "\"stablehlo.all_reduce\"(\(x.name)) <{\(channel), \(replicaGroups(groups)), use_global_device_ids}> "
        + "(\(combiner(operation, x)))",
      result: x.type, signature: HLOFunction.signature([x], [x.type]))
  }

  /// The devices' values joined along `dimension`.
  public func allGather(_ x: HLOValue, dimension: Int, groups: [[Int]]) -> HLOValue {
    let type = x.type.scaled(dimension, by: groups.first?.count ?? 1)
    return emit(
      "\"stablehlo.all_gather\"(\(x.name)) <{all_gather_dim = \(dimension) : i64, \(channel), "
        + "\(replicaGroups(groups)), use_global_device_ids}>",
      result: type, signature: HLOFunction.signature([x], [type]))
  }

  /// Combines the devices' values; each device gets its part of the result along `dimension`.
  public func reduceScatter(_ x: HLOValue, operation: String, dimension: Int, groups: [[Int]]) -> HLOValue {
    let type = x.type.scaled(dimension, dividingBy: groups.first?.count ?? 1)
    return emit(
      "\"stablehlo.reduce_scatter\"(\(x.name)) <{\(channel), \(replicaGroups(groups)), "
        + "scatter_dimension = \(dimension) : i64, use_global_device_ids}> (\(combiner(operation, x)))",
      result: type, signature: HLOFunction.signature([x], [type]))
  }

  /// Sends values from device to device; devices that nothing is sent to get zeros.
  public func collectivePermute(_ x: HLOValue, pairs: [[Int]]) -> HLOValue {
    let list =
      "dense<[\(pairs.map(HLOFunction.list).joined(separator: ", "))]> : tensor<\(pairs.count)x2xi64>"
    return emit(
      "\"stablehlo.collective_permute\"(\(x.name)) <{\(channel), source_target_pairs = \(list)}>",
      result: x.type, signature: HLOFunction.signature([x], [x.type]))
  }

  /// Divides each device's value along `split` into one part for each device, and joins what each gets along `concat`.
  public func allToAll(_ x: HLOValue, split: Int, concat: Int, groups: [[Int]]) -> HLOValue {
    let count = groups.first?.count ?? 1
    let type = x.type.scaled(split, dividingBy: count).scaled(concat, by: count)
    return emit(
      "\"stablehlo.all_to_all\"(\(x.name)) <{\(channel), concat_dimension = \(concat) : i64, "
        + "\(replicaGroups(groups)), split_count = \(count) : i64, split_dimension = \(split) : i64}>",
      result: type, signature: HLOFunction.signature([x], [type]))
  }

  /// The number of the device, a scalar.
  public func partitionID() -> HLOValue {
    let type = HLOType(.ui32, [])
    return emit("stablehlo.partition_id", result: type, signature: type.description)
  }

  /// Each collective has a channel of its own.
  private var channel: String {
    "channel_handle = #stablehlo.channel_handle<handle = \(module.nextChannel()), type = 1>"
  }

  private func replicaGroups(_ groups: [[Int]]) -> String {
    let list = groups.map(HLOFunction.list).joined(separator: ", ")
    return "replica_groups = dense<[\(list)]> : tensor<\(groups.count)x\(groups.first?.count ?? 0)xi64>"
  }

  private func combiner(_ operation: String, _ x: HLOValue) -> String {
    let scalar = HLOType(x.type.element, [])
    return region(arguments: [scalar, scalar]) { [$0.binary(operation, $1[0], $1[1])] }
  }
}

extension HLOType {
  fileprivate func scaled(_ dimension: Int, by factor: Int = 1, dividingBy divisor: Int = 1) -> HLOType {
    var dimensions = dimensions
    dimensions[dimension] = dimensions[dimension] * factor / divisor
    return HLOType(element, dimensions)
  }
}
