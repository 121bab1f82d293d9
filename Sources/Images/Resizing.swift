public import Tensors

/// The tensor in another size, axis by axis (`jax.image.resize`).
///
/// Integers give float32, but for `.nearest`. Fails unless the shape has as many axes, and for extents of 0.
///
/// - Parameters:
///   - image: pictures `[height, width, channels]`, a batch of them, or any tensor.
///   - shape: the shape of the result; axes of the same extent stay as they are.
///   - method: how pixels between others are computed.
///   - antialias: whether several pixels are averaged where the result is smaller.
public func resize(_ image: Tensor, _ shape: Shape, _ method: ResizeMethod, antialias: Bool = true) -> Tensor
{
  if image.error != nil { return image }
  guard shape.count == image.ndim, (shape.dimensions + image.shape.dimensions).allSatisfy({ $0 > 0 }) else {
    return Tensor(
      failure: TensorError(
        operation: "resize", problem: "the shape \(shape) for an image of shape \(image.shape)",
        expected: "as many axes, none of extent 0", module: nil))
  }
  let axes = shape.dimensions.indices.filter { shape[$0] != image.shape[$0] }
  if method == .nearest {
    return axes.reduce(image) { image, axis in
      let middles = Tensor.arange(shape[axis]).astype(.float32) + 0.5
      let positions = middles * Tensor(Double(image.shape[axis])) / Tensor(Double(shape[axis]))
      return image.take(floor(positions).astype(.int32), axis: axis)
    }
  }
  let scales = axes.map { Double(shape[$0]) / Double(image.shape[$0]) }
  return resampled(
    image, shape, axes, scales.map { Tensor(Float($0)) }, axes.map { _ in Tensor(Float(0)) }, method,
    antialias: antialias)
}

/// The tensor scaled and moved along some axes (`jax.image.scale_and_translate`): the element at `x` goes to
/// `x · scale + translation`, and what comes from outside is 0.
///
/// Both may be computed, and have derivatives. Fails unless the shape has as many axes, `scale` and `translation` are
/// `[axes]`, and the method has weights, as all but `.nearest` have.
///
/// - Parameters:
///   - image: any tensor.
///   - shape: the shape of the result, which other axes keep.
///   - axes: which axes are scaled.
///   - scale: the scale of each.
///   - translation: how far each is moved.
///   - method: how elements between others are computed.
///   - antialias: whether several elements are averaged where the result is smaller.
public func scaleAndTranslate(
  _ image: Tensor, _ shape: Shape, _ axes: [Int], _ scale: Tensor, _ translation: Tensor,
  _ method: ResizeMethod,
  antialias: Bool = true
) -> Tensor {
  if let failed = [image, scale, translation].first(where: { $0.error != nil }) { return failed }
  let positions = axes.map { $0 < 0 ? $0 + image.ndim : $0 }
  guard shape.count == image.ndim, Set(positions).count == axes.count, method != .nearest,
    positions.allSatisfy(shape.dimensions.indices.contains), scale.shape == [axes.count],
    translation.shape == [axes.count],
    shape.dimensions.indices.allSatisfy({ positions.contains($0) || shape[$0] == image.shape[$0] })
  else {
    return Tensor(
      failure: TensorError(
        operation: "scaleAndTranslate",
        problem: "the shape \(shape) for \(image.shape), axes \(axes), scale \(scale.shape), "
          + "translation \(translation.shape), method \(method)",
        expected:
          "as many axes, of which others keep their extent, a number for each axis, and another method than nearest",
        module: nil))
  }
  let scales = axes.indices.map { scale[$0].astype(.float32) }
  let moves = axes.indices.map { translation[$0].astype(.float32) }
  return resampled(image, shape, positions, scales, moves, method, antialias: antialias)
}

/// The tensor times a matrix of weights along each axis.
private func resampled(
  _ image: Tensor, _ shape: Shape, _ axes: [Int], _ scales: [Tensor], _ moves: [Tensor],
  _ method: ResizeMethod,
  antialias: Bool
) -> Tensor {
  let dtype = image.dtype.isFloating ? image.dtype : .float32
  var result = image.astype(.float32)
  for (axis, (scale, move)) in zip(axes, zip(scales, moves)) {
    let matrix = weights(image.shape[axis], shape[axis], scale, move, method, antialias: antialias)
    let moved = tensordot(result, matrix, axes: ([axis], [0]), precision: .highest)
    result = moveaxis(moved, moved.ndim - 1, axis)
  }
  return result.astype(dtype)
}

/// How much each element counts in each of the result, `[from, to]`; together 1, or 0 for what comes from outside.
private func weights(
  _ from: Int, _ to: Int, _ scale: Tensor, _ move: Tensor, _ method: ResizeMethod, antialias: Bool
) -> Tensor {
  let inverse = 1 / scale
  let width = antialias ? maximum(inverse, 1) : Tensor(Float(1))
  let samples = (Tensor.arange(to).astype(.float32) + 0.5) * inverse - move * inverse - 0.5
  let positions = expandDims(Tensor.arange(from).astype(.float32), axis: 1)
  let raw = method.weight(abs(expandDims(samples, axis: 0) - positions) / width)
  let total = raw.sum(axis: 0, keepdims: true)
  let isSome = abs(total) .> Tensor(1000 * Double(Float.ulpOfOne))
  let shares = select(isSome, raw / select(isSome, total, 1), 0)
  let isInside = (samples .>= -0.5) .& (samples .<= Tensor(Double(from) - 0.5))
  return select(expandDims(isInside, axis: 0), shares, 0)
}
