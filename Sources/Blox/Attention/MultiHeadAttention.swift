/// Attention with several heads: each time takes a mean of values, weighted by how well its query fits their keys.
///
/// Inputs `[batch, time, features]` give `[batch, time, size]`. It is used in three ways:
/// - as a layer on whole sequences, with a mask, causal, or on what another sequence says (cross-attention);
/// - with `apply` on a chunk, and as a step on `[batch, features]`, both causal and with a cache of the keys and values
///   before, as text is generated. Chunks and steps give what the whole sequence would.
///
/// Parameters: those of the `Linear` layers `query`, `key`, `value` and `output`. The original blox has no attention; the
/// computation is that of `jax.nn.dot_product_attention`.
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
  /// How many times the cache holds.
  public let cacheCapacity: Int
  public let query: Linear
  public let key: Linear
  public let value: Linear
  public let output: Linear

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - size: the number of features of the result.
  ///   - heads: how many heads of queries there are.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - keyValueHeads: `heads` when nil; otherwise a divisor of it.
  ///   - headSize: `size / heads` when nil.
  ///   - isCausal: whether as a layer a time sees only itself and earlier ones.
  ///   - rotaryBase: the base of the rotary positions, such as 10000; no positions when nil.
  ///   - cacheCapacity: for how many times the cache of `apply` and of steps has room.
  ///   - useBias: whether these have a `bias`.
  ///   - kernelInit: how the kernels of the four linear layers are created.
  /// - Throws: `ModelError` if the numbers do not fit each other, or as `Module.init`.
  public init(
    _ graph: Graph, size: Int, heads: Int, rng: Rng?, keyValueHeads: Int? = nil, headSize: Int? = nil,
    isCausal: Bool = false, rotaryBase: Double? = nil, cacheCapacity: Int = 1024, useBias: Bool = true,
    kernelInit: Initializer = .lecunNormal()
  ) throws {
    try graph.requireFree(for: MultiHeadAttention.self)
    let shared = keyValueHeads ?? heads
    try require(
      heads > 0 && shared > 0 && heads % shared == 0, "MultiHeadAttention",
      "there are \(heads) heads and \(shared) keyValueHeads",
      expected: "positive numbers, one dividing the other"
    )
    try require(
      headSize.map { $0 > 0 } ?? (size > 0 && size % heads == 0), "MultiHeadAttention",
      "size is \(size), for \(heads) heads of size \(headSize.map(String.init) ?? "size / heads")",
      expected: "a size divisible by heads, or a headSize of its own")
    let each = headSize ?? size / heads
    try require(
      rotaryBase == nil || each % 2 == 0, "MultiHeadAttention", "rotary positions for heads of size \(each)",
      expected: "an even headSize")
    try require(
      cacheCapacity > 0, "MultiHeadAttention", "cacheCapacity is \(cacheCapacity)",
      expected: "a positive number")
    self.heads = heads
    self.keyValueHeads = shared
    self.headSize = each
    self.isCausal = isCausal
    self.rotaryBase = rotaryBase
    self.cacheCapacity = cacheCapacity
    func linear(_ name: String, _ outputSize: Int) throws -> Linear {
      try Linear(
        graph.child(name), outputSize: outputSize, rng: rng, useBias: useBias, kernelInit: kernelInit)
    }
    query = try linear("query", heads *| each)
    key = try linear("key", shared *| each)
    value = try linear("value", shared *| each)
    output = try linear("output", size)
    try super.init(graph)
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
  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, source: Tensor? = nil, mask: Tensor?
  ) -> (Tensor, Params) {
    if let failure = rejectedSequence(inputs) ?? source.flatMap(rejectedSequence) { return (failure, params) }
    let (projected, params) = projections(params, inputs, source ?? inputs, positions: 0)
    let mixed = dotProductAttention(
      projected.query, projected.key, projected.value, mask: mask, isCausal: isCausal)
    return merged(mixed, params)
  }

  // MARK: Chunks and steps

  /// An empty cache for a batch of the inputs' size.
  public func initialState(_ params: Params, _ inputs: Tensor) -> (KeyValueCache, Params) {
    let batch = inputs.error == nil && inputs.ndim > 0 ? inputs.shape[0] : 1
    let dtype: DType = inputs.dtype.isFloating ? inputs.dtype : .float32
    let cache = KeyValueCache(
      batch: batch, capacity: cacheCapacity, heads: keyValueHeads, size: headSize, dtype: dtype)
    return (cache, params)
  }

  /// One time: inputs `[batch, features]`.
  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ prevState: KeyValueCache, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    let ((outputs, state), params) = apply(
      params, expandDims(inputs, axis: 1), prevState: prevState,
      isReset: isReset.map { expandDims($0, axis: 1) }, isTraining: isTraining)
    return ((outputs.error == nil ? outputs[FullRange(), 0] : outputs, state), params)
  }

  /// A chunk of a sequence, inputs `[batch, time, features]`, after the times that the state remembers.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, time, features]`.
  ///   - prevState: the cache of the times before; an empty one when nil.
  ///   - isReset: `[batch, time]` or `[batch, time, 1]`: where true, what came before in its lane is forgotten.
  ///   - isTraining: makes no difference.
  /// - Returns: outputs, the cache, the params. Once the cache has no room for all times, the outputs carry the error;
  ///   inside of transformations, where nobody knows how full it is, they are NaN.
  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: KeyValueCache? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    let before = prevState ?? initialState(params, inputs).0
    if let failure = rejectedSequence(inputs) ?? rejectedChunk(inputs, before, isReset) {
      return ((failure, before), params)
    }
    let (batch, times) = (inputs.shape[0], inputs.shape[1])
    let (projected, params) = projections(params, inputs, inputs, positions: before.length)
    // Which sequence each time is of: one further at each reset.
    let resets = (isReset ?? .zeros([batch, times], dtype: .bool)).reshape([batch, times]).astype(.int32)
    let segments = expandDims(before.segment, axis: 1) + resets.cumsum(axis: 1)
    let cache = before.appending(projected.key, projected.value, segments)
    let isSameSegment =
      segments[FullRange(), NewAxis(), FullRange(), NewAxis()]
      .== cache.segments[FullRange(), NewAxis(), NewAxis(), FullRange()]
    let place = before.length + expandDims(Tensor.arange(times), axis: 1)
    let isEarlier = Tensor.arange(cache.capacity) .<= place
    let mixed = dotProductAttention(
      projected.query, cache.keys.astype(projected.query.dtype),
      cache.values.astype(projected.query.dtype), mask: isSameSegment .& isEarlier)
    let (outputs, updated) = merged(mixed, params)
    let room = select(cache.length .<= Tensor(cache.capacity), Tensor(0.0), Tensor(Double.nan))
    return ((outputs + room.astype(outputs.dtype), cache), updated)
  }

  // MARK: Parts

  private func projections(
    _ params: Params, _ inputs: Tensor, _ source: Tensor, positions start: Tensor
  ) -> ((query: Tensor, key: Tensor, value: Tensor), Params) {
    var params = params
    func project(_ layer: Linear, _ x: Tensor, _ heads: Int, isPlaced: Bool) -> Tensor {
      var y: Tensor
      (y, params) = layer(params, x)
      if y.error != nil { return y }
      y = y.reshape([x.shape[0], x.shape[1], heads, headSize])
      guard isPlaced, let rotaryBase else { return y }
      return rotaryEmbedding(y, positions: start + Tensor.arange(x.shape[1]), base: rotaryBase)
    }
    let query = project(self.query, inputs, heads, isPlaced: true)
    let key = project(self.key, source, keyValueHeads, isPlaced: true)
    let value = project(self.value, source, keyValueHeads, isPlaced: false)
    return ((query, key, value), params)
  }

  /// The heads side by side through the last layer.
  private func merged(_ mixed: Tensor, _ params: Params) -> (Tensor, Params) {
    if mixed.error != nil { return (mixed, params) }
    return output(params, mixed.reshape([mixed.shape[0], mixed.shape[1], heads *| headSize]))
  }

  private func rejectedSequence(_ inputs: Tensor) -> Tensor? {
    if inputs.error != nil { return inputs }
    return inputs.ndim == 3
      ? nil : rejected("the input is \(inputs.type)", expected: "a sequence [batch, time, features]")
  }

  private func rejectedChunk(_ inputs: Tensor, _ cache: KeyValueCache, _ isReset: Tensor?) -> Tensor? {
    if let failed = (cache.leaves + (isReset.map { [$0] } ?? [])).first(where: { $0.error != nil }) {
      return failed
    }
    let (batch, times) = (inputs.shape[0], inputs.shape[1])
    if times == 0 || times > cache.capacity || cache.keys.shape[0] != batch {
      return rejected(
        "the input is \(inputs.type), and the cache has keys of \(cache.keys.shape)",
        expected: "1 to \(cache.capacity) times, the cacheCapacity, in a batch of \(cache.keys.shape[0])")
    }
    // Inside of transformations the length is not known; outputs are NaN there.
    if let length = try? cache.length.item(Int.self), length + times > cache.capacity {
      return rejected(
        "the cache has room for \(cache.capacity) times and remembers \(length); \(times) more were given",
        expected: "a greater cacheCapacity, or initialState(params, inputs) to begin anew")
    }
    if let isReset, isReset.shape != [batch, times], isReset.shape != [batch, times, 1] {
      return rejected(
        "isReset is \(isReset.type)",
        expected: "[batch, time], here [\(batch), \(times)], or [batch, time, 1]")
    }
    return nil
  }
}
