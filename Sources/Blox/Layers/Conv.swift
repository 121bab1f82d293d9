/// A convolution over any number of spatial axes, with channels last.
///
/// The kernel's size tells how many spatial axes there are: `3` or `[3]` one, `[3, 3]` two. Inputs
/// `[…batch, …spatial, channels]` give `[…batch, …spatial, outputChannels]`, with any number of batch axes, also
/// none. Parameters: `kernel` `[…kernelSize, channels / groups, outputChannels]`, `bias` `[outputChannels]`.
///
/// Inputs of another floating-point dtype than the kernel's are promoted, as those of `Linear` (blox for Python fails).
public final class Conv: Convolution, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let inputDilation: [Int]

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
  ///   - kernelMetadata: the metadata of `kernel`.
  ///   - biasMetadata: the metadata of `bias`.
  ///   - dtype: the dtype of the computation, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: `ModelError` if a list does not fit the spatial axes or a number is not positive, or as `Module.init`.
  public init(
    _ graph: Graph, kernelSize: any SpatialExtents, outputChannels: Int, rng: Rng?,
    strides: any SpatialExtents = 1, padding: Padding = .same, inputDilation: any SpatialExtents = 1,
    kernelDilation: any SpatialExtents = 1, featureGroupCount: Int = 1, useBias: Bool = true,
    kernelInit: Initializer = .lecunNormal(), biasInit: Initializer = .zeros,
    kernelMetadata: Metadata = Metadata(), biasMetadata: Metadata = Metadata(),
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    self.inputDilation = try SpatialSettings("Conv", kernelSize).positive("inputDilation", inputDilation)
    try super.init(
      graph, "Conv", kernelSize, outputChannels, rng,
      Options(
        strides: strides, padding: padding, kernelDilation: kernelDilation,
        featureGroupCount: featureGroupCount, useBias: useBias, kernelInit: kernelInit, biasInit: biasInit,
        kernelMetadata: kernelMetadata, biasMetadata: biasMetadata, dtype: dtype, paramDtype: paramDtype))
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, precision: .default)
  }

  /// The same, computed as exactly as asked for.
  public func callAsFunction(_ params: Params, _ inputs: Tensor, precision: Precision) -> (Tensor, Params) {
    run(params, inputs, channels: { [$0, outputChannels] }) { input, kernel in
      let edges = padding.resolved(
        extents: Array(input.shape.dimensions.dropFirst().dropLast()), inputDilation: inputDilation,
        kernel: kernelSize, kernelDilation: kernelDilation, strides: strides)
      return convGeneralDilated(
        input, kernel, windowStrides: strides, padding: edges, lhsDilation: inputDilation,
        rhsDilation: kernelDilation, dimensionNumbers: .featuresLast(kernelSize.count),
        featureGroupCount: featureGroupCount, precision: precision)
    }
  }
}
