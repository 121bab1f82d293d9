package import StableHLO
package import TensorCore

/// Runs the one of several programs that the first operand, an int32 scalar in their range, chooses; the other
/// operands are the inputs of each.
package struct Branch: Primitive {
  package let branches: [Program]

  package init(branches: [Program]) {
    self.branches = branches
  }

  package let name = "switch"
  package var parameters: String { "branches: \(branches.count)" }
  package var resultCount: Int { branches.first?.outputs.count ?? 0 }
  package var subprograms: [Program] { branches }
  package var hasEffect: Bool { branches.contains(where: \.hasEffect) }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    guard let first = branches.first else {
      throw TypeRuleError("there is no branch", expected: "at least one branch")
    }
    guard let index = operands.first, index.ndim == 0, index.dtype == .int32 else {
      throw TypeRuleError(
        "the index is \(operands.first?.description ?? "missing")", expected: "an i32 scalar")
    }
    for branch in branches {
      try expect(branch.inputs.count + 1, operands)
      for (number, pair) in zip(operands.dropFirst(), branch.inputTypes).enumerated()
      where pair.0.shape != pair.1.shape || pair.0.dtype != pair.1.dtype {
        throw TypeRuleError("operand \(number) is \(pair.0)", expected: "\(pair.1)")
      }
      if branch.outputTypes.map(\.description) != first.outputTypes.map(\.description) {
        throw TypeRuleError(
          "the branches give \(first.outputTypes) and \(branch.outputTypes)",
          expected: "branches with results of the same types")
      }
    }
    return first.outputTypes
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let results = branches.map { $0.variation(Array(operands.dropFirst())) }
    return (0..<resultCount).map { index in
      results.reduce(into: operands.first ?? []) { $0.formUnion($1[index]) }
    }
  }

  /// What `derive` makes of every branch for the outputs that are marked in any of them.
  package func united<Derived: TransformedProgram>(
    _ derive: (Program, [Bool]) -> Derived, count: Int
  ) -> [Derived] {
    let unmarked = [Bool](repeating: false, count: count)
    let marks = branches.map { derive($0, unmarked).isPresent }
    let union = unmarked.indices.map { index in marks.contains { $0[index] } }
    return branches.map { derive($0, union) }
  }

  package func failure(_ derived: [some TransformedProgram]) -> TensorError? {
    derived.lazy.compactMap(\.failure).first
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let isActive = tangents.dropFirst().map { $0 != nil }
    let derived = united({ $0.jvp(isActive: isActive, instantiating: $1) }, count: resultCount)
    if let error = failure(derived) { return (failed(error), failed(error)) }
    let results = bind(Branch(branches: derived.map(\.program)), primals + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived[0].tangentIndices.picking(from: results))
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    let isActive = tangents.dropFirst().map { $0 != nil }
    let derived = united({ $0.linearized(isActive: isActive, instantiating: $1) }, count: resultCount)
    if let error = failure(derived) { return (failed(error), failed(error)) }
    let residuals = BranchResiduals(derived, outputCount: resultCount)
    let results = bind(Branch(branches: residuals.primals), primals)
    let indices = derived[0].tangentIndices
    if indices.allSatisfy({ $0 == nil }) { return (Array(results[..<resultCount]), indices.map { _ in nil }) }
    let operands = Array(primals[1...]) + results[resultCount...] + tangents.compactMap { $0 }
    let tangentsOut = bind(Branch(branches: residuals.linears), [primals[0]] + operands)
    return (Array(results[..<resultCount]), indices.picking(from: tangentsOut))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let isLinear = operands.dropFirst().map(\.isLinear)
    let hasCotangent = cotangents.map { $0 != nil }
    let derived = united(
      { $0.transposed(isLinear: isLinear, hasCotangent: hasCotangent, instantiating: $1) },
      count: isLinear.count)
    if let error = failure(derived) { return operands.map { $0.isLinear ? Tensor.failed(error) : nil } }
    let results = bind(
      Branch(branches: derived.map(\.program)), operands.values + cotangents.compactMap { $0 })
    return [nil] + derived[0].cotangentIndices.picking(from: results)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let values = Array(operands.dropFirst())
    let results = context.resultTypes.map(\.hlo)
    return context.function.switchCase(
      operands[0], results: results,
      branches: branches.map { branch in
        { function in
          function.call(key: branch, name: branch.name, values) { inner, inputs in
            branch.lower(to: inner, inputs: Array(zip(branch.inputs, inputs)))
          }
        }
      })
  }
}

/// What the linear branches need of the computation. Inputs of the branches are used as they are; what a branch
/// computes takes a slot of its type, which branches share.
package struct BranchResiduals {
  /// The branches that compute the results and fill the slots.
  package let primals: [Program]
  /// The linear branches; their inputs are those of the branches, the slots, and the active tangents.
  let linears: [Program]

  private struct Key: Hashable, Sendable {
    let slots: [TensorType]
    let taken: [Int]
  }

  init(_ derived: [LinearizedProgram], outputCount: Int) {
    // For each residual of each branch: the input it is, or nil.
    let sources = derived.map { branch -> [Int?] in
      let inputs = branch.program.inputs
      return branch.program.outputs[outputCount...].map { atom in
        if case .variable(let variable) = atom { return inputs.firstIndex(of: variable) }
        return nil
      }
    }
    var slots: [TensorType] = []
    let taken = zip(derived, sources).map { branch, sources -> [Int] in
      var free = Array(slots.indices)
      return zip(branch.program.outputTypes[outputCount...], sources).compactMap { type, source in
        if source != nil { return nil }
        if let known = free.firstIndex(where: { slots[$0] == type }) { return free.remove(at: known) }
        slots.append(type)
        return slots.count - 1
      }
    }
    let allSlots = slots
    primals = zip(zip(derived, sources), taken).map { pair, taken in
      let (branch, sources) = pair
      let key = Key(slots: allSlots, taken: taken)
      return branch.program.derive(key, name: branch.program.name) { trace in
        let results = branch.program.evaluate(branch.program.inputTypes.map { trace.input($0) })
        var values = allSlots.map { Tensor.full($0.shape, 0, dtype: $0.dtype) }
        let computed = zip(results[outputCount...], sources).filter { $0.1 == nil }.map(\.0)
        for (slot, value) in zip(taken, computed) { values[slot] = value }
        return results[..<outputCount] + values
      }.program
    }
    let inputTypes = derived.first?.program.inputTypes ?? []
    linears = zip(zip(derived, sources), taken).map { pair, taken in
      let (branch, sources) = pair
      let linear = branch.linear
      var free = taken[...]
      let residuals = sources.map { $0 ?? inputTypes.count + (free.popFirst() ?? 0) }
      let tangentTypes = linear.inputTypes[sources.count...]
      let start = inputTypes.count + allSlots.count
      return linear.widened(
        inputTypes + allSlots + tangentTypes, at: residuals + Array(start..<(start + tangentTypes.count)))
    }
  }
}
