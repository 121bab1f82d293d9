/// A layer of a transformer: attention and then a network for each time, both of what is normalized first.
///
///     x = x + attention(norm1(x))
///     x = x + down(gelu(up(norm2(x))))
///
/// Inputs `[batch, time, size]` give outputs of the same shape. As `MultiHeadAttention` it is a layer for whole sequences,
/// and processes chunks and steps with a cache, causally. The original blox has none.
public final class TransformerBlock: Module, Layer, SequenceBase, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let norm1: any Layer
  public let attention: MultiHeadAttention
  public let norm2: any Layer
  public let up: Linear
  public let down: Linear
  /// Applied to what comes out of attention and of the network, if its rate is not 0.
  public let dropout: Dropout?

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - size: the number of features.
  ///   - heads: how many heads of queries there are.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - keyValueHeads: `heads` when nil; otherwise a divisor of it.
  ///   - hiddenSize: that of the network; `4 * size` when nil.
  ///   - isCausal: whether as a layer a time sees only itself and earlier ones.
  ///   - rotaryBase: the base of the rotary positions; no positions when nil.
  ///   - cacheCapacity: for how many times the cache has room.
  ///   - dropoutRate: how many of the elements are dropped in training; none at 0.
  ///   - useRMSNorm: whether the norms are `RMSNorm` instead of `LayerNorm`.
  ///   - useBias: whether the linear layers and norms have a `bias`.
  /// - Throws: as the parts.
  public init(
    _ graph: Graph, size: Int, heads: Int, rng: Rng, keyValueHeads: Int? = nil, hiddenSize: Int? = nil,
    isCausal: Bool = true, rotaryBase: Double? = nil, cacheCapacity: Int = 1024, dropoutRate: Double = 0,
    useRMSNorm: Bool = false, useBias: Bool = true
  ) throws {
    try graph.requireFree(for: TransformerBlock.self)
    func norm(_ name: String) throws -> any Layer {
      let node = try graph.child(name)
      return useRMSNorm ? try RMSNorm(node, rng: rng) : try LayerNorm(node, useBias: useBias, rng: rng)
    }
    norm1 = try norm("norm1")
    attention = try MultiHeadAttention(
      graph.child("attention"), size: size, heads: heads, rng: rng, keyValueHeads: keyValueHeads,
      isCausal: isCausal, rotaryBase: rotaryBase, cacheCapacity: cacheCapacity, useBias: useBias)
    norm2 = try norm("norm2")
    up = try Linear(graph.child("up"), outputSize: hiddenSize ?? 4 *| size, rng: rng, useBias: useBias)
    down = try Linear(graph.child("down"), outputSize: size, rng: rng, useBias: useBias)
    dropout =
      dropoutRate == 0 ? nil : try Dropout(graph.child("dropout"), rate: dropoutRate, rng: rng)
    try super.init(graph)
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
    let (outputs, params) = run(params, inputs, isTraining) { params, x in
      attention(params, x, mask: mask)
    }
    return (outputs, params)
  }

  public func initialState(_ params: Params, _ inputs: Tensor) -> (KeyValueCache, Params) {
    attention.initialState(params, inputs)
  }

  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ prevState: KeyValueCache, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    var state = prevState
    let (outputs, params) = run(params, inputs, isTraining) { params, x in
      let ((mixed, next), params) = attention(params, x, state, isReset: isReset, isTraining: isTraining)
      state = next
      return (mixed, params)
    }
    return ((outputs, state), params)
  }

  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: KeyValueCache? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    var state = prevState ?? initialState(params, inputs).0
    let (outputs, params) = run(params, inputs, isTraining) { params, x in
      let ((mixed, next), params) = attention.apply(
        params, x, prevState: state, isReset: isReset, isTraining: isTraining)
      state = next
      return (mixed, params)
    }
    return ((outputs, state), params)
  }

  /// The block around a way of attending.
  private func run(
    _ params: Params, _ inputs: Tensor, _ isTraining: Bool, attend: (Params, Tensor) -> (Tensor, Params)
  ) -> (Tensor, Params) {
    func dropped(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      dropout.map { $0(params, x, isTraining: isTraining) } ?? (x, params)
    }
    var (x, params) = norm1(params, inputs)
    (x, params) = attend(params, x)
    (x, params) = dropped(params, x)
    let middle = inputs + x
    (x, params) = norm2(params, middle)
    (x, params) = up(params, x)
    (x, params) = down(params, gelu(x))
    (x, params) = dropped(params, x)
    return (middle + x, params)
  }
}
