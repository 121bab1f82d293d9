/// Attention with several heads: each time takes a mean of values, weighted by how well its query fits their keys.
///
/// Inputs `[batch, time, features]` give `[batch, time, size]`. It is used in three ways:
/// - as a layer on whole sequences, with a mask, causal, or on what another sequence says (cross-attention);
/// - with `apply` on a chunk, and as a step on `[batch, features]`, both causal and with a cache of the keys and values
///   before, as text is generated. Chunks and steps give what the whole sequence would.
///
/// Parameters: those of the `Linear` layers `query`, `key`, `value` and `output`, and of the norms `query_norm` and
/// `key_norm` where there are such. The original blox has no attention; the computation is that of
/// `jax.nn.dot_product_attention`.
public final class MultiHeadAttention: Module, Layer, SequenceBase, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let heads: Int
  /// Heads of keys and values; with fewer than `heads`, consecutive heads of queries share one (grouped-query attention).
  public let keyValueHeads: Int
  public let headSize: Int
  /// Whether as a layer a time sees only itself and earlier ones; chunks and steps always do.
  public let isCausal: Bool
  /// The base of the rotary positions; nil for no positions.
  public let rotaryBase: Double?
  public let rotary: RotaryOptions
  /// How many times a time sees, itself included; all when nil.
  public let window: Int?
  /// What the scores are multiplied by.
  public let scale: Double
  /// How many times the cache holds.
  public let cacheCapacity: Int
  public let query: Linear
  public let key: Linear
  public let value: Linear
  public let output: Linear
  /// Norms of each head's queries and keys, where there are such.
  public let queryNorm: RMSNorm?
  public let keyNorm: RMSNorm?
  /// Applied to the weights of the mean, if its rate is not 0.
  public let dropout: Dropout?

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - size: the number of features of the result.
  ///   - heads: how many heads of queries there are.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - keyValueHeads: `heads` when nil; otherwise a divisor of it.
  ///   - headSize: `size / heads` when nil.
  ///   - isCausal: whether as a layer a time sees only itself and earlier ones.
  ///   - rotaryBase: the base of the rotary positions, such as 10000; no positions when nil.
  ///   - rotary: rotation of a part of the features, of neighbours, or with stretched positions.
  ///   - window: how many times a time sees, itself included (Mistral, Gemma); all when nil.
  ///   - scale: what the scores are multiplied by; 1 / √headSize when nil.
  ///   - cacheCapacity: for how many times the cache of `apply` and of steps has room.
  ///   - useBias: whether the four linear layers have a `bias`.
  ///   - useQueryKeyValueBias: whether those of queries, keys and values have one (Qwen 2); as `useBias` when nil.
  ///   - useQueryKeyNorm: whether each head's queries and keys go through an `RMSNorm` (Qwen 3, Gemma 3).
  ///   - normEpsilon: the epsilon of these norms.
  ///   - dropoutRate: how many of the weights are dropped in training; none at 0.
  ///   - modelAxis: the axis of a mesh that the heads are divided over: metadata of the kernels and biases.
  ///   - kernelInit: how the kernels of the four linear layers are created.
  ///   - dtype: the dtype of the computation, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: `ModelError` if the numbers do not fit each other, or as `Module.init`.
  public init(
    _ graph: Graph, size: Int, heads: Int, rng: Rng?, keyValueHeads: Int? = nil, headSize: Int? = nil,
    isCausal: Bool = false, rotaryBase: Double? = nil, rotary: RotaryOptions = RotaryOptions(),
    window: Int? = nil, scale: Double? = nil, cacheCapacity: Int = 1024, useBias: Bool = true,
    useQueryKeyValueBias: Bool? = nil, useQueryKeyNorm: Bool = false, normEpsilon: Double = 1e-6,
    dropoutRate: Double = 0, modelAxis: String? = nil, kernelInit: Initializer = .lecunNormal(),
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try graph.requireFree(for: MultiHeadAttention.self)
    let shared = keyValueHeads ?? heads
    let each = try MultiHeadAttention.headSize(size, heads, shared, headSize)
    try MultiHeadAttention.check(
      rotaryBase == nil ? nil : rotary.features ?? each, of: each, window: window, capacity: cacheCapacity)
    self.heads = heads
    self.keyValueHeads = shared
    self.headSize = each
    self.isCausal = isCausal
    self.rotaryBase = rotaryBase
    self.rotary = rotary
    self.window = window
    self.scale = scale ?? 1 / Double(each).squareRoot()
    self.cacheCapacity = cacheCapacity
    // A device of the mesh's axis has some of the heads, and its part of the sum that the last layer makes.
    func linear(_ name: String, _ outputSize: Int, _ hasBias: Bool) throws -> Linear {
      let isLast = name == "output"
      return try Linear(
        graph.child(name), outputSize: outputSize, rng: rng, useBias: hasBias, kernelInit: kernelInit,
        kernelMetadata: .kernel(along: modelAxis, dividesInputs: isLast),
        biasMetadata: .bias(along: modelAxis, dividesInputs: isLast), dtype: dtype,
        paramDtype: paramDtype)
    }
    func norm(_ name: String) throws -> RMSNorm? {
      guard useQueryKeyNorm else { return nil }
      return try RMSNorm(
        graph.child(name), epsilon: normEpsilon, rng: rng, dtype: dtype, paramDtype: paramDtype)
    }
    let inner = useQueryKeyValueBias ?? useBias
    query = try linear("query", heads *| each, inner)
    key = try linear("key", shared *| each, inner)
    value = try linear("value", shared *| each, inner)
    output = try linear("output", size, useBias)
    queryNorm = try norm("query_norm")
    keyNorm = try norm("key_norm")
    dropout = try MultiHeadAttention.dropout(graph, dropoutRate, rng)
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] {
    [
      "isCausal": false, "rotary": RotaryOptions(), "scale": 1 / Double(headSize).squareRoot(),
      "keyValueHeads": heads, "cacheCapacity": 1024,
    ]
  }

  private static func headSize(_ size: Int, _ heads: Int, _ shared: Int, _ headSize: Int?) throws -> Int {
    try require(
      heads > 0 && shared > 0 && heads % shared == 0, "MultiHeadAttention",
      "there are \(heads) heads and \(shared) keyValueHeads",
      expected: "positive numbers, one dividing the other"
    )
    try require(
      headSize.map { $0 > 0 } ?? (size > 0 && size % heads == 0), "MultiHeadAttention",
      "size is \(size), for \(heads) heads of size \(headSize.map(String.init) ?? "size / heads")",
      expected: "a size divisible by heads, or a headSize of its own")
    return headSize ?? size / heads
  }

  private static func check(_ turned: Int?, of size: Int, window: Int?, capacity: Int) throws {
    if let turned {
      try require(
        turned > 0 && turned % 2 == 0 && turned <= size, "MultiHeadAttention",
        "rotary positions of \(turned) features for heads of size \(size)",
        expected: "an even number of features up to the headSize")
    }
    try require(
      window.map { $0 > 0 } ?? true, "MultiHeadAttention", "window is \(window ?? 0)",
      expected: "a positive number: a time sees itself at least")
    try require(
      capacity > 0, "MultiHeadAttention", "cacheCapacity is \(capacity)", expected: "a positive number")
  }

  private static func dropout(_ graph: Graph, _ rate: Double, _ rng: Rng?) throws -> Dropout? {
    if rate == 0 { return nil }
    guard let rng else {
      throw ModelError(
        "MultiHeadAttention", problem: "the dropoutRate is \(rate), and no rng was given",
        expected: "rng: an Rng module, where the random numbers come from")
    }
    return try Dropout(graph.child("dropout"), rate: rate, rng: rng)
  }

  // MARK: Whole sequences

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, mask: nil)
  }

  /// Attends to the inputs themselves, or to `source`.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, time, features]`, what the queries are made of.
  ///   - source: `[batch, source, features]`; the inputs when nil.
  ///   - mask: booleans that broadcast to `[batch, heads, time, source]`, false where nothing is to be seen.
  ///   - isTraining: whether weights are dropped.
  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, source: Tensor? = nil, mask: Tensor?, isTraining: Bool = true
  ) -> (Tensor, Params) {
    if let failure = sequenceFailure(inputs) ?? source.flatMap(sequenceFailure) {
      return refusedParts(failure, params)
    }
    let (projected, params) = projections(params, inputs, source ?? inputs, positions: nil)
    let near = window.map { (before: $0 - 1, after: isCausal ? 0 : $0 - 1) }
    let (mixed, updated) = mixed(
      projected, params, mask: mask, isCausal: isCausal, window: near, isTraining: isTraining)
    return merged(mixed, updated)
  }
}
