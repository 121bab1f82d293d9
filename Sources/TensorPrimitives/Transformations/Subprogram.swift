package import TensorCore

/// A function traced to a program that a primitive runs: the body of a loop, a branch.
package struct Subprogram<Results: TensorTree> {
  /// The program, closed: what the function captured comes first among its inputs. Or the first failure in it.
  package let program: Result<Program, TensorError>
  /// The values of the captured inputs.
  package let captured: [Tensor]
  /// The function's results, with types in place of tensors.
  package let template: Results

  /// Traces `body` on tensors like `inputs`.
  ///
  /// - Throws: what `body` throws.
  package init<E: Error>(
    _ name: String, inputs: [SubprogramInput], _ body: ([Tensor]) throws(E) -> Results
  ) throws(E) {
    let trace = StagingTrace(parent: Trace.current, label: name)
    defer { trace.close() }
    var results = try Trace.with(trace.trace) { () throws(E) in
      try body(inputs.map { trace.input($0.type, origin: $0.origin) })
    }
    do throws(TensorError) {
      let open = try trace.program(name: name, outputs: results.leaves)
      captured = open.constants.map(\.value)
      program = .success(open.closed(leading: true))
    } catch {
      captured = []
      program = .failure(error)
    }
    results.forEachLeaf { $0 = Tensor(.abstract($0.type)) }
    template = results
  }

  /// Traces `body` on a tree of arguments.
  package init<Arguments: TensorTree, E: Error>(
    _ name: String, _ arguments: Arguments, _ body: (Arguments) throws(E) -> Results
  ) throws(E) {
    try self.init(name, inputs: arguments.leaves.map { SubprogramInput($0) }) { (inputs) throws(E) in
      try body(arguments.unflatten(inputs))
    }
  }

  /// The results with every tensor in place of its type.
  package func results(_ leaves: [Tensor]) -> Results { template.unflatten(leaves) }

  /// The results when nothing could be computed.
  package func failed(_ error: TensorError) -> Results {
    let failure = Tensor.failed(error)
    var results = template
    results.forEachLeaf { $0 = failure }
    return results
  }
}

/// What is known of an input of a function being traced.
package struct SubprogramInput {
  package var type: TensorType
  /// The parameter it comes from, for error texts.
  package var origin: Origin?

  package init(_ tensor: Tensor) {
    type = tensor.type
    origin = tensor.origin
  }

  /// One element of a tensor's leading axis.
  package init(elementOf tensor: Tensor) {
    type = tensor.type.with(shape: Shape(Array(tensor.type.shape.dimensions.dropFirst())))
    origin = tensor.origin?.derived
  }
}

extension Primitive {
  /// The results when the primitive cannot be applied.
  package func failed(_ error: TensorError) -> [Tensor] {
    [Tensor](repeating: Tensor.failed(error), count: resultCount)
  }
}
