/// The greatest element of each window (`blox.max_pool`).
///
/// Inputs `[…batch, …spatial, channels]` with any number of batch axes, also none.
///
/// - Parameters:
///   - inputs: the tensor.
///   - windowShape: `2` or `[2]` for one spatial axis, `[2, 2]` for two.
///   - strides: one number for all spatial axes or one for each; the window's size where nil, so that windows do not
///     overlap.
///   - padding: `.valid`, `.same`, or places before and after each spatial axis, `.explicit([(1, 1), (0, 2)])`.
/// - Returns: the maxima; a tensor that carries the error of an input of too few axes, or of settings that do not fit
///   the spatial axes.
public func maxPool(
  _ inputs: Tensor, windowShape: any SpatialExtents, strides: (any SpatialExtents)? = nil,
  padding: Padding = .valid
) -> Tensor {
  Pooling("maxPool", windowShape, strides, padding).reduce(inputs, .max)
}

/// The least element of each window (`blox.min_pool`); see `maxPool`.
public func minPool(
  _ inputs: Tensor, windowShape: any SpatialExtents, strides: (any SpatialExtents)? = nil,
  padding: Padding = .valid
) -> Tensor {
  Pooling("minPool", windowShape, strides, padding).reduce(inputs, .min)
}

/// The mean of each window, of those of its elements that are not padding (`blox.avg_pool`); see `maxPool`.
public func avgPool(
  _ inputs: Tensor, windowShape: any SpatialExtents, strides: (any SpatialExtents)? = nil,
  padding: Padding = .valid
) -> Tensor {
  let pooling = Pooling("avgPool", windowShape, strides, padding)
  let wide = inputs.accumulating
  let sums = pooling.reduce(wide, .add)
  if sums.error != nil { return sums }
  let counts =
    padding == .valid
    ? Tensor(pooling.window.reduce(1.0) { $0 * Double($1) }) : pooling.reduce(.onesLike(wide), .add)
  return (sums / counts).astype(inputs.inexactDType)
}

/// A window that slides over the spatial axes of a tensor with channels last.
private struct Pooling {
  let window: [Int]
  private let name: String
  private let strides: [Int]
  private let padding: Padding

  /// What is wrong with the settings.
  private let problem: ModelError?

  init(
    _ name: String, _ windowShape: any SpatialExtents, _ strides: (any SpatialExtents)?, _ padding: Padding
  ) {
    self.name = name
    window = windowShape.extents(windowShape.spatialRank)
    self.strides = strides?.extents(window.count) ?? window
    self.padding = padding
    let settings = SpatialSettings(name, windowShape)
    do throws(ModelError) {
      _ = try settings.positive("windowShape", windowShape)
      _ = try settings.positive("strides", self.strides)
      _ = try settings.fitting(padding)
      problem = nil
    } catch {
      problem = error
    }
  }

  func reduce(_ inputs: Tensor, _ operation: WindowOperation) -> Tensor {
    if inputs.error != nil { return inputs }
    if let problem {
      return Tensor.failed(
        TensorError(
          operation: name, problem: problem.problem, expected: problem.expected, module: nil))
    }
    guard let input = SpatialBatch(inputs, spatialRank: window.count) else {
      return Tensor.failed(
        TensorError(
          operation: name, problem: "the input has rank \(inputs.ndim)",
          expected: SpatialBatch.expectation(window.count), module: nil))
    }
    let outputs = reduceWindow(
      input.flat, operation, windowDimensions: [1] + window + [1], windowStrides: [1] + strides + [1],
      padding: whole)
    return input.unflattened(outputs)
  }

  /// The padding with none of batch and channels.
  private var whole: Padding {
    if case .edges(let low, let high) = padding {
      return .edges(low: [0] + low + [0], high: [0] + high + [0])
    }
    return padding
  }
}
