/// Applies `body` to the operands and settings; outside of transformations as one compiled program instead of one for each
/// primitive.
///
/// The program is kept for the code of the body, the settings and the operands' types. A body is to capture nothing: all
/// that it depends on is an operand or a setting. One that captures is computed rightly, but compiled in each call.
package func fused<each Setting: Hashable & Sendable>(
  _ name: String, _ operands: [Tensor], _ settings: repeat each Setting, resultCount: Int = 1,
  body: @escaping @Sendable ([Tensor], repeat each Setting) -> [Tensor]
) -> [Tensor] {
  let function = FusedFunction(body: body)
  return run(
    name, operands, function, AnySendableKey(FusedKey(function: function, settings: repeat each settings)),
    resultCount
  ) { body($0, repeat each settings) }
}

/// As `fused` for one operand and one result.
package func fused<each Setting: Hashable & Sendable>(
  _ name: String, _ x: Tensor, _ settings: repeat each Setting,
  body: @escaping @Sendable (Tensor, repeat each Setting) -> Tensor
) -> Tensor {
  let function = FusedUnaryFunction(body: body)
  return run(
    name, [x], function, AnySendableKey(FusedKey(function: function, settings: repeat each settings)), 1
  ) { [body($0[0], repeat each settings)] }[0]
}

/// Applies a body as part of what is traced, or as a program that is kept for the key.
private func run(
  _ name: String, _ operands: [Tensor], _ function: some FunctionValue,
  _ key: @autoclosure () -> AnySendableKey,
  _ resultCount: Int, _ body: ([Tensor]) -> [Tensor]
) -> [Tensor] {
  assert(
    function.capturesNothing, "the body of \(name) captures something: give it as an operand or a setting")
  if let failed = operands.first(where: \.isFailed) {
    if let error = failed.error { Trace.current.record(error) }
    return [Tensor](repeating: failed, count: resultCount)
  }
  guard Trace.isEvaluating else { return body(operands) }
  let results = EvaluationInterpreter.shared.run(
    key(), name, widenedLiterals(operands), resultCount: resultCount, body)
  guard let origin = operands.last(where: { $0.origin != nil })?.origin?.derived else { return results }
  return results.map { $0.with(origin: origin) }
}

/// The operands of a program, with all digits of literals that come beside tensors of 64 bits.
private func widenedLiterals(_ operands: [Tensor]) -> [Tensor] {
  guard operands.contains(where: { $0.literal != nil }) else { return operands }
  let wide = Set(operands.lazy.filter { $0.literal == nil && $0.dtype.byteWidth == 8 }.map(\.dtype.kind))
  if wide.isEmpty { return operands }
  return operands.map { operand in
    guard let literal = operand.literal, wide.contains(literal.dtype.kind) else { return operand }
    return Tensor(.scalar(literal.widened), origin: operand.origin)
  }
}

private struct FusedFunction<each Setting>: FunctionValue {
  let body: @Sendable ([Tensor], repeat each Setting) -> [Tensor]
}

private struct FusedUnaryFunction<each Setting>: FunctionValue {
  let body: @Sendable (Tensor, repeat each Setting) -> Tensor
}

private struct FusedKey<Function: FunctionValue, each Setting: Hashable & Sendable>: Hashable, Sendable {
  let function: Function
  let settings: (repeat each Setting)

  init(function: Function, settings: repeat each Setting) {
    self.function = function
    self.settings = (repeat each settings)
  }

  static func == (a: Self, b: Self) -> Bool {
    guard a.function == b.function else { return false }
    for (first, second) in repeat (each a.settings, each b.settings) {
      guard isSame(first, second) else { return false }
    }
    return true
  }

  func hash(into hasher: inout Hasher) {
    function.hash(into: &hasher)
    repeat (each settings).hash(into: &hasher)
  }
}

/// Whether two settings give the same program: -0 is equal to 0 and is not the same; NaN is the same as itself.
private func isSame<Setting: Hashable>(_ a: Setting, _ b: Setting) -> Bool {
  if Setting.self == Double.self || Setting.self == Double?.self {
    return (a as? Double)?.bitPattern == (b as? Double)?.bitPattern
  }
  return a == b
}
