/// Records operations as equations of a program.
package final class StagingInterpreter: Interpreter, @unchecked Sendable {
  // Unchecked: confined, as the trace is, to the one synchronous call that stages.
  package private(set) var equations: [Equation] = []
  package private(set) var types: [TensorType] = []
  package private(set) var inputs: [Variable] = []
  package private(set) var constants: [(variable: Variable, value: Tensor)] = []
  private var constantNumbers: [ObjectIdentifier: Variable] = [:]
  private(set) var firstFailure: TensorError?
  /// Whether only operations on values of the program are staged, as those on tangents are; the trace around does all
  /// others.
  private let isLinear: Bool

  init(isLinear: Bool) { self.isLinear = isLinear }

  package func runsRulesAtOnce(_ trace: Trace) -> Bool { isLinear && trace.parent?.runsRulesAtOnce ?? true }

  private func newVariable(_ type: TensorType) -> Variable {
    types.append(type)
    return Variable(number: types.count - 1)
  }

  /// A new input of the program.
  package func input(_ type: TensorType, origin: Origin?, _ trace: Trace) -> Tensor {
    let variable = newVariable(type)
    inputs.append(variable)
    return Tensor(.tracer(Tracer(type, .variable(variable), trace)), origin: origin)
  }

  package func record(_ error: TensorError, _ trace: Trace) {
    if firstFailure == nil { firstFailure = error }
    if isLinear { trace.parent?.record(error) }
  }

  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    let isStaged =
      !isLinear
      || operands.contains { operand in
        if case .tracer(let tracer) = operand.storage { return tracer.trace === trace }
        return false
      }
    return isStaged ? stage(primitive, operands, trace) : trace.around { bind(primitive, operands) }
  }

  /// Records an operation.
  package func stage(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    let results: [TensorType]
    do throws(TypeRuleError) {
      results = try primitive.checkedTypes(operands.map(\.type))
    } catch {
      return primitive.failedResults(operands, error)
    }
    var atoms: [Atom] = []
    atoms.reserveCapacity(operands.count)
    for operand in operands {
      switch atom(operand, operation: primitive.name, trace) {
      case .success(let atom): atoms.append(atom)
      case .failure(let error):
        return [Tensor](repeating: Tensor(failure: error), count: primitive.resultCount)
      }
    }
    let variables = results.map(newVariable)
    equations.append(Equation(primitive: primitive, operands: atoms, results: variables))
    return zip(variables, results).map { Tensor(Tracer($1, .variable($0), trace)) }
  }

  /// The tensor as an operand: a variable of this program, a literal, or a captured constant.
  package func atom(_ tensor: Tensor, operation: String, _ trace: Trace) -> Result<Atom, TensorError> {
    switch tensor.storage {
    case .scalar(let scalar): return .success(.literal(scalar))
    case .failed(let error): return .failure(error)
    case .abstract: return .failure(.abstract(tensor, operation: operation))
    case .array(let buffer, _): return .success(.variable(constant(ObjectIdentifier(buffer), tensor)))
    case .host(let array, _): return .success(.variable(constant(ObjectIdentifier(array), tensor)))
    case .sharded(let array): return .success(.variable(constant(ObjectIdentifier(array), tensor)))
    case .tracer(let tracer):
      if tracer.trace === trace, case .variable(let variable) = tracer.payload {
        return .success(.variable(variable))
      }
      guard tracer.trace.isOpen, trace.encloses(tracer.trace) else {
        let value = trace.valueInRule(tensor)
        return value.identity == tensor.identity
          ? .failure(.escaped(tracer, operation: operation)) : atom(value, operation: operation, trace)
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
}
