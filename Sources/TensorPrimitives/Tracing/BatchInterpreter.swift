package import TensorCore

/// Applies operations to whole batches: `vmap`.
package struct BatchInterpreter: Interpreter {
  package let context: BatchContext

  package func runsRulesAtOnce(_ trace: Trace) -> Bool { false }

  package func axisSize(_ name: String, _ trace: Trace) -> Int? {
    name == context.axisName ? context.size : trace.parent?.axisSize(name)
  }

  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    let own = BatchTrace(self, trace)
    let pairs = operands.map(own.split)
    let values = pairs.map { $0.value }
    let usesAxis = context.axisName.map(primitive.axisNames.contains)
    guard usesAxis == true || pairs.contains(where: { $0.axis != nil }) else {
      return trace.around { bind(primitive, values) }
    }
    if let failed = primitive.failedResults(operands) { return failed }
    return trace.around {
      let result = primitive.batch(values, pairs.map { $0.axis }, context)
      return zip(result.results, result.axes).map { own.tracer($0, $1) }
    }
  }
}

package typealias BatchTrace = Interpretation<BatchInterpreter>

extension BatchTrace {
  package init(parent: Trace?, label: String, context: BatchContext) {
    self.init(BatchInterpreter(context: context), parent: parent, label: label)
  }

  package var context: BatchContext { interpreter.context }

  /// One lane of `value`, batched along `axis`; the same for all lanes when the axis is nil.
  package func tracer(_ value: Tensor, _ axis: Int?) -> Tensor {
    guard let axis, !value.isFailed else { return value }
    var dimensions = value.type.shape.dimensions
    dimensions.remove(at: axis)
    let type = value.type.with(shape: Shape(dimensions))
    return Tensor(.tracer(Tracer(type, .lanes(value, axis: axis), trace)), origin: value.origin)
  }

  package func split(_ tensor: Tensor) -> (value: Tensor, axis: Int?) {
    if case .lanes(let value, let axis)? = payload(tensor) { return (value, axis) }
    return (tensor, nil)
  }
}
