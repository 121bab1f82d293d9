/// A layer of a transformer: attention and then a network for each time, each added to what came in.
///
///     x = x + attention(norm1(x))
///     x = x + down(activation(up(norm2(x))))
///
/// Its settings make the blocks of the known models:
///
///     // GPT-2; BERT
///     try TransformerBlock(node, size: 768, heads: 12, rng: rng)
///     try TransformerBlock(node, size: 768, heads: 12, rng: rng, isCausal: false, activation: { gelu($0, approximate: false) },
///       norms: .after, normEpsilon: 1e-12)
///     // Llama 3; Qwen 3
///     try TransformerBlock(node, size: 4096, heads: 32, rng: rng, keyValueHeads: 8, hiddenSize: 14336, rotaryBase: 500_000,
///       useRMSNorm: true, useBias: false, isGated: true, activation: silu)
///     try TransformerBlock(node, size: 1024, heads: 16, rng: rng, keyValueHeads: 8, headSize: 128, hiddenSize: 3072,
///       rotaryBase: 1_000_000, useRMSNorm: true, useBias: false, useQueryKeyNorm: true, isGated: true, activation: silu)
///     // Gemma 3, whose norms have the scale 1 + weight
///     try TransformerBlock(node, size: 1152, heads: 4, rng: rng, keyValueHeads: 1, headSize: 256, hiddenSize: 6912,
///       rotaryBase: 10_000, window: 512, useRMSNorm: true, useBias: false, useQueryKeyNorm: true, isGated: true,
///       norms: .both, normEpsilon: 1e-6)
///
/// Inputs `[batch, time, size]` give outputs of the same shape. As `MultiHeadAttention` it is a layer for whole sequences,
/// and processes chunks and steps with a cache, causally. The original blox has none.
public final class TransformerBlock: Module, Layer, SequenceBase, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let norm1: any Layer
  public let attention: MultiHeadAttention
  public let norm2: any Layer
  /// The norms of what attention and the network give, with `norms: .both`.
  public let postNorm1: (any Layer)?
  public let postNorm2: (any Layer)?
  /// What `up` is multiplied by after its activation, with `isGated`.
  public let gate: Linear?
  public let up: Linear
  public let down: Linear
  public let norms: NormPlacement
  private let activation: @Sendable (Tensor) -> Tensor
  /// Applied to what comes out of attention and of the network, if its rate is not 0.
  public let dropout: Dropout?

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - size: the number of features.
  ///   - heads: how many heads of queries there are.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - keyValueHeads: `heads` when nil; otherwise a divisor of it.
  ///   - headSize: `size / heads` when nil.
  ///   - hiddenSize: that of the network; `4 * size` when nil.
  ///   - isCausal: whether as a layer a time sees only itself and earlier ones.
  ///   - rotaryBase: the base of the rotary positions; no positions when nil.
  ///   - rotary: rotation of a part of the features, of neighbours, or with stretched positions.
  ///   - window: how many times a time sees, itself included; all when nil.
  ///   - scale: what the scores are multiplied by; 1 / √headSize when nil.
  ///   - cacheCapacity: for how many times the cache has room.
  ///   - dropoutRate: how many of the elements are dropped in training; none at 0.
  ///   - attentionDropoutRate: how many of attention's weights are dropped in training; none at 0.
  ///   - useRMSNorm: whether the norms are `RMSNorm` instead of `LayerNorm`.
  ///   - useBias: whether the linear layers and norms have a `bias`.
  ///   - useQueryKeyValueBias: whether the layers of queries, keys and values have one; as `useBias` when nil.
  ///   - useNetworkBias: whether the network's layers have one; as `useBias` when nil.
  ///   - useNormBias: whether the layer norms have one; as `useBias` when nil.
  ///   - useQueryKeyNorm: whether each head's queries and keys go through an `RMSNorm`.
  ///   - isGated: whether the network is `down(activation(gate(x)) * up(x))`.
  ///   - activation: the network's function; `gelu` when not given.
  ///   - norms: where the norms are.
  ///   - normEpsilon: the epsilon of all norms.
  ///   - modelAxis: the axis of a mesh that heads and the network's features are divided over: metadata of kernels and biases.
  ///   - dtype: the dtype of the computation, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: as the parts.
  public init(
    _ graph: Graph, size: Int, heads: Int, rng: Rng, keyValueHeads: Int? = nil, headSize: Int? = nil,
    hiddenSize: Int? = nil, isCausal: Bool = true, rotaryBase: Double? = nil,
    rotary: RotaryOptions = RotaryOptions(), window: Int? = nil, scale: Double? = nil,
    cacheCapacity: Int = 1024, dropoutRate: Double = 0, attentionDropoutRate: Double = 0,
    useRMSNorm: Bool = false, useBias: Bool = true, useQueryKeyValueBias: Bool? = nil,
    useNetworkBias: Bool? = nil, useNormBias: Bool? = nil, useQueryKeyNorm: Bool = false,
    isGated: Bool = false,
    activation: @escaping @Sendable (Tensor) -> Tensor = { gelu($0) }, norms: NormPlacement = .before,
    normEpsilon: Double = 1e-5, modelAxis: String? = nil, dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try graph.requireFree(for: TransformerBlock.self)
    func norm(_ name: String) throws -> any Layer {
      let node = try graph.child(name)
      return useRMSNorm
        ? try RMSNorm(node, epsilon: normEpsilon, rng: rng, dtype: dtype, paramDtype: paramDtype)
        : try LayerNorm(
          node, epsilon: normEpsilon, useBias: useNormBias ?? useBias, rng: rng, dtype: dtype,
          paramDtype: paramDtype)
    }
    func linear(_ name: String, _ outputSize: Int) throws -> Linear {
      let isLast = name == "down"
      return try Linear(
        graph.child(name), outputSize: outputSize, rng: rng, useBias: useNetworkBias ?? useBias,
        kernelMetadata: .kernel(along: modelAxis, dividesInputs: isLast),
        biasMetadata: .bias(along: modelAxis, dividesInputs: isLast), dtype: dtype,
        paramDtype: paramDtype)
    }
    norm1 = try norm("norm1")
    attention = try MultiHeadAttention(
      graph.child("attention"), size: size, heads: heads, rng: rng, keyValueHeads: keyValueHeads,
      headSize: headSize, isCausal: isCausal, rotaryBase: rotaryBase, rotary: rotary, window: window,
      scale: scale, cacheCapacity: cacheCapacity, useBias: useBias,
      useQueryKeyValueBias: useQueryKeyValueBias, useQueryKeyNorm: useQueryKeyNorm, normEpsilon: normEpsilon,
      dropoutRate: attentionDropoutRate, modelAxis: modelAxis, dtype: dtype, paramDtype: paramDtype)
    postNorm1 = norms == .both ? try norm("post_norm1") : nil
    norm2 = try norm("norm2")
    postNorm2 = norms == .both ? try norm("post_norm2") : nil
    let hidden = hiddenSize ?? 4 *| size
    gate = isGated ? try linear("gate", hidden) : nil
    up = try linear("up", hidden)
    down = try linear("down", size)
    self.norms = norms
    self.activation = activation
    dropout =
      dropoutRate == 0 ? nil : try Dropout(graph.child("dropout"), rate: dropoutRate, rng: rng)
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] { ["norms": NormPlacement.before] }

  public override var arguments: [(name: String, value: Any)] {
    super.arguments.filter { $0.name != "activation" }
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, mask: nil)
  }

  /// Whole sequences.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, time, size]`.
  ///   - mask: as that of `MultiHeadAttention`.
  ///   - isTraining: whether elements are dropped.
  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, mask: Tensor?, isTraining: Bool = true
  ) -> (Tensor, Params) {
    run(params, inputs, isTraining) { params, x in
      attention(params, x, mask: mask, isTraining: isTraining)
    }
  }

  /// The block around a way of attending.
  func run(
    _ params: Params, _ inputs: Tensor, _ isTraining: Bool, attend: (Params, Tensor) -> (Tensor, Params)
  ) -> (Tensor, Params) {
    let (middle, attended) = branch(params, inputs, norm1, postNorm1, isTraining, attend)
    return branch(attended, middle, norm2, postNorm2, isTraining, network)
  }

  /// A part of the block with its norms, added to what it was given.
  private func branch(
    _ params: Params, _ inputs: Tensor, _ norm: any Layer, _ last: (any Layer)?, _ isTraining: Bool,
    _ part: (Params, Tensor) -> (Tensor, Params)
  ) -> (Tensor, Params) {
    var (x, params) = (inputs, params)
    if norms != .after { (x, params) = norm(params, x) }
    (x, params) = part(params, x)
    if let last { (x, params) = last(params, x) }
    if let dropout { (x, params) = dropout(params, x, isTraining: isTraining) }
    return norms == .after ? norm(params, inputs + x) : (inputs + x, params)
  }

  private func network(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    var params = params
    var gating: Tensor?
    if let gate { (gating, params) = gate(params, inputs) }
    var x: Tensor
    (x, params) = up(params, inputs)
    x = gating.map { activation($0) * x } ?? activation(x)
    return down(params, x)
  }
}
