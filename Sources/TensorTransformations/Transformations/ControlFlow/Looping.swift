package import TensorCore
import TensorPrimitives

/// A loop that runs while a condition on its carry holds: `whileLoop`, and `foriLoop` with bounds that are tensors.
package struct Looping<Carry: TensorTree, E: Error> {
  /// For errors.
  package let name: String

  /// The carry for which the condition no longer holds.
  package func callAsFunction(
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
      let result = try condition(initial.unflatten(leaves))
      return result.dtype.kind <= .integer ? result.astype(.bool) : result
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
    return step.results(run(programs.test, test.captured, programs.step, step.captured, carries))
  }

  /// Applies the loop. Carries that no run changes become constants.
  private func run(
    _ test: Program, _ testCaptured: [Tensor], _ step: Program, _ stepCaptured: [Tensor],
    _ carries: [Tensor]
  ) -> [Tensor] {
    let (same, changing) = CarryTypes.divided(step, constantCount: stepCaptured.count, carries.count)
    let order = same + changing
    func reordered(_ program: Program, _ constants: Int, outputs: [Atom]) -> Program {
      let variables = program.inputs[constants...].map { $0 }
      return program.with(
        inputs: program.inputs[..<constants] + order.map { variables[$0] }, outputs: outputs)
    }
    let loop = While(
      condition: reordered(test, testCaptured.count, outputs: test.outputs),
      body: reordered(step, stepCaptured.count, outputs: changing.map { step.outputs[$0] }),
      conditionConstants: testCaptured.count + same.count, bodyConstants: stepCaptured.count + same.count)
    let fixed = same.map { carries[$0] }
    let results = bind(loop, testCaptured + fixed + stepCaptured + fixed + changing.map { carries[$0] })
    if let failed = results.first(where: \.isFailed) { return carries.map { _ in failed } }
    var final = carries
    for (carry, result) in zip(changing, results) { final[carry] = result }
    return final
  }

  private func trace(
    _ carries: [Tensor], _ initial: Carry, _ body: (Carry) throws(E) -> Carry
  ) throws(E) -> Subprogram<Carry> {
    try Subprogram(name, inputs: carries.map { SubprogramInput($0) }) { (leaves) throws(E) in
      try body(initial.unflatten(leaves)).matching(carries.map(\.type))
    }
  }

  private func failed(_ error: TensorError, _ initial: Carry) -> Carry {
    let failure = Tensor.failed(error)
    return map(initial) { _ in failure }
  }

  private func conditionError(_ result: Tensor) -> TensorError? {
    if result.type.ndim == 0 && result.dtype == .bool { return nil }
    return TensorError(
      name, operands: [result], problem: "the condition gives \(result.type)",
      expected: "a boolean scalar, such as `x.max() .> 0`")
  }
}
