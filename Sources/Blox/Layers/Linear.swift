/// A linear map of the last axis: `inputs · kernel + bias`.
///
/// Inputs `[…, features]` give `[…, outputSize]`. Parameters: `kernel` `[features, outputSize]`, `bias`
/// `[outputSize]`. In the place of `kernel` the params may hold what `quantized` makes of it; that has no `precision`.
public final class Linear: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant, or a `Setting`.
  /// The size of the last axis of the result.
  public let outputSize: Int
  public let rng: Rng?
  public let useBias: Bool
  public let kernelInit: Initializer
  public let biasInit: Initializer
  public let kernelMetadata: Metadata
  public let biasMetadata: Metadata
  /// The dtype of the computation; that of inputs and parameters when nil.
  public let dtype: DType?
  /// The dtype of new parameters.
  public let paramDtype: DType
  /// A correction that is added to the outputs: see `Graph.addLowRankAdapters`.
  public var adapter: LowRankAdapter? {
    get { _adapter.value }
    set { _adapter.value = newValue }
  }
  private let _adapter = Setting<LowRankAdapter?>(nil)

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - outputSize: the size of the last axis of the result.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - useBias: whether there is a `bias`.
  ///   - kernelInit: how `kernel` is created.
  ///   - biasInit: how `bias` is created.
  ///   - kernelMetadata: for instance `Metadata(sharding: [nil, "model"])`.
  ///   - biasMetadata: the metadata of `bias`.
  ///   - dtype: the dtype of the computation, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: `ModelError` if the output size is negative, or as `Module.init`.
  public init(
    _ graph: Graph, outputSize: Int, rng: Rng?, useBias: Bool = true,
    kernelInit: Initializer = .lecunNormal(), biasInit: Initializer = .zeros,
    kernelMetadata: Metadata = Metadata(), biasMetadata: Metadata = Metadata(), dtype: DType? = nil,
    paramDtype: DType = .float32
  ) throws {
    try require(outputSize >= 0, "Linear", "outputSize is \(outputSize)", expected: "a size of 0 or more")
    self.outputSize = outputSize
    self.rng = rng
    self.useBias = useBias
    self.kernelInit = kernelInit
    self.biasInit = biasInit
    self.kernelMetadata = kernelMetadata
    self.biasMetadata = biasMetadata
    self.dtype = dtype
    self.paramDtype = paramDtype
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] {
    [
      "useBias": true, "kernelInit": Initializer.lecunNormal(), "biasInit": Initializer.zeros,
      "paramDtype": DType.float32,
    ]
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, precision: .default)
  }

  /// The same, with the matrix product computed as exactly as asked for.
  public func callAsFunction(_ params: Params, _ inputs: Tensor, precision: Precision) -> (Tensor, Params) {
    if let failure = scalarFailure(inputs) {
      return refused(failure, params, ["kernel"] + (useBias ? ["bias"] : []))
    }
    let (product, params) = product(params, inputs.computed(in: dtype), precision)
    let (outputs, updated) = addingBias(product, params, bias)
    guard let adapter else { return (outputs, updated) }
    let (correction, adapted) = adapter(updated, inputs.computed(in: dtype))
    return (outputs + correction.computed(in: dtype), adapted)
  }

  private func product(_ params: Params, _ inputs: Tensor, _ precision: Precision) -> (Tensor, Params) {
    if let quantized = quantizedParameter(params, "kernel") {
      return (withModulePath(quantized.product(inputs, dtype)), params)
    }
    let (kernel, params) = kernel(params, inputSize: inputs.shape[-1])
    return (matmul(inputs, kernel.computed(in: dtype), precision: precision), params)
  }

  /// The parameter `kernel` for inputs of this size.
  func kernel(_ params: Params, inputSize: Int) -> (Tensor, Params) {
    if let quantized = quantizedParameter(params, "kernel") { return (quantized.dequantized(), params) }
    return getParam(
      params, "kernel", shape: [inputSize, outputSize], initializer: kernelInit, dtype: paramDtype,
      metadata: kernelMetadata, rng: rng)
  }

  /// The bias, if there is one.
  var bias: Bias? {
    useBias ? Bias(initializer: biasInit, metadata: biasMetadata, dtype, paramDtype, rng) : nil
  }
}

/// Throws a `ModelError` unless a setting of a layer is as it should be.
func require(
  _ condition: Bool, _ operation: String, _ problem: @autoclosure () -> String, expected: String
) throws(ModelError) {
  if !condition { throw ModelError(operation, problem: problem(), expected: expected) }
}
