/// How every parameter of a model lies on a mesh of devices, by its path.
public struct ParamsSharding: ShardingTree, Sendable {
  /// The devices.
  public let mesh: Mesh
  private let specs: [[String]: PartitionSpec]

  init(_ mesh: Mesh, _ specs: [[String]: PartitionSpec]) {
    self.mesh = mesh
    self.specs = specs
  }

  /// The sharding of a parameter; nil if there is none of the path.
  public subscript(path: String...) -> NamedSharding? { self[path] }

  /// The sharding of a parameter; nil if there is none of the path.
  public subscript(path: [String]) -> NamedSharding? { specs[path].map { NamedSharding(mesh, $0) } }

  /// The shardings of params, parameter by parameter.
  ///
  /// - Throws: `TensorError` if the tree is no `Params`, or has a parameter that these shardings say nothing of.
  public func leafShardings(of tree: any TensorTree) throws(TensorError) -> [NamedSharding?] {
    guard let params = tree as? Params else {
      throw TensorError(
        operation: "ParamsSharding", problem: "the shardings of params were given for a \(type(of: tree))",
        expected: "params, or shardings for what is there", module: nil)
    }
    var result: [NamedSharding?] = []
    for slot in params.layout.canonical.slots {
      guard let spec = specs[slot.path] else {
        throw TensorError(
          operation: "ParamsSharding",
          problem: "there is no sharding for the parameter '\(slot.path.joined(separator: "/"))'",
          expected: "the shardings of params with the same paths: params.shardings(on: mesh)", module: nil)
      }
      result.append(NamedSharding(mesh, spec))
    }
    return result
  }
}

extension Params {
  /// How the parameters lie on a mesh by their metadata; those whose metadata say nothing are on every device.
  ///
  /// The values are not looked at, so `evalShape` of the initialization is enough:
  ///
  ///     let shardings = try evalShape(initialize)(input).shardings(on: mesh)
  ///     let params = try jit(outShardings: [shardings], initialize)(input)
  ///
  /// - Throws: `TensorError` if the metadata name an axis that the mesh does not have, or do not fit a shape.
  public func shardings(on mesh: Mesh) throws -> ParamsSharding {
    try shardings(on: mesh) { $1.sharding }
  }

  /// How the parameters lie on a mesh by a rule of your own, whatever their metadata say.
  ///
  /// - Throws: `TensorError` if a spec names an axis that the mesh does not have, or does not fit a shape; what the
  ///   rule throws.
  public func shardings(
    on mesh: Mesh, _ rule: (_ path: [String], _ param: Param) throws -> PartitionSpec
  ) throws -> ParamsSharding {
    var specs: [[String]: PartitionSpec] = [:]
    for (path, param) in items {
      if let error = param.value.error { throw error }
      let spec = try rule(path, param)
      specs[path] = spec
      try NamedSharding(mesh, spec).check(param.value.shape, name: path.joined(separator: "/"))
    }
    return ParamsSharding(mesh, specs)
  }
}
