package import TensorCore

extension Program {
  /// Sends cotangents of the outputs of a linear program back to its linear inputs, under the current trace.
  ///
  /// Each equation is linear in the values that depend on the linear inputs; the others are computed first, by
  /// running the equations that do not depend on them. A result of nil is zero.
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    var isLinear = [Bool](repeating: false, count: types.count)
    var values = [Tensor?](repeating: nil, count: types.count)
    for (input, operand) in zip(inputs, operands) {
      switch operand {
      case .linear: isLinear[input.number] = true
      case .value(let value): values[input.number] = value
      }
    }
    for constant in constants { values[constant.variable.number] = constant.value }
    func value(_ atom: Atom) -> Tensor {
      switch atom {
      case .literal(let scalar): Tensor(scalar)
      case .variable(let variable): values[variable.number] ?? Tensor.unassigned(self)
      }
    }
    func dependsOnLinear(_ atom: Atom) -> Bool {
      if case .variable(let variable) = atom { return isLinear[variable.number] }
      return false
    }
    var linearEquations: [Equation] = []
    for equation in equations {
      if equation.operands.contains(where: dependsOnLinear) {
        for result in equation.results { isLinear[result.number] = true }
        linearEquations.append(equation)
      } else {
        let results = bind(equation.primitive, equation.operands.map(value))
        for (variable, result) in zip(equation.results, results) { values[variable.number] = result }
      }
    }
    var pending = [Tensor?](repeating: nil, count: types.count)
    var slices: [Int: SliceCotangents] = [:]
    func accumulate(_ variable: Variable, _ cotangent: Tensor?) {
      pending[variable.number] = Tensor.sum(pending[variable.number], cotangent)
    }
    /// The cotangent of a variable once everything that reads it was seen.
    func collected(_ variable: Variable) -> Tensor? {
      defer { pending[variable.number] = nil }
      let joined = slices.removeValue(forKey: variable.number)?.joined(types[variable.number])
      return Tensor.sum(pending[variable.number], joined)
    }
    for (output, cotangent) in zip(outputs, cotangents) {
      if case .variable(let variable) = output, isLinear[variable.number] { accumulate(variable, cotangent) }
    }
    for equation in linearEquations.reversed() {
      let cotangentsIn = equation.results.map(collected)
      if cotangentsIn.allSatisfy({ $0 == nil }) { continue }
      if case .variable(let variable)? = equation.operands.first, let cotangent = cotangentsIn[0],
        !cotangent.isFailed, let range = equation.primitive.slicedRange(of: types[variable.number])
      {
        slices[variable.number, default: .init()].add(range, cotangent)
        continue
      }
      let linearOperands = equation.operands.map { atom -> LinearOperand in
        dependsOnLinear(atom) ? .linear(type(of: atom)) : .value(value(atom))
      }
      let cotangentsOut = equation.primitive.transpose(cotangentsIn, linearOperands)
      for (atom, cotangent) in zip(equation.operands, cotangentsOut) {
        if case .variable(let variable) = atom, isLinear[variable.number] { accumulate(variable, cotangent) }
      }
    }
    return inputs.map { isLinear[$0.number] ? collected($0) : nil }
  }
}
