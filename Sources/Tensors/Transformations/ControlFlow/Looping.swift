/// A loop that runs while a condition on its carry holds: `whileLoop`, and `foriLoop` with bounds that are tensors.
struct Looping<Carry: TensorTree, E: Error> {
  /// For errors.
  let name: String

  /// The carry for which the condition no longer holds.
  func callAsFunction(
    _ initial: Carry, condition: (Carry) throws(E) -> Tensor, body: (Carry) throws(E) -> Carry
  ) throws(E) -> Carry {
    var carries = initial.leaves
    if let error = carries.lazy.compactMap(\.error).first { return failed(error, initial) }
    if Debugging.isJitDisabled {
      var carry = initial
      while true {
        // A condition that cannot be read, of lanes for instance, is left to the compiled loop.
        guard let goesOn = try? condition(carry).item(Bool.self) else { break }
        if !goesOn { return carry }
        carry = try body(carry)
        if carry.firstError != nil { return carry }
      }
    }
    var step = try trace(carries, initial, body)
    if let promoted = CarryTypes.promoted(carries, step.template.leaves) {
      carries = promoted
      step = try trace(carries, initial, body)
    }
    let test = try Subprogram("\(name) condition", inputs: carries.map { SubprogramInput($0) }) {
      (leaves) throws(E) in
      let result = try condition(initial.replacingLeaves(with: leaves))
      return result.dtype.kind <= .integer ? result.cast(to: .bool) : result
    }
    let programs: (test: Program, step: Program)
    switch (test.program, step.program) {
    case (.success(let a), .success(let b)): programs = (a, b)
    case (.failure(let error), _), (_, .failure(let error)): return failed(error, initial)
    }
    if let error = conditionError(test.template)
      ?? CarryTypes.error(name, initial, carries, step.template)
    {
      return failed(error, initial)
    }
    let loop = While(
      condition: programs.test, body: programs.step, conditionConstants: test.captured.count,
      bodyConstants: step.captured.count)
    return step.results(bind(loop, test.captured + step.captured + carries))
  }

  private func trace(
    _ carries: [Tensor], _ initial: Carry, _ body: (Carry) throws(E) -> Carry
  ) throws(E) -> Subprogram<Carry> {
    try Subprogram(name, inputs: carries.map { SubprogramInput($0) }) { (leaves) throws(E) in
      try body(initial.replacingLeaves(with: leaves)).matching(carries.map(\.type))
    }
  }

  private func failed(_ error: TensorError, _ initial: Carry) -> Carry {
    let failure = Tensor(failure: error)
    return map(initial) { _ in failure }
  }

  private func conditionError(_ result: Tensor) -> TensorError? {
    if result.type.rank == 0 && result.dtype == .bool { return nil }
    return TensorError(
      name, operands: [result], problem: "the condition gives \(result.type)",
      expected: "a boolean scalar, such as `x.max() .> 0`")
  }
}
