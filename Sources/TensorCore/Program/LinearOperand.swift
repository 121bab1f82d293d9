/// An operand of a linear equation.
package enum LinearOperand {
  /// The operand that the operation is linear in; only its type is known.
  case linear(TensorType)
  /// An operand with a value.
  case value(Tensor)

  package var isLinear: Bool {
    if case .linear = self { return true }
    return false
  }

  package var type: TensorType {
    switch self {
    case .linear(let type): type
    case .value(let tensor): tensor.type
    }
  }

  /// The value; for a linear operand, an error that names the broken rule.
  package func value(_ primitive: some Primitive) -> Tensor {
    switch self {
    case .value(let tensor): tensor
    case .linear:
      Tensor(
        failure: TensorError(
          primitive.name, problem: "the operation is not linear in this operand",
          expected: "a derivative rule that is linear in its tangents; please report this as a bug"))
    }
  }
}

extension [LinearOperand] {
  /// The values of those that have one.
  package var values: [Tensor] {
    compactMap { operand in
      if case .value(let value) = operand { return value }
      return nil
    }
  }
}
