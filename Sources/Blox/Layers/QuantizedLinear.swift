/// A linear map of the last axis whose kernel is kept as integers of 8 bits from the start: `inputs · (kernel · scale) + bias`.
///
/// For models whose kernels are never there as floating-point numbers, such as those read from a file of integers. A `Linear` whose
/// params went through `quantized` computes the same: a trained model needs no other layers.
///
/// Inputs `[…, features]` give `[…, outputSize]`. Parameters: `kernel_int8` `[features, outputSize]` and `kernel_scale`
/// `[groups, outputSize]`, which are not trainable, and `bias` `[outputSize]`.
public final class QuantizedLinear: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// The size of the last axis of the result.
  public let outputSize: Int
  public let rng: Rng?
  /// How many features share a scale; all when nil.
  public let groupSize: Int?
  public let useBias: Bool
  public let kernelInit: Initializer
  public let biasInit: Initializer
  /// The dtype of the computation; that of inputs and scales when nil.
  public let dtype: DType?
  /// The dtype of new scales and of the bias.
  public let paramDtype: DType

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - outputSize: the size of the last axis of the result.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - groupSize: how many features share a scale, a divisor of their number; all when nil.
  ///   - useBias: whether there is a `bias`.
  ///   - kernelInit: how the kernel is created, which is then quantized.
  ///   - biasInit: how `bias` is created.
  ///   - dtype: the dtype of the computation, as in Flax; that of inputs and scales when nil.
  ///   - paramDtype: the dtype of new scales and of the bias.
  /// - Throws: `ModelError` if a size is out of range, or as `Module.init`.
  public init(
    _ graph: Graph, outputSize: Int, rng: Rng?, groupSize: Int? = nil, useBias: Bool = true,
    kernelInit: Initializer = .lecunNormal(), biasInit: Initializer = .zeros, dtype: DType? = nil,
    paramDtype: DType = .float32
  ) throws {
    try require(
      outputSize >= 0 && groupSize.map { $0 > 0 } ?? true, "QuantizedLinear",
      "outputSize is \(outputSize) and groupSize \(groupSize.map(String.init) ?? "nil")",
      expected: "a size of 0 or more, and a positive groupSize or nil")
    self.outputSize = outputSize
    self.rng = rng
    self.groupSize = groupSize
    self.useBias = useBias
    self.kernelInit = kernelInit
    self.biasInit = biasInit
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
    if let failure = scalarFailure(inputs) {
      return refused(failure, params, ["kernel_int8", "kernel_scale"] + (useBias ? ["bias"] : []))
    }
    let (kernel, params) = kernel(params, inputSize: inputs.shape[-1])
    let bias = useBias ? Bias(initializer: biasInit, metadata: Metadata(), dtype, paramDtype, rng) : nil
    return addingBias(kernel.product(inputs.computed(in: dtype), dtype), params, bias)
  }

  /// The kernel, which is created as that of a `Linear` and quantized if there is none.
  private func kernel(_ params: Params, inputSize: Int) -> (QuantizedParameter, Params) {
    if let kernel = quantizedParameter(params, "kernel"), kernel.values.error == nil || params.isLocked {
      return (kernel, params)
    }
    let path = paramPath("kernel")
    // What could not be created before stands in its place.
    let isOwn = { (other: [String], _: Param) in
      other == self.paramPath("kernel_int8") || other == self.paramPath("kernel_scale")
    }
    let free = params.isLocked ? params : params.split(isOwn).1
    let (value, created) = getParam(
      free, "kernel", shape: [inputSize, outputSize], initializer: kernelInit, dtype: paramDtype, rng: rng)
    if value.error != nil { return (QuantizedParameter(values: value, scale: value), created) }
    do {
      let (own, others) = created.split { other, _ in other == path }
      let small = others.merging(try quantized(own, groupSize: groupSize))
      return (quantizedParameter(small, "kernel") ?? QuantizedParameter(values: value, scale: value), small)
    } catch {
      let failure = Tensor.failed(
        parameterError(
          "QuantizedLinear", "the kernel cannot be quantized: \(error)", expected: "as said there"))
      return (QuantizedParameter(values: failure, scale: failure), free)
    }
  }
}
