import StableHLO
import TensorCore
import TensorPrimitives

/// How the scores of an attention are made, and which operands it has.
struct AttentionForm: Hashable, Sendable {
  let scale: Double
  let isCausal: Bool
  /// How many keys before and after its own place a time sees; nil for all.
  let window: [Int]?
  let hasBias, hasMask: Bool

  /// Query, key, value, then the bias and the mask, if there are such.
  var operandCount: Int { 3 + (hasBias ? 1 : 0) + (hasMask ? 1 : 0) }

  func bias(_ operands: [Tensor]) -> Tensor? { hasBias ? operands[3] : nil }
  func mask(_ operands: [Tensor]) -> Tensor? { hasMask ? operands[operandCount - 1] : nil }

  /// How many places before and after its own a time sees, of a window and of what is causal; nil for all.
  var sight: (before: Int?, after: Int?) {
    (window?[0], isCausal ? min(window?[1] ?? 0, 0) : window?[1])
  }

  /// The mean of the values for each query, `[batch, time, heads, size]`, and the scores that it is weighted by.
  ///
  /// Query, key and value have a batch axis; bias and mask broadcast to the scores, `[batch, heads, time, source]`.
  func attended(_ q: Tensor, _ k: Tensor, _ v: Tensor, bias: Tensor?, mask: Tensor?) -> (
    mean: Tensor, scores: Tensor
  ) {
    let (heads, keyHeads) = (q.type.shape[2], k.type.shape[2])
    let shape = q.type.shape
    // Heads first: so both products and all of their gradients are of matrices as they lie in memory.
    func headsFirst(_ x: Tensor) -> Tensor { x.transpose([0, 2, 1, 3]) }
    let grouped = headsFirst(q).reshape([shape[0], keyHeads, heads / keyHeads, shape[1], shape[3]])
    let wide: DType = q.dtype == .float64 ? .float64 : .float32
    // b batch, t time, s source, k key heads, g heads that share one, h size.
    var scores =
      einsum("bkgth,bksh->bkgts", grouped, headsFirst(k), preferredElementType: wide) * Tensor(scale)
    let (times, sources) = (shape[1], k.type.shape[1])
    scores = scores.reshape([shape[0], heads, times, sources])
    if let bias { scores = (scores + bias).astype(wide) }
    if let visible = visibility(times, sources, mask: mask) {
      let lowest = -0.7 * Tensor(wide.greatestFinite)
      scores = select(broadcastTo(visible, scores.type.shape), scores, lowest)
    }
    let weights = softmax(scores, axis: -1).astype(k.dtype)
    let groupedWeights = weights.reshape([shape[0], keyHeads, heads / keyHeads, times, sources])
    let mixed = einsum("bkgts,bksh->bkgth", groupedWeights, headsFirst(v))
    return (headsFirst(mixed.reshape([shape[0], heads, shape[1], shape[3]])), scores)
  }

  /// Which scores `[batch, heads, time, source]` count; nil if all do.
  private func visibility(_ times: Int, _ sources: Int, mask: Tensor?) -> Tensor? {
    let grid: Shape = [1, 1, times, sources]
    let time = Tensor.broadcastedIota(grid, 2)
    let source = Tensor.broadcastedIota(grid, 3)
    var parts: [Tensor] = mask.map { [$0] } ?? []
    if isCausal { parts.append(source .<= time) }
    if let window {
      parts.append((time .<= source + Tensor(window[0])) .& (time .>= source - Tensor(window[1])))
    }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 .& $1 }
  }

  /// The call of the kernel, where there is one for it. `operands` are in the order that the kernel takes them.
  func kernel(
    _ operands: [HLOValue], _ types: [TensorType], _ context: LoweringContext, _ part: AttentionKernel.Part
  ) -> [HLOValue]? {
    guard context.function.module.callsKernels else { return nil }
    let kernel = AttentionKernel(
      query: types[0].shape, key: types[1].shape, mask: hasMask ? types[operandCount - 1].shape : nil,
      bias: hasBias ? types[3].shape : nil, scale: scale, sight: sight, part)
    return kernel?.lower(operands, in: context.function)
  }
}
