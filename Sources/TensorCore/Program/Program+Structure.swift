import Synchronization

/// Programs are equal when they do the same to inputs of the same types, whatever they are called: so a body that is
/// traced anew finds what was compiled for the same body before.
extension Program: Hashable {
  public static func == (a: Program, b: Program) -> Bool {
    if a === b { return true }
    guard a.inputs == b.inputs, a.outputs == b.outputs, a.types == b.types,
      a.equations.count == b.equations.count, a.constants.count == b.constants.count
    else { return false }
    return zip(a.equations, b.equations).allSatisfy { $0.isEqual(to: $1) }
      && zip(a.constants, b.constants).allSatisfy { first, second in
        guard first.variable == second.variable, let identity = first.value.identity else { return false }
        return identity == second.value.identity
      }
  }

  public func hash(into hasher: inout Hasher) {
    let value = structureHash.withLock { (known: inout Int?) -> Int in
      if let known { return known }
      var structure = Hasher()
      structure.combine(inputs)
      structure.combine(outputs)
      structure.combine(types)
      for equation in equations {
        structure.combine(equation.operands)
        structure.combine(ObjectIdentifier(Swift.type(of: equation.primitive)))
        equation.primitive.hash(into: &structure)
      }
      let value = structure.finalize()
      known = value
      return value
    }
    hasher.combine(value)
  }

  /// The same equations between other variables, without those that no output needs.
  ///
  /// - Parameter keepsEffects: whether operations that do something besides their results are kept.
  package func with(inputs: [Variable]? = nil, outputs: [Atom], keepsEffects: Bool = true) -> Program {
    Program(
      name: name, inputs: inputs ?? self.inputs, constants: constants, equations: equations, outputs: outputs,
      types: types
    ).pruned(keepsEffects: keepsEffects)
  }

  /// The same program with inputs for `count` operands, of which it reads those at `positions`, in order.
  package func widened(_ operandTypes: [TensorType], at positions: [Int]) -> Program {
    var types = types
    var inputs: [Variable?] = operandTypes.map { _ in nil }
    for (input, position) in zip(self.inputs, positions) { inputs[position] = input }
    let all = zip(inputs, operandTypes).map { input, type -> Variable in
      if let input { return input }
      types.append(type)
      return Variable(number: types.count - 1)
    }
    return Program(
      name: name, inputs: all, constants: constants, equations: equations, outputs: outputs, types: types)
  }

  /// Which variables depend on the inputs that are marked.
  package func dependents(on isMarked: [Bool]) -> [Bool] {
    var depends = [Bool](repeating: false, count: types.count)
    for (input, mark) in zip(inputs, isMarked) { depends[input.number] = mark }
    for equation in equations {
      let reads = equation.operands.contains { atom in
        if case .variable(let variable) = atom { return depends[variable.number] }
        return false
      }
      if reads { for result in equation.results { depends[result.number] = true } }
    }
    return depends
  }
}

extension Equation {
  fileprivate func isEqual(to other: Equation) -> Bool {
    operands == other.operands && results == other.results
      && AnyHashable(primitive) == AnyHashable(other.primitive)
  }
}

extension Tensor {
  /// What makes a tensor with a value or tracer itself.
  package var identity: ObjectIdentifier? {
    switch storage {
    case .array(let buffer, _): ObjectIdentifier(buffer)
    case .host(let array, _): ObjectIdentifier(array)
    case .sharded(let array): ObjectIdentifier(array)
    case .tracer(let tracer): ObjectIdentifier(tracer)
    case .scalar, .abstract, .failed: nil
    }
  }
}
