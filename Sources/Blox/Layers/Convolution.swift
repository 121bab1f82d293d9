/// What `Conv` and `ConvTranspose` are: a kernel that slides over any number of spatial axes, with channels last.
public class Convolution: Module, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let kernelSize: [Int]
  public let outputChannels: Int
  public let rng: Rng?
  public let strides: [Int]
  public let padding: Padding
  public let kernelDilation: [Int]
  public let featureGroupCount: Int
  public let useBias: Bool
  public let kernelInit: Initializer
  public let biasInit: Initializer
  public let kernelMetadata: Metadata
  public let biasMetadata: Metadata
  /// The dtype of the computation; that of inputs and parameters when nil.
  public let dtype: DType?
  /// The dtype of new parameters.
  public let paramDtype: DType

  /// The options besides sizes: those that both layers have.
  struct Options {
    var strides: any SpatialExtents
    var padding: Padding
    var kernelDilation: any SpatialExtents
    var featureGroupCount: Int
    var useBias: Bool
    var kernelInit: Initializer
    var biasInit: Initializer
    var kernelMetadata: Metadata
    var biasMetadata: Metadata
    var dtype: DType?
    var paramDtype: DType
  }

  init(
    _ graph: Graph, _ name: String, _ kernelSize: any SpatialExtents, _ outputChannels: Int, _ rng: Rng?,
    _ options: Options
  ) throws {
    let settings = SpatialSettings(name, kernelSize)
    self.kernelSize = try settings.positive("kernelSize", kernelSize)
    self.outputChannels = try settings.positive("outputChannels", outputChannels)
    strides = try settings.positive("strides", options.strides)
    padding = try settings.fitting(options.padding)
    kernelDilation = try settings.positive("kernelDilation", options.kernelDilation)
    featureGroupCount = try settings.positive("featureGroupCount", options.featureGroupCount)
    try require(
      outputChannels % featureGroupCount == 0, name,
      "\(outputChannels) outputChannels do not make \(featureGroupCount) groups",
      expected: "outputChannels divisible by featureGroupCount (\(featureGroupCount))")
    self.rng = rng
    useBias = options.useBias
    kernelInit = options.kernelInit
    biasInit = options.biasInit
    kernelMetadata = options.kernelMetadata
    biasMetadata = options.biasMetadata
    dtype = options.dtype
    paramDtype = options.paramDtype
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] {
    let ones = kernelSize.map { _ in 1 }
    return [
      "strides": ones, "padding": Padding.same, "kernelDilation": ones, "inputDilation": ones,
      "featureGroupCount": 1, "useBias": true, "kernelInit": Initializer.lecunNormal(),
      "biasInit": Initializer.zeros, "paramDtype": DType.float32,
    ]
  }

  /// The layer with its way of convolving inputs that have one batch axis.
  ///
  /// - Parameter channels: the kernel's last two extents, of the input's channels of a group.
  func run(
    _ params: Params, _ inputs: Tensor, channels: (_ ofGroup: Int) -> [Int],
    convolve: (_ input: Tensor, _ kernel: Tensor) -> Tensor
  ) -> (Tensor, Params) {
    func refused(_ failure: Tensor) -> (Tensor, Params) {
      self.refused(failure, params, ["kernel"] + (useBias ? ["bias"] : []))
    }
    if inputs.error != nil { return refused(inputs) }
    guard let input = SpatialBatch(inputs.computed(in: dtype), spatialRank: kernelSize.count) else {
      return refused(
        failedTensor(
          "the input has rank \(inputs.ndim)", expected: SpatialBatch.expectation(kernelSize.count)))
    }
    let inputChannels = inputs.shape[-1]
    guard inputChannels % featureGroupCount == 0 else {
      return refused(
        failedTensor(
          "the input's \(inputChannels) channels do not make \(featureGroupCount) groups",
          expected: "channels divisible by featureGroupCount (\(featureGroupCount))"))
    }
    let (kernel, params) = getParam(
      params, "kernel", shape: Shape(kernelSize + channels(inputChannels / featureGroupCount)),
      initializer: kernelInit, dtype: paramDtype, metadata: kernelMetadata, rng: rng)
    let outputs = input.unflattened(convolve(input.flat, kernel.computed(in: dtype)))
    let bias = useBias ? Bias(initializer: biasInit, metadata: biasMetadata, dtype, paramDtype, rng) : nil
    return addingBias(outputs, params, bias)
  }
}
