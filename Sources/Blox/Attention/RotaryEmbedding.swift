import Foundation

/// Turns pairs of features by angles that grow with the position, so that products of queries and keys depend on how far
/// apart they are (rotary position embedding).
///
/// `x` is `[…, time, heads, size]` with an even size, `positions` `[time]` or `[…, time]`; the result has the shape of `x`.
/// Feature i is paired with feature i + size / 2 and turned by position / base^(2i / size), as in Llama.
///
/// - Returns: the embedded tensor, or one that carries the error of an odd size or too few axes.
public func rotaryEmbedding(_ x: Tensor, positions: Tensor, base: Double = 10_000) -> Tensor {
  if x.error != nil { return x }
  guard x.ndim >= 3, x.shape[-1] > 0, x.shape[-1] % 2 == 0 else {
    return Tensor.failed(
      TensorError(
        operation: "rotaryEmbedding", problem: "the input is \(x.type)",
        expected: "[…, time, heads, size] with an even size", module: nil))
  }
  let half = x.shape[-1] / 2
  let frequencies = Tensor((0..<half).map { Float(pow(base, -Double($0) / Double(half))) })
  // [time, 1, half], against [time, heads, half].
  let angles = positions.astype(.float32)[Ellipsis(), NewAxis(), NewAxis()] * frequencies
  let wide = x.astype(.float32)
  let (first, second) = (wide.part(0, of: 2), wide.part(1, of: 2))
  let (cosine, sine) = (cos(angles), sin(angles))
  return concatenate([first * cosine - second * sine, second * cosine + first * sine], axis: -1)
    .astype(x.dtype)
}
