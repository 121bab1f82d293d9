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
    let usesAxis = context.axisName.map(primitive.axisNames.contains)
    guard usesAxis == true || pairs.contains(where: { $0.axis != nil }) else {
      return Trace.with(parent ?? EvaluationTrace.shared) { bind(primitive, values) }
    }
    do throws(TypeRuleError) {
      // Checked in the user's own shapes, without the batch axis, so that an error speaks of those.
      _ = try primitive.checkedTypes(operands.map(\.type))
    } catch {
      return primitive.failedResults(operands, error)
    }
    return Trace.with(parent ?? EvaluationTrace.shared) {
      let result = primitive.batch(values, pairs.map { $0.axis }, context)
      return zip(result.results, result.axes).map { tracer($0, $1) }
    }
  }
}
