package import TensorCore
import TensorPrimitives

/// A function applied to every lane of batched arguments at once: `vmap`.
package struct VectorizedMap<Arguments: ArgumentList, Results: ArgumentList, E: Error> {
  package let inAxes: [Axis]?
  /// The axis of each result; the first of all, if nil.
  package let outAxes: [Axis]?
  package let axisName: String?
  package let axisSize: Int?
  var spmdAxes: [String] = []
  package let body: (Arguments) throws(E) -> Results

  package func callAsFunction(_ arguments: Arguments) throws(E) -> Results {
    let layout = layout(of: arguments)
    let context = BatchContext(size: layout.size, axisName: axisName, spmdAxes: spmdAxes)
    let trace = BatchTrace(parent: Trace.current, label: "vmap", context: context)
    defer { trace.close() }
    var traced = arguments
    var index = 0
    traced.forEachLeaf { leaf in
      if let error = layout.error {
        leaf = Tensor.failed(error)
      } else {
        leaf = trace.tracer(leaf, layout.axes[index])
      }
      index += 1
    }
    let results = try Trace.with(trace.trace) { () throws(E) in try body(traced) }
    let counts = results.leafCounts
    let outAxes = outAxes ?? counts.map { _ in 0 }
    let error = layout.error ?? countError(outAxes, counts)
    let axes = zip(outAxes, counts).flatMap { axis, count in [Axis](repeating: axis, count: count) }
    var position = 0
    var final = results
    final.forEachLeaf { leaf in
      leaf =
        error.map { Tensor.failed($0) }
        ?? collect(leaf, axes[position], trace) { VectorizedMap.text(results.location(position)) }
      position += 1
    }
    return final
  }

  private func countError(_ outAxes: [Axis], _ results: [Int]) -> TensorError? {
    if outAxes.count == results.count { return nil }
    return TensorError(
      "vmap", problem: "\(outAxes.count) output axes were given for \(results.count) results",
      expected: "one axis (or nil) for each result")
  }

  private struct Layout {
    var size = 1
    var axes: [Int?] = []
    var error: TensorError?
  }

  /// The batch axis of every tensor and the common extent of them.
  private func layout(of arguments: Arguments) -> Layout {
    var layout = Layout()
    let counts = arguments.leafCounts
    if let inAxes, inAxes.count != counts.count {
      layout.error = TensorError(
        "vmap", problem: "\(inAxes.count) input axes were given for \(counts.count) arguments",
        expected: "one axis (or nil) for each argument")
      return layout
    }
    let leaves = arguments.leaves
    let perLeaf = zip(inAxes ?? counts.map { _ in 0 }, counts).flatMap { axis, count in
      [Axis](repeating: axis, count: count)
    }
    var size = axisSize
    var first = "axisSize"
    for (number, (leaf, axis)) in zip(leaves, perLeaf).enumerated() {
      guard let chosen = axis.number, !leaf.isFailed else {
        layout.axes.append(nil)
        continue
      }
      let index = chosen.counted(in: leaf.ndim)
      guard (0..<leaf.ndim).contains(index) else {
        layout.error = leaf.axisError("vmap", chosen)
        return layout
      }
      let extent = leaf.type.shape[index]
      let location = "axis \(index) of tensor \(number)"
      if let known = size, known != extent {
        layout.error = TensorError(
          "vmap", operands: leaves,
          problem: "the mapped axes have different extents: \(first) gives \(known), \(location) \(extent)",
          expected: "the same number of lanes in every mapped argument; nil for those that are not mapped")
        return layout
      }
      if size == nil { first = location }
      size = extent
      layout.axes.append(index)
    }
    guard let size else {
      layout.error = TensorError(
        "vmap", problem: "no argument is mapped",
        expected: "at least one input axis that is not nil, or axisSize")
      return layout
    }
    guard (0...Int(Int32.max)).contains(size) else {
      layout.error = TensorError(
        "vmap", problem: "\(size) lanes", expected: "from 0 to \(Int32.max) lanes: they are counted in int32")
      return layout
    }
    layout.size = size
    return layout
  }

  private static func text(_ location: (argument: Int, name: String?)?) -> String {
    guard let location else { return "a result" }
    return "result \(location.argument)" + (location.name.map { ", \($0)," } ?? "")
  }

  /// A result for all lanes with the batch axis where it was asked for.
  private func collect(
    _ tensor: Tensor, _ axis: Axis, _ trace: BatchTrace, name: () -> String
  ) -> Tensor {
    let lane = trace.split(tensor)
    if lane.value.isFailed { return lane.value }
    guard let target = axis.number else {
      if let present = lane.axis {
        return Tensor.failed(
          TensorError(
            "vmap", operands: [tensor],
            problem: "\(name()) differs between lanes (along axis \(present)), but its output axis is nil",
            expected:
              "an output axis for it, or a result that does not depend on a mapped argument or axisIndex"))
      }
      return lane.value
    }
    let rank = tensor.ndim + 1
    let index = target.counted(in: rank)
    guard (0..<rank).contains(index) else { return tensor.failedAxis("vmap", target) }
    guard let present = lane.axis else { return lane.value.batchBroadcast(trace.context.size, at: index) }
    return lane.value.movingAxis(present, to: index)
  }
}
