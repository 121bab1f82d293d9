import StableHLO

/// Applies operations to whole batches: `vmap`.
final class BatchTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is.
  final class BatchTracer: Tracer, @unchecked Sendable {
    // Unchecked as Tracer is.
    /// The whole batch; `axis` is the batch axis in it.
    let value: Tensor
    let axis: Int
    init(_ value: Tensor, _ axis: Int, _ trace: BatchTrace) {
      self.value = value
      self.axis = axis
      var dimensions = value.type.shape.dimensions
      dimensions.remove(at: axis)
      super.init(value.type.with(shape: Shape(dimensions)), trace)
    }
  }

  let context: BatchContext

  init(parent: Trace?, label: String, context: BatchContext) {
    self.context = context
    super.init(parent: parent, label: label)
  }

  override var runsRulesAtOnce: Bool { false }

  /// One lane of `value`, batched along `axis`; the same for all lanes when the axis is nil.
  func tracer(_ value: Tensor, _ axis: Int?) -> Tensor {
    guard let axis, !value.isFailed else { return value }
    return Tensor(.tracer(BatchTracer(value, axis, self)), origin: value.origin)
  }

  func split(_ tensor: Tensor) -> (value: Tensor, axis: Int?) {
    if case .tracer(let tracer) = tensor.storage, let own = tracer as? BatchTracer, own.trace === self {
      return (own.value, own.axis)
    }
    return (tensor, nil)
  }

  override func axisSize(_ name: String) -> Int? {
    name == context.axisName ? context.size : parent?.axisSize(name)
  }

  override func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    let pairs = operands.map(split)
    let values = pairs.map { $0.value }
    if let collective = primitive as? any NamedAxisPrimitive, collective.axisName == context.axisName {
      if let failed = primitive.failedResults(operands) { return failed }
      return Trace.with(parent ?? EvaluationTrace.shared) {
        let result = collective.batchOverOwnAxis(values, pairs.map { $0.axis }, context)
        return zip(result.results, result.axes).map { tracer($0, $1) }
      }
    }
    let usesAxis = context.axisName.map(primitive.axisNames.contains)
    guard usesAxis == true || pairs.contains(where: { $0.axis != nil }) else {
      return Trace.with(parent ?? EvaluationTrace.shared) { bind(primitive, values) }
    }
    if let failed = primitive.failedResults(operands) { return failed }
    return Trace.with(parent ?? EvaluationTrace.shared) {
      let result = primitive.batch(values, pairs.map { $0.axis }, context)
      return zip(result.results, result.axes).map { tracer($0, $1) }
    }
  }
}

/// A primitive that works across a named axis: under the `vmap` of that name it works on the batch axis itself.
protocol NamedAxisPrimitive: Primitive {
  var axisName: String { get }
  /// The operation on the parts that the devices of a mesh have along the axis.
  func lower(_ operands: [HLOValue], _ context: LoweringContext, along lanes: MeshLanes) -> [HLOValue]
  /// The operation on the values that the processes have.
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue]
  /// The results for whole batches along the axis of this name, and their batch axes.
  func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?])
}

extension NamedAxisPrimitive {
  var axisNames: Set<String> { [axisName] }

  func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let union = operands.reduce(into: Set([axisName])) { $0.formUnion($1) }
    return [Set<String>](repeating: union, count: resultCount)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Without a mesh axis or processes of the name there is nothing to lower to: `resultTypes` has said so, and XLA would.
    if let lanes = MeshLanes(context.function.module.manualMesh, axisName) {
      return lower(operands, context, along: lanes)
    }
    return Processes.axis(axisName).map { lower(operands, context, across: $0) } ?? operands
  }
}
