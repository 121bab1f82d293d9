package import TensorCore
import TensorPrimitives

/// A function applied on every device to its own parts of the arguments: `shardMap`.
package struct ShardMapping<Arguments: ArgumentList, Results: ArgumentList, E: Error> {
  package let mesh: Mesh
  /// The axes along which devices are seen one by one; all that an enclosing `shardMap` leaves, if nil.
  package let axisNames: [String]?
  let inSpecs: [SpecTree]
  let outSpecs: [SpecTree]
  /// Whether results have to be the same on all devices along axes that their specs do not name.
  let checksReplication: Bool
  package let body: (Arguments) throws(E) -> Results

  package func callAsFunction(_ arguments: Arguments) throws(E) -> Results {
    let leaves = arguments.leaves
    let axes = mesh.axisNames.filter { name in
      axisNames?.contains(name) ?? (Trace.current.manualMesh?.axes.contains(name) != true)
    }
    var specs: [PartitionSpec] = []
    var problem: TensorError?
    do throws(TensorError) {
      try checkAxes(axes)
      specs = try spread(inSpecs, arguments, axes, "argument")
      if let error = leaves.lazy.compactMap(\.error).first { throw error }
      try check(arguments, specs, axes, "argument", hasLocalShapes: false)
    } catch {
      problem = error
    }
    let onMesh = Trace(MeshInterpreter(mesh: mesh, axes: axes), parent: Trace.current, label: "shardMap")
    let trace = StagingTrace(parent: onMesh, label: "shardMap")
    defer { trace.close() }
    var traced = arguments
    var index = 0
    traced.forEachLeaf { leaf in
      if let problem {
        leaf = Tensor.failed(problem)
      } else {
        let local = NamedSharding(mesh, specs[index]).localShape(leaf.type.shape)
        leaf = trace.input(leaf.type.with(shape: local), origin: leaf.origin)
      }
      index += 1
    }
    let results = try Trace.with(trace.trace) { () throws(E) in try body(traced) }
    let outputs =
      problem.map { error in results.leaves.map { _ in Tensor.failed(error) } }
      ?? run(leaves, specs, results, axes, trace)
    return results.unflatten(outputs)
  }

  /// Applies the traced program to whole tensors.
  private func run(
    _ leaves: [Tensor], _ inSpecs: [PartitionSpec], _ results: Results, _ axes: [String],
    _ trace: StagingTrace
  ) -> [Tensor] {
    let resultLeaves = results.leaves
    do throws(TensorError) {
      let specs = try spread(outSpecs, results, axes, "result")
      let open = try trace.program(name: "shardMap", outputs: resultLeaves)
      try check(results, specs, axes, "result", hasLocalShapes: true)
      if checksReplication { try checkReplication(open, inSpecs, results, specs, axes) }
      // What the function captured is the same on every device.
      let captured = open.constants.map(\.value)
      let map = ShardMap(
        program: open.closed(), mesh: mesh, axes: axes,
        inSpecs: inSpecs + captured.map { _ in [] }, outSpecs: specs)
      return bind(map, leaves + captured)
    } catch {
      return resultLeaves.map { _ in Tensor.failed(error) }
    }
  }

  private func checkAxes(_ axes: [String]) throws(TensorError) {
    let outer = Trace.current.manualMesh
    if let outer, outer.mesh != mesh {
      throw TensorError(
        "shardMap", problem: "a shardMap over \(mesh) was called inside of one over \(outer.mesh)",
        expected: "the same mesh in both")
    }
    if let axisNames {
      if let unknown = axisNames.first(where: { mesh.shape[$0] == nil }) {
        throw TensorError(
          "shardMap", problem: "axisNames has the axis \"\(unknown)\", which \(mesh) does not have",
          expected: "axes of the mesh: \(mesh.axisNames.joined(separator: ", "))")
      }
      if let taken = axisNames.first(where: { outer?.axes.contains($0) == true }) {
        throw TensorError(
          "shardMap",
          problem: "axisNames has the axis \"\(taken)\", which an enclosing shardMap is over already",
          expected: "axes that the enclosing shardMap leaves to the compiler")
      }
    }
    guard !axes.isEmpty else {
      throw TensorError(
        "shardMap",
        problem: outer == nil
          ? "a shardMap over no axes of \(mesh)"
          : "a shardMap was called inside of one that is over all axes of \(mesh)",
        expected: outer == nil
          ? "at least one axis"
          : "an outer shardMap over some of the axes: axisNames: [\"\(mesh.axisNames[0])\"]")
    }
  }

  /// One spec for each tensor.
  private func spread(
    _ specs: [SpecTree], _ list: some ArgumentList, _ axes: [String], _ what: String
  ) throws(TensorError) -> [PartitionSpec] {
    let parts = list.parts
    guard specs.count == parts.count else {
      throw TensorError(
        "shardMap", problem: "\(specs.count) specs were given for \(parts.count) \(what)s",
        expected: "one spec for each \(what); [] where every device has the whole")
    }
    var result: [PartitionSpec] = []
    for (number, (spec, part)) in zip(specs, parts).enumerated() {
      result += try spec.specs(of: part, on: mesh, axes: axes, name: "\(what) \(number)")
    }
    return result
  }

  /// Throws if a spec does not fit its tensor.
  ///
  /// - Parameter hasLocalShapes: whether the tensors are a device's parts. Then any extent will do.
  private func check(
    _ list: some ArgumentList, _ specs: [PartitionSpec], _ axes: [String], _ what: String,
    hasLocalShapes: Bool
  ) throws(TensorError) {
    for (index, (leaf, spec)) in zip(list.leaves, specs).enumerated() {
      let name = name(list, index, what)
      let shape = hasLocalShapes ? Shape(leaf.type.shape.dimensions.map { _ in 0 }) : leaf.type.shape
      if let error = NamedSharding(mesh, spec).problem(with: shape, "shardMap", name: name) { throw error }
      guard let axis = spec.axisNames.first(where: { !axes.contains($0) }) else { continue }
      throw TensorError(
        "shardMap",
        problem: "the spec \(spec) of \(name) names the axis \"\(axis)\", which this shardMap is not over",
        expected: "axes that it is over: \(axes.joined(separator: ", "))")
    }
  }

  /// Throws if a result may differ along an axis that its spec does not name.
  private func checkReplication(
    _ program: Program, _ inSpecs: [PartitionSpec], _ results: Results, _ outSpecs: [PartitionSpec],
    _ axes: [String]
  ) throws(TensorError) {
    let variation = program.variation(inSpecs.map { Set($0.axisNames) })
    for (index, (differing, spec)) in zip(variation, outSpecs).enumerated() {
      let named = spec.axisNames
      guard
        let axis = axes.first(where: { axis in
          differing.contains(axis) && !named.contains(axis) && mesh.shape[axis] != 1
        })
      else { continue }
      throw TensorError(
        "shardMap",
        problem:
          "\(name(results, index, "result")) may differ from device to device along \"\(axis)\", which its "
          + "spec \(spec) does not name",
        expected:
          "a psum, pmean or allGather along \"\(axis)\", a spec that names it, or checkReplication: false "
          + "where the values are the same all the same")
    }
  }

  /// What errors call a tensor: `argument 0, net/linear/kernel,`.
  private func name(_ list: some ArgumentList, _ index: Int, _ what: String) -> String {
    list.location(index).map { location in
      "\(what) \(location.argument)" + (location.name.map { ", \($0)," } ?? "")
    } ?? "a \(what)"
  }
}
