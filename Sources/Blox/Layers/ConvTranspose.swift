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
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - kernelSize: the extents of the kernel, one for each spatial axis.
  ///   - outputChannels: the size of the last axis of the result.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - strides: how far the inputs are spread, one number for all spatial axes or one for each.
  ///   - padding: `.same` gives outputs of input times stride; `.valid`; or places around the spread input.
  ///   - kernelDilation: the distance of the kernel's elements.
  ///   - featureGroupCount: groups of channels that are convolved apart: with 2, the first half of the output's
  ///     channels comes from the first half of the input's. (Blox for Python fails with more than one group.)
  ///   - useBias: whether there is a `bias`.
  ///   - kernelInit: how `kernel` is created.
  ///   - biasInit: how `bias` is created.
  ///   - kernelMetadata: what is noted of `kernel`.
  ///   - biasMetadata: what is noted of `bias`.
  /// - Throws: `ModelError` if a list does not fit the spatial axes or a number is not positive, or as `Module.init`.
  public init(
    _ graph: Graph, kernelSize: any SpatialExtents, outputChannels: Int, rng: Rng?,
    strides: any SpatialExtents = 1, padding: Padding = .same, kernelDilation: any SpatialExtents = 1,
    featureGroupCount: Int = 1, useBias: Bool = true, kernelInit: Initializer = .lecunNormal(),
    biasInit: Initializer = .zeros, kernelMetadata: Metadata = Metadata(), biasMetadata: Metadata = Metadata()
  ) throws {
    let axes = SpatialSettings("ConvTranspose", kernelSize)
    self.kernelSize = try axes.positive("kernelSize", kernelSize)
    self.strides = try axes.positive("strides", strides)
    self.kernelDilation = try axes.positive("kernelDilation", kernelDilation)
    self.padding = try axes.fitting(padding)
    self.featureGroupCount = try axes.positive("featureGroupCount", featureGroupCount)
    self.outputChannels = try axes.positive("outputChannels", outputChannels)
    try require(
      outputChannels % featureGroupCount == 0, "ConvTranspose",
      "\(outputChannels) outputChannels do not make \(featureGroupCount) groups",
      expected: "outputChannels divisible by featureGroupCount (\(featureGroupCount))")
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
      let (kernel, params) = getParam(
        params, "kernel",
        shape: Shape(kernelSize + [outputChannels, inputs.shape[-1] / featureGroupCount]),
        initializer: kernelInit, metadata: kernelMetadata, rng: rng)
      let last = ConvDimensionNumbers.featuresLast(spatialRank)
      let reach = zip(kernelSize, kernelDilation).map { ($0 - 1) * $1 + 1 }
      // Not `convTranspose`, which as JAX's knows no groups.
      let outputs = convGeneralDilated(
        input.flat, kernel, windowStrides: strides.map { _ in 1 },
        padding: padding.transposed(reach, strides), lhsDilation: strides, rhsDilation: kernelDilation,
        dimensionNumbers: ConvDimensionNumbers(last.lhs, last.rhs.dropLast(2) + "OI", last.out),
        featureGroupCount: featureGroupCount, precision: precision)
      return biased(input.restored(outputs), params, useBias ? biasInit : nil, biasMetadata, rng)
    }
  }
}
