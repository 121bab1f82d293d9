extension Program: CustomStringConvertible {
  /// The program as text, one equation a line:
  ///
  ///     program f(a: f32[3]) {
  ///       b: f32[3] = sin a
  ///       return b
  ///     }
  public var description: String {
    var names: [Int: String] = [:]
    func name(_ variable: Variable) -> String {
      if let known = names[variable.number] { return known }
      let fresh = Program.letters(names.count)
      names[variable.number] = fresh
      return fresh
    }
    func typed(_ variable: Variable) -> String { "\(name(variable)): \(types[variable.number])" }
    func text(_ atom: Atom) -> String {
      switch atom {
      case .variable(let variable): name(variable)
      case .literal(let scalar): scalar.description
      }
    }
    var lines = ["program \(self.name)(\(inputs.map(typed).joined(separator: ", "))) {"]
    for constant in constants { lines.append("  constant \(typed(constant.variable))") }
    for equation in equations {
      let left = equation.results.map(typed).joined(separator: ", ")
      let parameters = equation.primitive.parameters
      let operation =
        parameters.isEmpty ? equation.primitive.name : "\(equation.primitive.name)[\(parameters)]"
      let operands = equation.operands.map(text).joined(separator: " ")
      lines.append("  \(left) = \(operation)\(operands.isEmpty ? "" : " " + operands)")
      for subprogram in equation.primitive.subprograms {
        lines += subprogram.description.split(separator: "\n").map { "    " + $0 }
      }
    }
    lines.append("  return \(outputs.map(text).joined(separator: ", "))")
    return lines.joined(separator: "\n") + "\n}"
  }

  /// a, b, …, z, aa, ab, …
  private static func letters(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    var result = ""
    var rest = index
    repeat {
      result = String(alphabet[rest % 26]) + result
      rest = rest / 26 - 1
    } while rest >= 0
    return result
  }
}

extension ScalarLiteral: CustomStringConvertible {
  /// The value as a number: `2.0`, `3`, `true`.
  public var description: String {
    switch dtype.kind {
    case .boolean: bits == 0 ? "false" : "true"
    case .integer: dtype.isUnsigned ? String(bits) : String(integer(Int64.self))
    case .floating: dtype == .float64 ? String(double) : String(Float(double))
    case .complex: "\(complex)"
    }
  }
}
