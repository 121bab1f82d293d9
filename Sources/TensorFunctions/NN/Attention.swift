public import TensorCore
import TensorPrimitives
import TensorTransformations

/// Scaled dot-product attention (`jax.nn.dot_product_attention`).
///
/// `query` is `[batch, time, heads, size]`, `key` and `value` are `[batch, source, keyHeads, size]`, all possibly without
/// the batch axis; the result has the query's shape. With fewer key heads than heads, consecutive heads share one.
/// Scores and their softmax are computed in float32.
/// Fails if the shapes do not go together so, `mask` is not boolean, or `bias` or `mask` does not broadcast.
///
/// - Parameters:
///   - query: `[batch, time, heads, size]`.
///   - key: `[batch, source, keyValueHeads, size]`.
///   - value: of the shape of `key`.
///   - bias: added to the scores; broadcasts to `[batch, heads, time, source]`.
///   - mask: false where a key must not be attended to; broadcasts as `bias`.
///   - scale: of the scores; 1 / √size when nil.
///   - isCausal: whether a time sees only itself and earlier ones.
///   - querySequenceLengths: `[batch]`, how many times of each lane count; all when nil.
///   - keyValueSequenceLengths: `[batch]`, how many places of each lane's source count; all when nil.
///   - localWindow: how many keys before and after its own place a time sees.
public func dotProductAttention(
  _ query: Tensor, _ key: Tensor, _ value: Tensor, bias: Tensor? = nil, mask: Tensor? = nil,
  scale: Double? = nil, isCausal: Bool = false, querySequenceLengths: Tensor? = nil,
  keyValueSequenceLengths: Tensor? = nil, localWindow: (before: Int, after: Int)? = nil
) -> Tensor {
  let optional = [bias, mask, querySequenceLengths, keyValueSequenceLengths]
  let operands = [query, key, value] + optional.compactMap { $0 }
  if let failed = operands.first(where: \.isFailed) { return failed }
  if let problem = attentionProblem(query, key, value, mask: mask) {
    return Tensor.failed(
      TensorError(
        "dotProductAttention", operands: operands, problem: problem.problem, expected: problem.expected))
  }
  let form = AttentionForm(
    scale: scale ?? 1 / Double(query.type.shape[-1]).squareRoot(), isCausal: isCausal,
    window: localWindow.map { [$0.before, $0.after] }, hasBias: bias != nil,
    hasMask: mask != nil || querySequenceLengths != nil || keyValueSequenceLengths != nil)
  return fused("dotProductAttention", operands, form, optional.map { $0 != nil }) { operands, form, isGiven in
    var rest = operands[3...]
    let given = isGiven.map { $0 ? rest.popFirst() : nil }
    return [
      attend(
        operands[0], operands[1], operands[2], bias: given[0], mask: given[1], queryLengths: given[2],
        keyLengths: given[3], form)
    ]
  }[0]
}

private func attentionProblem(
  _ query: Tensor, _ key: Tensor, _ value: Tensor, mask: Tensor?
) -> TypeRuleError? {
  let (q, k, v) = (query.type.shape, key.type.shape, value.type.shape)
  let expected = "[batch, time, heads, size], [batch, source, keyHeads, size] twice, keyHeads dividing heads"
  guard [3, 4].contains(q.count), k.count == q.count, k == v, q[-1] == k[-1], q.count == 3 || q[0] == k[0],
    k[-2] > 0, q[-2] % k[-2] == 0
  else { return TypeRuleError("a query of \(q), keys of \(k) and values of \(v)", expected: expected) }
  if let mask, mask.dtype != .bool {
    return TypeRuleError("the mask has dtype \(mask.dtype)", expected: "a boolean mask, or a bias to add")
  }
  return nil
}

private func attend(
  _ query: Tensor, _ key: Tensor, _ value: Tensor, bias: Tensor?, mask: Tensor?, queryLengths: Tensor?,
  keyLengths: Tensor?, _ form: AttentionForm
) -> Tensor {
  func batched(_ x: Tensor) -> Tensor { x.ndim == 3 ? expandDims(x, axis: 0) : x }
  let (q, k, v) = (batched(query), batched(key), batched(value))
  let times = q.type.shape[1]
  let visible = visibility(times, k.type.shape[1], mask: mask, queryLengths, keyLengths)
  var result = weightedMean(q, k, v, bias: bias, mask: visible, form)
  if let queryLengths {
    let isReal = Tensor.arange(times)[NewAxis()] .< queryLengths[FullRange(), NewAxis()]
    result = result * isReal[Ellipsis(), NewAxis(), NewAxis()].astype(result.dtype)
  }
  return result.reshape(query.type.shape)
}

/// Which scores `[batch, heads, time, source]` count, as far as operands say; nil if all do.
private func visibility(
  _ times: Int, _ sources: Int, mask: Tensor?, _ queryLengths: Tensor?, _ keyLengths: Tensor?
) -> Tensor? {
  var parts: [Tensor] = mask.map { [$0] } ?? []
  func column(_ lengths: Tensor) -> Tensor { lengths[FullRange(), NewAxis(), NewAxis(), NewAxis()] }
  if let queryLengths { parts.append(Tensor.broadcastedIota([1, 1, times, 1], 2) .< column(queryLengths)) }
  if let keyLengths { parts.append(Tensor.broadcastedIota([1, 1, 1, sources], 3) .< column(keyLengths)) }
  guard let first = parts.first else { return nil }
  return parts.dropFirst().reduce(first) { $0 .& $1 }
}

/// The mean of the values, by the primitive if the operands are such as it takes.
private func weightedMean(
  _ q: Tensor, _ k: Tensor, _ v: Tensor, bias: Tensor?, mask: Tensor?, _ form: AttentionForm
) -> Tensor {
  let scores: Shape = [q.type.shape[0], q.type.shape[2], q.type.shape[1], k.type.shape[1]]
  func wide(_ x: Tensor) -> Tensor? {
    if x.isFailed || x.ndim > 4 { return nil }
    let extents = [Int](repeating: 1, count: 4 - x.ndim) + x.type.shape.dimensions
    return DotProductAttention.isBroadcast(Shape(extents), to: scores) ? x.reshape(Shape(extents)) : nil
  }
  let extra = [bias, mask].compactMap { $0 }
  let given = extra.compactMap(wide)
  let areFloats = ([q, k, v] + [bias].compactMap { $0 }).allSatisfy { $0.dtype == .float32 }
  if areFloats, given.count == extra.count {
    return bind(DotProductAttention(form: form), [q, k, v] + given)[0]
  }
  return form.attended(q, k, v, bias: bias, mask: mask).mean
}
