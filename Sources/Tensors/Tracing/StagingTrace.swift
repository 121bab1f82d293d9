import PJRT

/// Records operations as equations of a program.
class StagingTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is: confined to the one synchronous call that stages.
  private(set) var equations: [Equation] = []
  private(set) var types: [TensorType] = []
  private var inputs: [Variable] = []
  private var constants: [(variable: Variable, value: Tensor)] = []
  private var constantNumbers: [ObjectIdentifier: Variable] = [:]
  private(set) var firstFailure: TensorError?

  final class StagingTracer: Tracer, @unchecked Sendable {
    // Unchecked as Tracer is.
    let variable: Variable
    init(_ variable: Variable, _ type: TensorType, _ trace: StagingTrace) {
      self.variable = variable
      super.init(type, trace)
    }
  }

  override var runsRulesAtOnce: Bool { false }

  private func newVariable(_ type: TensorType) -> Variable {
    types.append(type)
    return Variable(number: types.count - 1)
  }

  /// A new input of the program.
  func input(_ type: TensorType, origin: Origin? = nil) -> Tensor {
    let variable = newVariable(type)
    inputs.append(variable)
    return Tensor(.tracer(StagingTracer(variable, type, self)), origin: origin)
  }

  override func record(_ error: TensorError) {
    if firstFailure == nil { firstFailure = error }
  }

  override func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    let results: [TensorType]
    do throws(TypeRuleError) {
      results = try primitive.checkedTypes(operands.map(\.type))
    } catch {
      return primitive.failedResults(operands, error)
    }
    var atoms: [Atom] = []
    atoms.reserveCapacity(operands.count)
    for operand in operands {
      switch atom(operand, operation: primitive.name) {
      case .success(let atom): atoms.append(atom)
      case .failure(let error):
        return [Tensor](repeating: Tensor(failure: error), count: primitive.resultCount)
      }
    }
    let variables = results.map(newVariable)
    equations.append(Equation(primitive: primitive, operands: atoms, results: variables))
    return zip(variables, results).map { Tensor(StagingTracer($0, $1, self)) }
  }

  /// The tensor as an operand: a variable of this program, a literal, or a captured constant.
  func atom(_ tensor: Tensor, operation: String) -> Result<Atom, TensorError> {
    switch tensor.storage {
    case .scalar(let scalar): return .success(.literal(scalar))
    case .failed(let error): return .failure(error)
    case .abstract(let type): return .failure(.abstract(type, operation: operation))
    case .array(let buffer, _): return .success(.variable(constant(ObjectIdentifier(buffer), tensor)))
    case .sharded(let array): return .success(.variable(constant(ObjectIdentifier(array), tensor)))
    case .tracer(let tracer):
      if let own = tracer as? StagingTracer, own.trace === self { return .success(.variable(own.variable)) }
      guard tracer.trace.isOpen, tracer.trace !== self, encloses(tracer.trace) else {
        let value = valueInRule(tensor)
        return value.identity == tensor.identity
          ? .failure(.escaped(tracer, operation: operation)) : atom(value, operation: operation)
      }
      return .success(.variable(constant(ObjectIdentifier(tracer), tensor)))
    }
  }

  private func constant(_ identity: ObjectIdentifier, _ value: Tensor) -> Variable {
    if let known = constantNumbers[identity] { return known }
    let variable = newVariable(value.type)
    constantNumbers[identity] = variable
    // The program keeps the value, so its identity stays taken.
    constants.append((variable, value))
    return variable
  }

  /// The program that gives `outputs`, without equations that none of them needs.
  ///
  /// - Throws: the first failure of the trace, even one whose result is not used, or that of an output.
  func program(name: String, outputs: [Tensor]) throws(TensorError) -> Program {
    var atoms: [Atom] = []
    for output in outputs { atoms.append(try atom(output, operation: name).get()) }
    if let firstFailure { throw firstFailure }
    return Program(
      name: name, inputs: inputs, constants: constants, equations: equations, outputs: atoms, types: types
    ).pruned()
  }

  /// As `program`, for a program that is part of another one and kept with it: it may capture concrete tensors, but
  /// nothing of the transformations around it, which differ from use to use.
  func subprogram(name: String, outputs: [Tensor]) throws(TensorError) -> Program {
    let program = try program(name: name, outputs: outputs)
    for constant in program.constants {
      guard case .tracer = constant.value.storage else { continue }
      throw TensorError(
        name, operands: [constant.value],
        problem: "a derivative or batching rule uses a traced value that is not one of its arguments",
        expected: "such values to be arguments of the function that has the rule (customJvp, customVjp)")
    }
    return program
  }
}
