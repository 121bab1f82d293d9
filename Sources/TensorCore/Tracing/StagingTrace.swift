package typealias StagingTrace = Interpretation<StagingInterpreter>

extension StagingTrace {
  /// - Parameter isLinear: whether only operations on the program's values are staged.
  package init(parent: Trace?, label: String, isLinear: Bool = false) {
    self.init(StagingInterpreter(isLinear: isLinear), parent: parent, label: label)
  }

  var firstFailure: TensorError? { interpreter.firstFailure }

  /// A new input of the program.
  package func input(_ type: TensorType, origin: Origin? = nil) -> Tensor {
    interpreter.input(type, origin: origin, trace)
  }

  /// The program that gives `outputs`, without equations that none of them needs.
  ///
  /// - Throws: the first failure of the trace, even one whose result is not used, or that of an output.
  package func program(name: String, outputs: [Tensor]) throws(TensorError) -> Program {
    var atoms: [Atom] = []
    for output in outputs { atoms.append(try interpreter.atom(output, operation: name, trace).get()) }
    if let error = interpreter.firstFailure { throw error }
    return Program(
      name: name, inputs: interpreter.inputs, constants: interpreter.constants,
      equations: interpreter.equations, outputs: atoms, types: interpreter.types
    ).pruned()
  }

  /// As `program`, for a program that is part of another one and kept with it: it may capture concrete tensors, but
  /// nothing of the transformations around it, which differ from use to use.
  package func subprogram(name: String, outputs: [Tensor]) throws(TensorError) -> Program {
    let program = try program(name: name, outputs: outputs)
    for constant in program.constants {
      guard case .tracer = constant.value.storage else { continue }
      throw TensorError(
        name, operands: [constant.value],
        problem: "a derivative or batching rule uses a traced value that is not one of its arguments",
        expected: "such values to be arguments of the function that has the rule (customJVP, customVJP)")
    }
    return program
  }
}
