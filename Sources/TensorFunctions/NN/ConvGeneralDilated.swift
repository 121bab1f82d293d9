import StableHLO
public import TensorCore
public import TensorPrimitives
import TensorTransformations

/// The general convolution, with strides, padding, dilations and groups (`lax.conv_general_dilated`).
///
/// By default `lhs` is `[batch, features, spatial…]` and `rhs`, the kernel, `[output, input, spatial…]`; other orders
/// are told by `dimensionNumbers`. As in JAX the kernel is not reversed.
/// Fails for booleans, and if ranks, features, groups or the numbers of strides, paddings and dilations do not go
/// together.
///
/// - Parameters:
///   - lhs: the inputs.
///   - rhs: the kernel.
///   - windowStrides: the steps of the kernel, one for each spatial axis; 1 where nil.
///   - padding: `.same` and `.valid` cannot go with `lhsDilation`.
///   - lhsDilation: the distance of the inputs' elements; 1 where nil.
///   - rhsDilation: the distance of the kernel's elements; 1 where nil.
///   - dimensionNumbers: which axis is which.
///   - featureGroupCount: groups of channels that are convolved apart.
///   - batchGroupCount: groups of the batch that are convolved apart.
///   - precision: how exactly products are computed.
///   - preferredElementType: the dtype to accumulate in and return.
/// - Returns: the convolution, or a tensor that carries the error of shapes that do not fit.
public func convGeneralDilated(
  _ lhs: Tensor, _ rhs: Tensor, windowStrides: [Int], padding: Padding, lhsDilation: [Int]? = nil,
  rhsDilation: [Int]? = nil, dimensionNumbers: ConvDimensionNumbers? = nil, featureGroupCount: Int = 1,
  batchGroupCount: Int = 1, precision: Precision = .default, preferredElementType: DType? = nil
) -> Tensor {
  if let failed = [lhs, rhs].first(where: \.isFailed) { return failed }
  do throws(TypeRuleError) {
    let spatialRank = lhs.ndim - 2
    guard spatialRank >= 0, rhs.ndim == lhs.ndim else {
      throw TypeRuleError(
        "an input of rank \(lhs.ndim) and a kernel of rank \(rhs.ndim)",
        expected: "one rank, at least 2: a batch axis, a feature axis and the spatial ones")
    }
    let ones = [Int](repeating: 1, count: spatialRank)
    let (baseDilations, windowDilations) = (lhsDilation ?? ones, rhsDilation ?? ones)
    let dimensions = try (dimensionNumbers ?? .featuresFirst(spatialRank)).dimensions()
    guard dimensions.input.count == lhs.ndim else {
      throw TypeRuleError(
        "dimension numbers for \(dimensions.input.count) axes",
        expected: "a letter for each of \(lhs.ndim) axes")
    }
    let edges: (low: [Int], high: [Int])
    if case .edges(let low, let high) = padding {
      edges = (low, high)
    } else {
      if baseDilations.contains(where: { $0 != 1 }) {
        throw TypeRuleError(
          "the padding .\(padding) does not go with a dilated input",
          expected: "explicit padding, or convTranspose")
      }
      edges = try padding.edges(
        extents: dimensions.input.dropFirst(2).map { lhs.type.shape[$0] },
        window: WindowRule.dilated(
          dimensions.kernel.dropFirst(2).map { rhs.type.shape[$0] }, windowDilations),
        strides: windowStrides)
    }
    let convolution = Convolution(
      window: HLOFunction.Window(
        sizes: [], strides: windowStrides, low: edges.low, high: edges.high, baseDilations: baseDilations,
        windowDilations: windowDilations),
      dimensions: dimensions, featureGroups: featureGroupCount, batchGroups: batchGroupCount,
      precision: precision, resultDType: preferredElementType)
    if lhs.dtype == rhs.dtype { return bind(convolution, lhs, rhs) }
    return fused("convGeneralDilated", [lhs, rhs], convolution) { operands, convolution in
      bind(convolution, Promotion.promoted(operands))
    }[0]
  } catch {
    return Tensor.failed(
      TensorError(
        "convGeneralDilated", operands: [lhs, rhs], problem: error.problem, expected: error.expected))
  }
}

/// The transposed convolution, which spreads the input by the strides (`lax.conv_transpose`).
///
/// By default the features are the last axis: `[batch, spatial…, features]` and `[spatial…, input, output]`.
/// Fails for booleans, and if ranks, features or the numbers of strides, paddings and dilations do not go together.
///
/// - Parameters:
///   - lhs: the inputs.
///   - rhs: the kernel.
///   - strides: how far the inputs are spread.
///   - padding: `.same` gives outputs of input times stride, `.valid` room for every window; explicit places are
///     those of the convolution over the spread input.
///   - rhsDilation: the distance of the kernel's elements; 1 where nil.
///   - dimensionNumbers: which axis is which.
///   - transposeKernel: whether to reverse the kernel and exchange its features, as the gradient of a convolution
///     does.
///   - precision: how exactly products are computed.
///   - preferredElementType: the dtype of the result; that of the operands when nil.
public func convTranspose(
  _ lhs: Tensor, _ rhs: Tensor, strides: [Int], padding: Padding, rhsDilation: [Int]? = nil,
  dimensionNumbers: ConvDimensionNumbers? = nil, transposeKernel: Bool = false,
  precision: Precision = .default, preferredElementType: DType? = nil
) -> Tensor {
  if let failed = [lhs, rhs].first(where: \.isFailed) { return failed }
  let spatialRank = rhs.ndim - 2
  let numbers = dimensionNumbers ?? .featuresLast(Swift.max(0, spatialRank))
  do throws(TypeRuleError) {
    let dimensions = try numbers.dimensions()
    let dilation = rhsDilation ?? [Int](repeating: 1, count: Swift.max(0, spatialRank))
    guard dimensions.kernel.count == rhs.ndim, dilation.count == spatialRank, strides.count == spatialRank
    else {
      throw TypeRuleError(
        "a kernel of rank \(rhs.ndim), \(strides.count) strides and \(dilation.count) dilations",
        expected:
          "a kernel of rank \(dimensions.kernel.count), and a stride and dilation for each spatial axis")
    }
    let reach = WindowRule.dilated(dimensions.kernel.dropFirst(2).map { rhs.type.shape[$0] }, dilation)
    let kernel =
      transposeKernel
      ? fused("transposedKernel", rhs, dimensions) { kernel, dimensions in
        let flipped: Tensor = bind(Reverse(axes: dimensions.kernel.dropFirst(2).sorted()), kernel)
        return flipped.swapaxes(dimensions.kernel[0], dimensions.kernel[1])
      } : rhs
    return convGeneralDilated(
      lhs, kernel, windowStrides: strides.map { _ in 1 }, padding: padding.transposed(reach, strides),
      lhsDilation: strides, rhsDilation: dilation, dimensionNumbers: numbers, precision: precision,
      preferredElementType: preferredElementType)
  } catch {
    return Tensor.failed(
      TensorError(
        "convTranspose", operands: [lhs, rhs], problem: error.problem, expected: error.expected))
  }
}
