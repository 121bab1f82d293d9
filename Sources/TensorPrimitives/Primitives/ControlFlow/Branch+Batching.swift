package import TensorCore

extension Branch {
  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let inner = Array(axes.dropFirst())
    let values = Array(operands.dropFirst())
    if let axis = axes[0] {
      let choices = operands[0].movingAxis(axis, to: 0)
      let results = perLane(choices, zip(values, inner).map { BranchOperand(value: $0, axis: $1) }, context)
      return (results, results.map { $0.isFailed ? nil : 0 })
    }
    let derived = united({ $0.batched(axes: inner, context, instantiating: $1) }, count: resultCount)
    if let error = failure(derived) { return (failed(error), failed(error).map { _ in nil }) }
    return (
      bind(Branch(branches: derived.map(\.program)), [operands[0]] + values), derived[0].axes
    )
  }

  /// Lanes choose differently: all branches are computed, and each lane takes the results of its own.
  ///
  /// A branch sees operands of lanes that choose it alone: the others get those of one that does. So nothing is computed
  /// outside of what a branch is for, and no derivative of it, which may be infinite there.
  private func perLane(_ choices: Tensor, _ operands: [BranchOperand], _ context: BatchContext) -> [Tensor] {
    let all = [Bool](repeating: true, count: resultCount)
    let axes = operands.map { $0.axis == nil ? nil : 0 }
    var results: [Tensor]?
    for (number, branch) in branches.enumerated() {
      let derived = branch.batched(axes: axes, context, instantiating: all)
      if let error = derived.failure { return failed(error) }
      let chooses: Tensor = bind(Compare(.equal), choices, Tensor(ScalarLiteral(number, .int32)))
      // A branch that works across named axes needs the operands of all lanes.
      let own =
        branch.axisNames.isEmpty && context.size > 0
        ? computed(derived.program, operands, chooses)
        : bind(Call(program: derived.program), operands.map(\.batched))
      results =
        results.map { zip($0, own).map { earlier, result in chooses.selecting(result, earlier) } } ?? own
    }
    return results ?? []
  }

  /// The results of one branch for whole batches; what lanes that do not choose it get is not said.
  private func computed(_ program: Program, _ operands: [BranchOperand], _ chooses: Tensor) -> [Tensor] {
    let safe = operands.map(\.batched).replacingLanes(
      except: chooses, isBatched: operands.map { $0.axis != nil })
    // What all lanes share gets cotangents of all of them. Where none chooses the branch, those of a branch that runs
    // nevertheless would be zeros times anything, and the branch itself anything: it must not run then.
    let isShared = operands.contains { $0.axis == nil && $0.value.dtype.isDifferentiable }
    guard isShared || Debugging.current?.checksNaNs == true else { return bind(Call(program: program), safe) }
    let none = program.derive(NoResults(), name: "none") { trace in
      _ = program.inputTypes.map { trace.input($0) }
      return program.outputTypes.map { Tensor.full($0.shape, 0, dtype: $0.dtype) }
    }
    let isChosen: Tensor = bind(Convert(.int32), bind(ReduceOr(axes: [0]), chooses))
    return bind(Branch(branches: [none.program, program]), [isChosen] + safe)
  }

  private struct NoResults: Hashable, Sendable {}
}

/// An operand of branches, and the axis of its lanes.
private struct BranchOperand {
  let value: Tensor
  let axis: Int?
  /// With the lanes first, where there are any.
  var batched: Tensor { axis.map { value.movingAxis($0, to: 0) } ?? value }
}
