/// Vectors looked up by integer: token embeddings.
///
/// Indices `[…]` give `[…, embeddingSize]`; those out of range are taken as the nearest in range, negative ones count
/// from the end. Parameter: `embedding` `[numEmbeddings, embeddingSize]`, or what `quantized` makes of it.
public final class Embed: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// How many vectors there are.
  public let numEmbeddings: Int
  /// The size of a vector.
  public let embeddingSize: Int
  public let rng: Rng?
  public let embeddingInit: Initializer
  public let embeddingMetadata: Metadata
  /// The dtype of the vectors that are returned; that of the parameter when nil.
  public let dtype: DType?
  /// The dtype of a new parameter.
  public let paramDtype: DType

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - numEmbeddings: how many vectors there are.
  ///   - embeddingSize: the size of a vector.
  ///   - rng: where the initializer's random numbers come from; needed unless it uses none.
  ///   - embeddingInit: how `embedding` is created.
  ///   - embeddingMetadata: the metadata of `embedding`.
  ///   - dtype: the dtype of the computation, as in Flax; that of the parameter when nil.
  ///   - paramDtype: the dtype of a new parameter.
  /// - Throws: `ModelError` if a size is negative, or as `Module.init`.
  public init(
    _ graph: Graph, numEmbeddings: Int, embeddingSize: Int, rng: Rng?,
    embeddingInit: Initializer = .varianceScaling(1, mode: .fanIn, distribution: .normal, outAxis: 0),
    embeddingMetadata: Metadata = Metadata(), dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try require(
      numEmbeddings >= 0 && embeddingSize >= 0, "Embed",
      "numEmbeddings is \(numEmbeddings) and embeddingSize \(embeddingSize)", expected: "sizes of 0 or more")
    self.numEmbeddings = numEmbeddings
    self.embeddingSize = embeddingSize
    self.rng = rng
    self.embeddingInit = embeddingInit
    self.embeddingMetadata = embeddingMetadata
    self.dtype = dtype
    self.paramDtype = paramDtype
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] {
    [
      "paramDtype": DType.float32,
      "embeddingInit": Initializer.varianceScaling(1, mode: .fanIn, distribution: .normal, outAxis: 0),
    ]
  }

  public func callAsFunction(_ params: Params, _ indices: Tensor) -> (Tensor, Params) {
    if let quantized = quantizedParameter(params, "embedding") {
      return (withModulePath(quantized.rows(indices)).computed(in: dtype), params)
    }
    let (embedding, params) = embedding(params)
    return (embedding[indices], params)
  }

  /// The inner product with every vector, `inputs · embeddingᵀ`: logits that share the embedding's weights.
  ///
  /// Inputs `[…, embeddingSize]` give `[…, numEmbeddings]`.
  public func attend(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    if let quantized = quantizedParameter(params, "embedding") {
      return (
        withModulePath(quantized.product(inputs.computed(in: dtype), dtype, isTransposed: true)), params
      )
    }
    let (embedding, params) = embedding(params)
    return (matmul(inputs.computed(in: dtype), embedding.T), params)
  }

  private func embedding(_ params: Params) -> (Tensor, Params) {
    let (embedding, params) = getParam(
      params, "embedding", shape: [numEmbeddings, embeddingSize], initializer: embeddingInit,
      dtype: paramDtype, metadata: embeddingMetadata, rng: rng)
    return (embedding.computed(in: dtype), params)
  }
}
