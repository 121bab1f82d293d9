import Synchronization

/// A function as a list of equations: the intermediate representation, JAX's jaxpr.
///
/// Inputs and constants are given by the caller: `constants` are tensors that the function captured. Printing a
/// program shows it in a stable, readable form.
public final class Program: Sendable {
  package let name: String
  package let inputs: [Variable]
  package let constants: [(variable: Variable, value: Tensor)]
  package let equations: [Equation]
  package let outputs: [Atom]
  /// The type of every variable, by its number.
  package let types: [TensorType]
  /// Programs that were derived from this one, such as its derivative; derived once.
  package let derived = DerivedPrograms()
  /// The named axes that operations of the program or its subprograms work across.
  package let axisNames: Set<String>
  /// Whether an operation of the program does something besides its results.
  package let hasEffect: Bool
  /// Whether the program calls functions of this process.
  let hasForeignCalls: Bool
  /// Whether a loop runs in the program for as long as a condition holds.
  package let hasUnboundedLoop: Bool
  /// Whether the program is linear in something that only cotangents go through: customVJP.
  package let isReverseOnly: Bool
  /// The hash of the structure, computed when it is first asked for.
  let structureHash = Mutex<Int?>(nil)

  package init(
    name: String, inputs: [Variable], constants: [(variable: Variable, value: Tensor)], equations: [Equation],
    outputs: [Atom], types: [TensorType]
  ) {
    self.name = name
    self.inputs = inputs
    self.constants = constants
    self.equations = equations
    self.outputs = outputs
    self.types = types
    var names: Set<String> = []
    for equation in equations { names.formUnion(equation.primitive.axisNames) }
    axisNames = names
    hasEffect = equations.contains { $0.primitive.hasEffect }
    hasForeignCalls = equations.contains { equation in
      equation.primitive.foreignFunction != nil
        || equation.primitive.subprograms.contains(where: \.hasForeignCalls)
    }
    hasUnboundedLoop = equations.contains { $0.primitive.hasUnboundedLoop }
    isReverseOnly = equations.contains { $0.primitive.isReverseOnly }
  }

  /// The types of the inputs, in order.
  public var inputTypes: [TensorType] { inputs.map { types[$0.number] } }
  /// The types of the outputs, in order.
  public var outputTypes: [TensorType] { outputs.map(type(of:)) }
  /// The number of equations, those of subprograms not counted.
  public var equationCount: Int { equations.count }

  package func type(of atom: Atom) -> TensorType {
    switch atom {
    case .variable(let variable): types[variable.number]
    case .literal(let scalar): scalar.type
    }
  }

  /// Applies the equations to `arguments` under the current trace and returns the outputs.
  ///
  /// - Parameters:
  ///   - captured: values for the constants, where they are not those of the program.
  ///   - inlining: whether the equations of programs that are called are applied instead of the call.
  package func evaluate(_ arguments: [Tensor], captured: [Tensor]? = nil, inlining: Bool = false) -> [Tensor]
  {
    var values = [Tensor?](repeating: nil, count: types.count)
    for (input, argument) in zip(inputs, arguments) { values[input.number] = argument }
    for (index, constant) in constants.enumerated() {
      values[constant.variable.number] = captured?[index] ?? constant.value
    }
    func read(_ atom: Atom) -> Tensor {
      switch atom {
      case .literal(let scalar): Tensor(scalar)
      case .variable(let variable): values[variable.number] ?? Tensor.unassigned(self)
      }
    }
    for equation in equations {
      let operands = equation.operands.map(read)
      let called = inlining ? equation.primitive.inlinedProgram : nil
      let results = called?.evaluate(operands, inlining: true) ?? bind(equation.primitive, operands)
      for (variable, result) in zip(equation.results, results) { values[variable.number] = result }
    }
    return outputs.map(read)
  }

  /// The same function without the equations that no output needs, and without constants nobody reads.
  ///
  /// - Parameter keepsEffects: whether operations that do something besides their results are kept.
  package func pruned(keepsEffects: Bool = true) -> Program {
    var isNeeded = [Bool](repeating: false, count: types.count)
    func need(_ atom: Atom) {
      if case .variable(let variable) = atom { isNeeded[variable.number] = true }
    }
    outputs.forEach(need)
    var kept: [Equation] = []
    for equation in equations.reversed() {
      guard
        keepsEffects && equation.primitive.hasEffect
          || equation.results.contains(where: { isNeeded[$0.number] })
      else {
        continue
      }
      equation.operands.forEach(need)
      kept.append(equation)
    }
    if kept.count == equations.count { return self }
    return Program(
      name: name, inputs: inputs, constants: constants.filter { isNeeded[$0.variable.number] },
      equations: kept.reversed(), outputs: outputs, types: types)
  }
}

extension Tensor {
  /// The value of a variable that no equation wrote: a malformed program, which `check()` would have named.
  package static func unassigned(_ program: Program) -> Tensor {
    Tensor(
      failure: TensorError(
        program.name, problem: "the program reads a variable before it is written",
        expected: "a program that passes `Program.check()`; please report this as a bug"))
  }
}
