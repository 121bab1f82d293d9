import Foundation

/// Turns pairs of features by angles that grow with the position, so that products of queries and keys depend on how far
/// apart they are (rotary position embedding).
///
/// `x` is `[…, time, heads, size]` with an even size, `positions` `[time]` or `[…, time]`; the result has the shape of `x`.
/// Feature i is paired with feature i + size / 2 and turned by position / base^(2i / size), as in Llama; `options` has the
/// other ways.
///
/// - Returns: the embedded tensor, or one that carries the error of an odd size, too few axes, or more features to turn than
///   there are.
public func rotaryEmbedding(
  _ x: Tensor, positions: Tensor, base: Double = 10_000, options: RotaryOptions = RotaryOptions()
) -> Tensor {
  if x.error != nil { return x }
  let size = x.ndim >= 3 ? options.features ?? x.shape[-1] : 0
  guard x.ndim >= 3, size > 0, size % 2 == 0, size <= x.shape[-1] else {
    return Tensor.failed(
      TensorError(
        operation: "rotaryEmbedding",
        problem: "the input is \(x.type)"
          + (options.features.map { ", and \($0) features are to be turned" } ?? ""),
        expected: "[…, time, heads, size] with an even number of features to turn, up to its size",
        module: nil))
  }
  // [time, 1, half], against [time, heads, half].
  let frequencies = Tensor(options.frequencies(size: size, base: base).map(Float.init))
  let angles = positions.astype(.float32)[Ellipsis(), NewAxis(), NewAxis()] * frequencies
  let factor = options.scaling?.attentionFactor ?? 1
  let (cosine, sine) = factor == 1 ? (cos(angles), sin(angles)) : (factor * cos(angles), factor * sin(angles))
  let wide = x.astype(.float32)
  let turned = wide[Ellipsis(), 0..<size]
  func rotated(_ first: Tensor, _ second: Tensor) -> (Tensor, Tensor) {
    (first * cosine - second * sine, second * cosine + first * sine)
  }
  let result: Tensor
  if options.isInterleaved {
    let pairs = turned.reshape(Shape(turned.shape.dimensions.dropLast() + [size / 2, 2]))
    let (first, second) = rotated(pairs[Ellipsis(), 0], pairs[Ellipsis(), 1])
    result = stack([first, second], axis: -1).reshape(turned.shape)
  } else {
    let (first, second) = rotated(turned.part(0, of: 2), turned.part(1, of: 2))
    result = concatenate([first, second], axis: -1)
  }
  let rest = size == x.shape[-1] ? [] : [wide[Ellipsis(), size...]]
  return (rest.isEmpty ? result : concatenate([result] + rest, axis: -1)).astype(x.dtype)
}
