/// A convolution over any number of spatial axes, with channels last.
///
/// The kernel's size tells how many spatial axes there are: `3` or `[3]` one, `[3, 3]` two. Inputs
/// `[…batch, …spatial, channels]` give `[…batch, …spatial, outputChannels]`, with any number of batch axes, also
/// none. Parameters: `kernel` `[…kernelSize, channels / groups, outputChannels]`, `bias` `[outputChannels]`.
///
/// Inputs of another floating-point dtype than the kernel's are promoted, as those of `Linear` (blox for Python fails).
public final class Conv: Module, Layer {
  public let kernelSize: [Int]
  public let outputChannels: Int
  public let rng: Rng?
  public let strides: [Int]
  public let padding: Padding
  public let inputDilation: [Int]
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
  ///   - strides: one number for all spatial axes or one for each, like the dilations.
  ///   - padding: `.same`, `.valid`, or places before and after each spatial axis, `.explicit([(1, 1), (0, 2)])`.
  ///   - inputDilation: the distance of the input's elements. `.same` padding is that of the dilated input (blox for
  ///     Python fails with an input dilation unless the padding is explicit).
  ///   - kernelDilation: the distance of the kernel's elements.
  ///   - featureGroupCount: groups of channels that are convolved apart; as many as channels for a depthwise one.
  ///   - useBias: whether there is a `bias`.
  ///   - kernelInit: how `kernel` is created.
  ///   - biasInit: how `bias` is created.
  ///   - kernelMetadata: what is noted of `kernel`.
  ///   - biasMetadata: what is noted of `bias`.
  /// - Throws: `ModelError` if a list does not fit the spatial axes or a number is not positive, or as `Module.init`.
  public init(
    _ graph: Graph, kernelSize: any SpatialExtents, outputChannels: Int, rng: Rng?,
    strides: any SpatialExtents = 1, padding: Padding = .same, inputDilation: any SpatialExtents = 1,
    kernelDilation: any SpatialExtents = 1, featureGroupCount: Int = 1, useBias: Bool = true,
    kernelInit: Initializer = .lecunNormal(), biasInit: Initializer = .zeros,
    kernelMetadata: Metadata = Metadata(), biasMetadata: Metadata = Metadata()
  ) throws {
    let axes = SpatialSettings("Conv", kernelSize)
    self.kernelSize = try axes.positive("kernelSize", kernelSize)
    self.strides = try axes.positive("strides", strides)
    self.inputDilation = try axes.positive("inputDilation", inputDilation)
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
      let (kernel, params) = getParam(
        params, "kernel",
        shape: Shape(kernelSize + [inputs.shape[-1] / featureGroupCount, outputChannels]),
        initializer: kernelInit, metadata: kernelMetadata, rng: rng)
      let places = padding.resolved(
        extents: Array(input.flat.shape.dimensions.dropFirst().dropLast()), inputDilation: inputDilation,
        kernel: kernelSize, kernelDilation: kernelDilation, strides: strides)
      let outputs = convGeneralDilated(
        input.flat, kernel, windowStrides: strides, padding: places, lhsDilation: inputDilation,
        rhsDilation: kernelDilation, dimensionNumbers: .featuresLast(spatialRank),
        featureGroupCount: featureGroupCount, precision: precision)
      return biased(input.restored(outputs), params, useBias ? biasInit : nil, biasMetadata, rng)
    }
  }
}

// MARK: What the convolutions share

extension Module {
  /// The input with one batch axis, or what is wrong with it.
  func convolutionInput(
    _ inputs: Tensor, _ spatialRank: Int, groups: Int
  ) -> Result<SpatialBatch, TensorError> {
    if let error = inputs.error { return .failure(error) }
    guard let input = SpatialBatch(inputs, spatialRank: spatialRank) else {
      return .failure(
        parameterError(
          "\(type(of: self))", "the input has rank \(inputs.rank)",
          expected: SpatialBatch.expectation(spatialRank)))
    }
    guard inputs.shape[-1] % groups == 0 else {
      return .failure(
        parameterError(
          "\(type(of: self))", "the input's \(inputs.shape[-1]) channels do not make \(groups) groups",
          expected: "channels divisible by featureGroupCount (\(groups))"))
    }
    return .success(input)
  }

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
