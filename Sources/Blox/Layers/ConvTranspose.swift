/// A transposed convolution over any number of spatial axes, with channels last: what upsamples.
///
/// The kernel's size tells how many spatial axes there are. Inputs `[…batch, …spatial, channels]` give
/// `[…batch, …spatial, outputChannels]`, with any number of batch axes, also none. Parameters: `kernel`
/// `[…kernelSize, outputChannels, channels / groups]`, `bias` `[outputChannels]`.
public final class ConvTranspose: Module, Layer {
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

  /// - Parameters:
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - strides: how far the inputs are spread, one number for all spatial axes or one for each.
  ///   - padding: `.same` gives outputs of input times stride; `.valid`; or places around the spread input.
  ///   - kernelDilation: the distance of the kernel's elements.
  ///   - featureGroupCount: as in blox, which gives the kernel fewer channels but has no grouped transposed
  ///     convolution: a number above 1 is an error of the call.
  /// - Throws: `ModelError` if a list does not fit the spatial axes or a number is not positive, or as `Module.init`.
  public init(
    _ graph: Graph, kernelSize: any SpatialExtents, outputChannels: Int, rng: Rng?,
    strides: any SpatialExtents = 1, padding: Padding = .same, kernelDilation: any SpatialExtents = 1,
    featureGroupCount: Int = 1, useBias: Bool = true, kernelInit: Initializer = .lecunNormal(),
    biasInit: Initializer = .zeros, kernelMetadata: Metadata = Metadata(), biasMetadata: Metadata = Metadata()
  ) throws {
    let axes = ConvolutionAxes("ConvTranspose", kernelSize)
    self.kernelSize = try axes.positive("kernelSize", kernelSize)
    self.strides = try axes.positive("strides", strides)
    self.kernelDilation = try axes.positive("kernelDilation", kernelDilation)
    self.padding = try axes.fitting(padding)
    self.featureGroupCount = try axes.positive("featureGroupCount", featureGroupCount)
    self.outputChannels = try axes.positive("outputChannels", outputChannels)
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

  /// The same, computed as exactly as asked for.
  public func callAsFunction(_ params: Params, _ inputs: Tensor, precision: Precision) -> (Tensor, Params) {
    let spatialRank = kernelSize.count
    switch convolutionInput(inputs, spatialRank, groups: featureGroupCount) {
    case .failure(let error): return (Tensor(failure: error), params)
    case .success(let input):
      guard featureGroupCount == 1 else { return (rejectedGroups(inputs), params) }
      let (kernel, params) = getParam(
        params, "kernel", shape: Shape(kernelSize + [outputChannels, inputs.shape[-1]]),
        initializer: kernelInit, metadata: kernelMetadata, rng: rng)
      let last = ConvDimensionNumbers.featuresLast(spatialRank)
      let outputs = convTranspose(
        input.flat, kernel, strides: strides, padding: padding, rhsDilation: kernelDilation,
        dimensionNumbers: ConvDimensionNumbers(last.lhs, last.rhs.dropLast(2) + "OI", last.out),
        precision: precision)
      return biased(input.restored(outputs), params, useBias ? biasInit : nil, biasMetadata, rng)
    }
  }

  private func rejectedGroups(_ inputs: Tensor) -> Tensor {
    let channels = inputs.shape[-1]
    return rejected(
      "featureGroupCount is \(featureGroupCount), and the \(channels) channels of the input meet a kernel of "
        + "\(channels / featureGroupCount)",
      expected: "a featureGroupCount of 1: there is no transposed convolution in groups")
  }
}
