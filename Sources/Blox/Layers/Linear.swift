/// A linear map of the last axis: `inputs · kernel + bias`.
///
/// Inputs `[…, features]` give `[…, outputSize]`. Parameters: `kernel` `[features, outputSize]`, `bias`
/// `[outputSize]`.
public final class Linear: Module, Layer {
  /// The size of the last axis of the result.
  public let outputSize: Int
  public let rng: Rng?
  public let useBias: Bool
  public let kernelInit: Initializer
  public let biasInit: Initializer
  public let kernelMetadata: Metadata
  public let biasMetadata: Metadata
  /// A correction that is added to the outputs: see `Graph.addLowRankAdapters`.
  public var adapter: LowRankAdapter?

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - outputSize: the size of the last axis of the result.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - useBias: whether there is a `bias`.
  ///   - kernelInit: how `kernel` is created.
  ///   - biasInit: how `bias` is created.
  ///   - kernelMetadata: for instance `Metadata(sharding: [nil, "model"])`.
  ///   - biasMetadata: the metadata of `bias`.
  /// - Throws: `ModelError` if the output size is negative, or as `Module.init`.
  public init(
    _ graph: Graph, outputSize: Int, rng: Rng?, useBias: Bool = true,
    kernelInit: Initializer = .lecunNormal(), biasInit: Initializer = .zeros,
    kernelMetadata: Metadata = Metadata(), biasMetadata: Metadata = Metadata()
  ) throws {
    try require(outputSize >= 0, "Linear", "outputSize is \(outputSize)", expected: "a size of 0 or more")
    self.outputSize = outputSize
    self.rng = rng
    self.useBias = useBias
    self.kernelInit = kernelInit
    self.biasInit = biasInit
    self.kernelMetadata = kernelMetadata
    self.biasMetadata = biasMetadata
    try super.init(graph)
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, precision: .default)
  }

  /// The same, with the matrix product computed as exactly as asked for.
  public func callAsFunction(_ params: Params, _ inputs: Tensor, precision: Precision) -> (Tensor, Params) {
    if let failure = rejectedScalar(inputs) { return (failure, params) }
    let (kernel, params) = getParam(
      params, "kernel", shape: [inputs.shape[-1], outputSize], initializer: kernelInit,
      metadata: kernelMetadata, rng: rng)
    let product = matmul(inputs, kernel, precision: precision)
    let (outputs, updated) = biased(product, params, useBias ? biasInit : nil, biasMetadata, rng)
    guard let adapter else { return (outputs, updated) }
    let (correction, adapted) = adapter(updated, inputs)
    return (outputs + correction, adapted)
  }
}

extension Module {
  /// Outputs plus the parameter `bias` of the size of their last axis, if it has an initializer.
  func biased(
    _ outputs: Tensor, _ params: Params, _ initializer: Initializer?, _ metadata: Metadata, _ rng: Rng?
  ) -> (Tensor, Params) {
    guard let initializer, outputs.error == nil else { return (outputs, params) }
    let (bias, params) = getParam(
      params, "bias", shape: [outputs.shape[-1]], initializer: initializer, metadata: metadata, rng: rng)
    return (outputs + bias, params)
  }
}

/// Throws a `ModelError` unless a setting of a layer is as it should be.
func require(
  _ condition: Bool, _ operation: String, _ problem: @autoclosure () -> String, expected: String
) throws(ModelError) {
  if !condition { throw ModelError(operation, problem: problem(), expected: expected) }
}
