/// A function applied on every device to its own parts of the arguments: `shardMap`.
struct ShardMapping<Arguments: ArgumentList, Results: ArgumentList, E: Error> {
  let mesh: Mesh
  let inSpecs: [PartitionSpec]
  let outSpecs: [PartitionSpec]
  let body: (Arguments) throws(E) -> Results

  func callAsFunction(_ arguments: Arguments) throws(E) -> Results {
    let leaves = arguments.leaves
    var specs: [PartitionSpec] = []
    var problem = countProblem(inSpecs, arguments, "argument")
    if problem == nil {
      specs = spread(inSpecs, arguments)
      problem = leaves.lazy.compactMap(\.error).first ?? misfit(arguments, specs)
    }
    let trace = StagingTrace(parent: MeshTrace(parent: Trace.current, mesh: mesh), label: "shardMap")
    defer { trace.close() }
    var traced = arguments
    var index = 0
    traced.forEachLeaf { leaf in
      if let problem {
        leaf = Tensor(failure: problem)
      } else {
        let local = NamedSharding(mesh, specs[index]).localShape(leaf.type.shape)
        leaf = trace.input(leaf.type.with(shape: local), origin: leaf.origin)
      }
      index += 1
    }
    let results = try Trace.with(trace) { () throws(E) in try body(traced) }
    problem = problem ?? countProblem(outSpecs, results, "result")
    let outputs =
      problem.map { error in results.leaves.map { _ in Tensor(failure: error) } }
      ?? run(leaves, specs, results, trace)
    return results.replacingLeaves(with: outputs)
  }

  /// Applies the traced program to whole tensors.
  private func run(
    _ leaves: [Tensor], _ specs: [PartitionSpec], _ results: Results, _ trace: StagingTrace
  ) -> [Tensor] {
    let resultLeaves = results.leaves
    let resultSpecs = spread(outSpecs, results)
    func failed(_ error: TensorError) -> [Tensor] { resultLeaves.map { _ in Tensor(failure: error) } }
    do throws(TensorError) {
      let open = try trace.program(name: "shardMap", outputs: resultLeaves)
      for (index, (leaf, spec)) in zip(resultLeaves, resultSpecs).enumerated() {
        let sharding = NamedSharding(mesh, spec)
        let name = results.place(index).map { "result \($0.argument)" } ?? "a result"
        // What a device has of it, whole or not, is checked for the names and the number of axes alone.
        let ones = Shape(leaf.type.shape.dimensions.map { _ in 0 })
        if let error = sharding.problem(with: ones, "shardMap", name: name) { return failed(error) }
      }
      // What the function captured is the same on every device.
      let captured = open.constants.map(\.value)
      let map = ShardMap(
        program: open.closed(), mesh: mesh,
        inSpecs: specs + captured.map { _ in [] }, outSpecs: resultSpecs)
      return bind(map, leaves + captured)
    } catch {
      return failed(error)
    }
  }

  private func countProblem(_ specs: [PartitionSpec], _ list: some ArgumentList, _ what: String)
    -> TensorError?
  {
    let count = list.parts.count
    if specs.count == count { return nil }
    return TensorError(
      "shardMap", problem: "\(specs.count) specs were given for \(count) \(what)s",
      expected: "one spec for each \(what); [] where every device has the whole")
  }

  /// One spec for each tensor.
  private func spread(_ specs: [PartitionSpec], _ list: some ArgumentList) -> [PartitionSpec] {
    zip(specs, list.leafCounts).flatMap { [PartitionSpec](repeating: $0, count: $1) }
  }

  private func misfit(_ arguments: Arguments, _ specs: [PartitionSpec]) -> TensorError? {
    for (index, (leaf, spec)) in zip(arguments.leaves, specs).enumerated() {
      let name = arguments.place(index).map { place in
        "argument \(place.argument)" + (place.name.map { ", \($0)," } ?? "")
      }
      let sharding = NamedSharding(mesh, spec)
      if let error = sharding.problem(with: leaf.type.shape, "shardMap", name: name ?? "an argument") {
        return error
      }
    }
    return nil
  }
}
