/// Applies `body` to the operands; outside of transformations as one compiled program instead of one for each
/// primitive. `key` holds whatever else the body depends on.
package func fused(
  _ name: String, _ key: some Hashable & Sendable, _ operands: [Tensor], resultCount: Int = 1,
  _ body: ([Tensor]) -> [Tensor]
) -> [Tensor] {
  if let failed = operands.first(where: \.isFailed) {
    if let error = failed.error { Trace.current.record(error) }
    return [Tensor](repeating: failed, count: resultCount)
  }
  guard Trace.isEvaluating else { return body(operands) }
  return EvaluationInterpreter.shared.run(
    AnySendableKey(FusedKey(name: name, key: AnySendableKey(key))), name, widenedLiterals(operands),
    resultCount: resultCount, body)
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

/// As `fused` for one operand and one result.
package func fused(_ name: String, _ key: some Hashable & Sendable, _ x: Tensor, _ body: (Tensor) -> Tensor)
  -> Tensor
{
  fused(name, key, [x]) { [body($0[0])] }[0]
}

private struct FusedKey: Hashable, Sendable {
  let name: String
  let key: AnySendableKey
}
