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
  let settings = AttentionSettings(
    scale: scale ?? 1 / Double(query.type.shape[-1]).squareRoot(), isCausal: isCausal,
    window: localWindow.map { [$0.before, $0.after] }, present: optional.map { $0 != nil })
  return fused("dotProductAttention", operands, settings) { operands, settings in
    var rest = operands[3...]
    let given = settings.present.map { $0 ? rest.popFirst() : nil }
    return [
      attend(
        operands[0], operands[1], operands[2], bias: given[0], mask: given[1], queryLengths: given[2],
        keyLengths: given[3], settings)
    ]
  }[0]
}

private struct AttentionSettings: Hashable, Sendable {
  let scale: Double
  let isCausal: Bool
  let window: [Int]?
  let present: [Bool]
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
  keyLengths: Tensor?, _ settings: AttentionSettings
) -> Tensor {
  func batched(_ x: Tensor) -> Tensor { x.ndim == 3 ? expandDims(x, axis: 0) : x }
  let (q, k, v) = (batched(query), batched(key), batched(value))
  let (heads, keyHeads) = (q.type.shape[2], k.type.shape[2])
  let shape = q.type.shape
  // Heads first: so both products and all of their gradients are of matrices as they lie in memory.
  func headsFirst(_ x: Tensor) -> Tensor { x.transpose([0, 2, 1, 3]) }
  let grouped = headsFirst(q).reshape([shape[0], keyHeads, heads / keyHeads, shape[1], shape[3]])
  let wide: DType = q.dtype == .float64 ? .float64 : .float32
  // b batch, t time, s source, k key heads, g heads that share one, h size.
  var scores =
    einsum("bkgth,bksh->bkgts", grouped, headsFirst(k), preferredElementType: wide) * Tensor(settings.scale)
  let (times, sources) = (shape[1], k.type.shape[1])
  scores = scores.reshape([shape[0], heads, times, sources])
  if let bias { scores = (scores + bias).astype(wide) }
  if let visible = visibility(times, sources, mask: mask, queryLengths, keyLengths, settings) {
    let lowest = -0.7 * Tensor(wide.greatestFinite)
    scores = select(broadcastTo(visible, scores.type.shape), scores, lowest)
  }
  let weights = softmax(scores, axis: -1).astype(k.dtype)
  let groupedWeights = weights.reshape([shape[0], keyHeads, heads / keyHeads, times, sources])
  let mixed = einsum("bkgts,bksh->bkgth", groupedWeights, headsFirst(v))
  var result = headsFirst(mixed.reshape([shape[0], heads, shape[1], shape[3]]))
  if let queryLengths {
    let isReal = Tensor.arange(times)[NewAxis()] .< queryLengths[FullRange(), NewAxis()]
    result = result * isReal[Ellipsis(), NewAxis(), NewAxis()].astype(result.dtype)
  }
  return result.reshape(query.type.shape)
}

/// Which scores `[batch, heads, time, source]` count; nil if all do.
private func visibility(
  _ times: Int, _ sources: Int, mask: Tensor?, _ queryLengths: Tensor?, _ keyLengths: Tensor?,
  _ settings: AttentionSettings
) -> Tensor? {
  let grid: Shape = [1, 1, times, sources]
  let time = Tensor.broadcastedIota(grid, 2)
  let source = Tensor.broadcastedIota(grid, 3)
  var parts: [Tensor] = mask.map { [$0] } ?? []
  if settings.isCausal { parts.append(source .<= time) }
  if let window = settings.window {
    parts.append((time .<= source + Tensor(window[0])) .& (time .>= source - Tensor(window[1])))
  }
  func column(_ lengths: Tensor) -> Tensor { lengths[FullRange(), NewAxis(), NewAxis(), NewAxis()] }
  if let queryLengths { parts.append(time .< column(queryLengths)) }
  if let keyLengths { parts.append(source .< column(keyLengths)) }
  guard let first = parts.first else { return nil }
  return parts.dropFirst().reduce(first) { $0 .& $1 }
}
