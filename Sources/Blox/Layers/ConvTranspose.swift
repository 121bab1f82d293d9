/// A transposed convolution over any number of spatial axes, with channels last: what upsamples.
///
/// The kernel's size tells how many spatial axes there are. Inputs `[…batch, …spatial, channels]` give
/// `[…batch, …spatial, outputChannels]`, with any number of batch axes, also none. Parameters: `kernel`
/// `[…kernelSize, outputChannels, channels / groups]`, `bias` `[outputChannels]`.
public final class ConvTranspose: Convolution, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
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
  ///   - kernelMetadata: the metadata of `kernel`.
  ///   - biasMetadata: the metadata of `bias`.
  ///   - dtype: the dtype of the computation, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: `ModelError` if a list does not fit the spatial axes or a number is not positive, or as `Module.init`.
  public init(
    _ graph: Graph, kernelSize: any SpatialExtents, outputChannels: Int, rng: Rng?,
    strides: any SpatialExtents = 1, padding: Padding = .same, kernelDilation: any SpatialExtents = 1,
    featureGroupCount: Int = 1, useBias: Bool = true, kernelInit: Initializer = .lecunNormal(),
    biasInit: Initializer = .zeros, kernelMetadata: Metadata = Metadata(),
    biasMetadata: Metadata = Metadata(),
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try super.init(
      graph, "ConvTranspose", kernelSize, outputChannels, rng,
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
    run(params, inputs, channels: { [outputChannels, $0] }) { input, kernel in
      let last = ConvDimensionNumbers.featuresLast(kernelSize.count)
      let reach = zip(kernelSize, kernelDilation).map { ($0 - 1) *| $1 +| 1 }
      // Not `convTranspose`, which as JAX's knows no groups.
      return convGeneralDilated(
        input, kernel, windowStrides: strides.map { _ in 1 }, padding: padding.transposed(reach, strides),
        lhsDilation: strides, rhsDilation: kernelDilation,
        dimensionNumbers: ConvDimensionNumbers(last.lhs, last.rhs.dropLast(2) + "OI", last.out),
        featureGroupCount: featureGroupCount, precision: precision)
    }
  }
}
