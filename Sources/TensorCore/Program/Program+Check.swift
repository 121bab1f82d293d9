extension Program {
  /// Verifies that every variable is written once, before it is read, with the type that its primitive gives.
  ///
  /// - Throws: a `TensorError` that names the equation.
  public func check() throws(TensorError) {
    var isWritten = [Bool](repeating: false, count: types.count)
    func complain(_ text: String) -> TensorError {
      TensorError(
        "Program.check", problem: "\(name): \(text)",
        expected: "a well-formed program; please report this as a bug")
    }
    func write(_ variable: Variable) throws(TensorError) {
      if isWritten[variable.number] { throw complain("variable \(variable.number) is written twice") }
      isWritten[variable.number] = true
    }
    func read(_ atom: Atom) throws(TensorError) -> TensorType {
      if case .variable(let variable) = atom, !isWritten[variable.number] {
        throw complain("variable \(variable.number) is read before it is written")
      }
      return type(of: atom)
    }
    for input in inputs { try write(input) }
    for constant in constants { try write(constant.variable) }
    for (index, equation) in equations.enumerated() {
      var operands: [TensorType] = []
      for operand in equation.operands { operands.append(try read(operand)) }
      let results: [TensorType]
      do throws(TypeRuleError) {
        results = try equation.primitive.resultTypes(operands)
      } catch {
        throw complain("equation \(index) (\(equation.primitive.name)): \(error.problem)")
      }
      let recorded = equation.results.map { types[$0.number] }
      if results.map(\.description) != recorded.map(\.description) {
        throw complain(
          "equation \(index) (\(equation.primitive.name)) gives \(results), recorded as \(recorded)")
      }
      for result in equation.results { try write(result) }
      try equation.primitive.checkSubprograms()
    }
    for output in outputs { _ = try read(output) }
  }
}
