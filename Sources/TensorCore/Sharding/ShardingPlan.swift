import PJRT

/// The devices that a program runs on, and how its arguments and results lie there.
package struct ShardingPlan: Sendable {
  package let mesh: Mesh
  /// The sharding of every input, then of every constant.
  package let inputs: [NamedSharding]
  /// The sharding of every output; nil where the compiler is free.
  package var outputs: [NamedSharding?]

  /// The plan for a program on these values; nil if it is one for the default device alone.
  ///
  /// - Throws: `TensorError` if values or shardings are of different devices, or a value lies otherwise than said.
  package init?(
    _ program: Program, _ inputs: [TensorPlacement], in inShardings: [NamedSharding?]? = nil,
    out outShardings: [NamedSharding?]? = nil, leafName: (Int) -> String? = { _ in nil }
  ) throws {
    let constants = program.constants.map { TensorPlacement($0.value) }
    let declared = (inShardings ?? []) + (outShardings ?? [])
    let values = inputs + constants
    var meshes = declared.compactMap { $0?.mesh } + values.compactMap { $0.sharding?.mesh }
    meshes += program.meshes
    guard let mesh = meshes.first else { return nil }
    if let other = meshes.first(where: { !$0.hasSameDevices(as: mesh) }) {
      func text(_ mesh: Mesh) -> String { "\(mesh) on devices \(mesh.devices.map(\.id))" }
      throw TensorError(
        program.name, problem: "values or shardings are on different devices: \(text(mesh)), \(text(other))",
        expected: "one set of devices in the same order; devicePut moves values")
    }
    self.mesh = mesh
    let whole = NamedSharding(mesh, [])
    self.inputs = try values.enumerated().map { index, value in
      let wanted = index < inputs.count ? inShardings?[index] : nil
      guard let present = value.sharding else { return wanted ?? whole }
      guard let wanted, !wanted.isEquivalent(to: present, rank: value.rank) else { return present }
      let name = leafName(index) ?? "argument \(index)"
      throw TensorError(
        program.name,
        problem: "\(name) is sharded \(present.spec) on \(present.mesh), and inShardings says "
          + "\(wanted.spec) on \(wanted.mesh)",
        expected: "an argument sharded as inShardings says; devicePut(argument, sharding) moves it")
    }
    outputs = zip(program.outputs, outShardings ?? program.outputs.map { _ in nil }).map { output, wanted in
      wanted ?? program.knownSharding(output)
    }
  }

  /// The plan for a program whose values are whole on the devices of a mesh.
  package init(_ program: Program, on mesh: Mesh) {
    self.mesh = mesh
    let whole = NamedSharding(mesh, [])
    inputs = (program.inputs + program.constants.map(\.variable)).map { _ in whole }
    outputs = program.outputs.map { _ in nil }
  }
}

/// What a plan has to know of a value.
package struct TensorPlacement {
  package let rank: Int
  package let sharding: NamedSharding?

  package init(_ tensor: Tensor) {
    rank = tensor.isFailed ? 0 : tensor.ndim
    sharding = tensor.sharding
  }
}

extension Program {
  /// The meshes that operations of the program name.
  package var meshes: [Mesh] {
    equations.flatMap { equation -> [Mesh] in
      if let mesh = equation.primitive.boundMesh { return [mesh] }
      return equation.primitive.subprograms.flatMap(\.meshes)
    }
  }

  /// The sharding of an output that the operation it comes from fixes.
  fileprivate func knownSharding(_ output: Atom) -> NamedSharding? {
    guard case .variable(let variable) = output else { return nil }
    for equation in equations {
      guard let position = equation.results.firstIndex(of: variable) else { continue }
      return equation.primitive.resultSharding(position)
    }
    return nil
  }
}
