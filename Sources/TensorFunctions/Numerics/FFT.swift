public import TensorCore
import TensorPrimitives
import TensorTransformations

/// Discrete Fourier transforms (`jnp.fft`).
///
/// A length other than the axis' extent cuts the axis off or fills it up with zeros. All results are complex64, those
/// of the inverse real transforms float32.
public enum FFT {
  /// Where the factor one over the length goes (`norm` of `jnp.fft`).
  public enum Normalization: Sendable, Hashable {
    /// To the inverse transform.
    case backward
    /// As its root to both.
    case ortho
    /// To the forward transform.
    case forward
  }

  /// The transform along an axis (`jnp.fft.fft`).
  ///
  /// `[…, m]` gives `[…, n]`, `n` being `m` when nil. Fails if the axis is out of range or the length is below 1.
  public static func fft(_ x: Tensor, n length: Int? = nil, axis: Int = -1, norm: Normalization = .backward)
    -> Tensor
  { transform(.fft, x, length.map { [$0] }, [axis], norm) }

  /// The inverse transform along an axis (`jnp.fft.ifft`).
  ///
  /// `[…, m]` gives `[…, n]`, `n` being `m` when nil. Fails if the axis is out of range or the length is below 1.
  public static func ifft(_ x: Tensor, n length: Int? = nil, axis: Int = -1, norm: Normalization = .backward)
    -> Tensor
  { transform(.ifft, x, length.map { [$0] }, [axis], norm) }

  /// The transform of real numbers along an axis: the half that determines the rest (`jnp.fft.rfft`).
  ///
  /// `[…, m]` gives `[…, n / 2 + 1]`, `n` being `m` when nil; imaginary parts are left out. Fails if the axis is out
  /// of range or the length is below 1.
  public static func rfft(_ x: Tensor, n length: Int? = nil, axis: Int = -1, norm: Normalization = .backward)
    -> Tensor
  { transform(.rfft, x, length.map { [$0] }, [axis], norm) }

  /// The inverse of `rfft`; the length, even by default, is that of the result (`jnp.fft.irfft`).
  ///
  /// `[…, m]` gives `[…, n]`, `n` being `2 · (m - 1)` when nil. Fails if the axis is out of range or the length is
  /// below 1.
  public static func irfft(_ x: Tensor, n length: Int? = nil, axis: Int = -1, norm: Normalization = .backward)
    -> Tensor
  { transform(.irfft, x, length.map { [$0] }, [axis], norm) }

  /// The transform along several axes, all when nil (`jnp.fft.fftn`).
  ///
  /// The result has the lengths along the axes, the last ones where only lengths are given. Fails if an axis is out
  /// of range or given twice, there is no axis, or not one length of at least 1 for each.
  public static func fftn(
    _ x: Tensor, s lengths: [Int]? = nil, axes: [Int]? = nil, norm: Normalization = .backward
  ) -> Tensor { transform(.fft, x, lengths, axes, norm) }

  /// The inverse transform along several axes, all when nil (`jnp.fft.ifftn`).
  ///
  /// The result has the lengths along the axes, the last ones where only lengths are given. Fails if an axis is out
  /// of range or given twice, there is no axis, or not one length of at least 1 for each.
  public static func ifftn(
    _ x: Tensor, s lengths: [Int]? = nil, axes: [Int]? = nil, norm: Normalization = .backward
  ) -> Tensor { transform(.ifft, x, lengths, axes, norm) }

  /// The transform of real numbers along several axes, halved on the last (`jnp.fft.rfftn`).
  ///
  /// The result has the lengths along the axes, `n / 2 + 1` along the last. Fails if an axis is out of range or given
  /// twice, there is no axis, or not one length of at least 1 for each.
  public static func rfftn(
    _ x: Tensor, s lengths: [Int]? = nil, axes: [Int]? = nil, norm: Normalization = .backward
  ) -> Tensor { transform(.rfft, x, lengths, axes, norm) }

  /// The inverse of `rfftn` (`jnp.fft.irfftn`).
  ///
  /// The result has the lengths along the axes, `2 · (m - 1)` along the last when nil. Fails if an axis is out of
  /// range or given twice, there is no axis, or not one length of at least 1 for each.
  public static func irfftn(
    _ x: Tensor, s lengths: [Int]? = nil, axes: [Int]? = nil, norm: Normalization = .backward
  ) -> Tensor { transform(.irfft, x, lengths, axes, norm) }

  /// The transform of matrices (`jnp.fft.fft2`).
  ///
  /// `[…, m, n]` gives `[…, m, n]`. Fails for fewer than two axes, or if one of them has no element.
  public static func fft2(_ x: Tensor, norm: Normalization = .backward) -> Tensor {
    fftn(x, axes: [-2, -1], norm: norm)
  }

  /// The inverse transform of matrices (`jnp.fft.ifft2`).
  ///
  /// `[…, m, n]` gives `[…, m, n]`. Fails for fewer than two axes, or if one of them has no element.
  public static func ifft2(_ x: Tensor, norm: Normalization = .backward) -> Tensor {
    ifftn(x, axes: [-2, -1], norm: norm)
  }

  /// The transform of real matrices, halved on the last axis (`jnp.fft.rfft2`).
  ///
  /// `[…, m, n]` gives `[…, m, n / 2 + 1]`. Fails for fewer than two axes, or if one of them has no element.
  public static func rfft2(_ x: Tensor, norm: Normalization = .backward) -> Tensor {
    rfftn(x, axes: [-2, -1], norm: norm)
  }

  /// The inverse of `rfft2` (`jnp.fft.irfft2`).
  ///
  /// `[…, m, n]` gives `[…, m, 2 · (n - 1)]`. Fails for fewer than two axes, or if one of the result's has no
  /// element.
  public static func irfft2(_ x: Tensor, norm: Normalization = .backward) -> Tensor {
    irfftn(x, axes: [-2, -1], norm: norm)
  }

  /// The frequencies that the elements of a transform stand for (`jnp.fft.fftfreq`).
  ///
  /// The result is `[count]`, float32. Fails if `count` is above 2²⁵.
  public static func fftfreq(_ count: Int, d spacing: Double = 1) -> Tensor {
    let half = (count -| 1) / 2 + 1
    return Tensor.onHost("fftfreq", Swift.max(0, count)) { index in
      let signed = index < half ? index : index - count
      return Float(Double(signed) / (spacing * Double(count)))
    }
  }

  /// The frequencies that the elements of a real transform stand for (`jnp.fft.rfftfreq`).
  ///
  /// The result is `[count / 2 + 1]`, float32. Fails if it has more than 2²⁵ elements.
  public static func rfftfreq(_ count: Int, d spacing: Double = 1) -> Tensor {
    Tensor.onHost("rfftfreq", Swift.max(0, count / 2) + 1) { Float(Double($0) / (spacing * Double(count))) }
  }

  /// The transform with the frequency 0 in the middle (`jnp.fft.fftshift`).
  ///
  /// The result has the shape of `x`. Fails if an axis is out of range.
  public static func fftshift(_ x: Tensor, axes: [Int]? = nil) -> Tensor { shifted(x, axes) { $0 / 2 } }

  /// The inverse of `fftshift` (`jnp.fft.ifftshift`).
  ///
  /// The result has the shape of `x`. Fails if an axis is out of range.
  public static func ifftshift(_ x: Tensor, axes: [Int]? = nil) -> Tensor { shifted(x, axes) { -($0 / 2) } }

  private static func shifted(_ x: Tensor, _ axes: [Int]?, _ amount: (Int) -> Int) -> Tensor {
    (axes ?? Array(0..<x.ndim)).reduce(x) { roll($0, amount(x.shape[$1]), axis: $1) }
  }

  private static func transform(
    _ kind: FourierTransform.Kind, _ x: Tensor, _ lengths: [Int]?, _ axes: [Int]?, _ norm: Normalization
  ) -> Tensor {
    if x.isFailed { return x }
    let given = axes ?? (lengths ?? Array(x.shape)).indices.reversed().map { -1 - $0 }
    if case .failure(let error) = x.normalized(given, "\(kind)") { return Tensor.failed(error) }
    let dimensions = given.map { $0.counted(in: x.ndim) }
    var counts = lengths ?? dimensions.map { x.type.shape[$0] }
    if lengths == nil, kind == .irfft, let last = counts.last { counts[counts.count - 1] = 2 *| (last - 1) }
    guard !dimensions.isEmpty, counts.count == dimensions.count, counts.allSatisfy({ $0 > 0 }) else {
      return Tensor.failed(
        TensorError(
          "\(kind)", operands: [x], problem: "lengths \(counts) for the axes \(given)",
          expected: "a positive length for each axis, and at least one axis"))
    }
    return fused("\(kind)", x, kind, counts, dimensions, norm) { x, kind, counts, dimensions, norm in
      let others = (0..<x.ndim).filter { !dimensions.contains($0) }
      var order = others + dimensions
      let typed = kind == .rfft ? real(x).astype(.float32) : x.astype(.complex64)
      var result = resized(typed.transpose(order), kind, counts)
      result = applied(kind, result, counts) * Tensor(scale(kind, counts, norm))
      for (position, axis) in (others + dimensions).enumerated() { order[axis] = position }
      return result.transpose(order)
    }
  }

  /// The last axes cut off or filled up to the extents that the transform takes.
  private static func resized(_ x: Tensor, _ kind: FourierTransform.Kind, _ lengths: [Int]) -> Tensor {
    var wanted = lengths
    if kind == .irfft, let last = lengths.last { wanted[wanted.count - 1] = last / 2 + 1 }
    let none = [Int](repeating: 0, count: x.ndim)
    var high = none
    for (offset, extent) in wanted.enumerated() {
      let axis = x.ndim - wanted.count + offset
      high[axis] = extent - x.type.shape[axis]
    }
    return bind(Pad(low: none, high: high, interior: none), x, Tensor(ScalarLiteral(0, x.dtype)))
  }

  /// XLA transforms three axes at once; of more, the outer ones come in turns.
  private static func applied(_ kind: FourierTransform.Kind, _ x: Tensor, _ lengths: [Int]) -> Tensor {
    if lengths.count <= 3 { return bind(FourierTransform(kind: kind, lengths: lengths), x) }
    let axis = x.ndim - lengths.count
    let outer: FourierTransform.Kind = kind == .fft || kind == .rfft ? .fft : .ifft
    func alongOuter(_ x: Tensor) -> Tensor {
      let line = FourierTransform(kind: outer, lengths: [lengths[0]])
      return bind(line, x.movingAxis(axis, to: x.ndim - 1)).movingAxis(x.ndim - 1, to: axis)
    }
    let inner = Array(lengths.dropFirst())
    return kind == .irfft ? applied(kind, alongOuter(x), inner) : alongOuter(applied(kind, x, inner))
  }

  /// XLA's inverse divides by the length, its forward transform does not.
  private static func scale(
    _ kind: FourierTransform.Kind, _ lengths: [Int], _ norm: Normalization
  ) -> Double {
    let count = lengths.reduce(1) { $0 * Double($1) }
    let isForward = kind == .fft || kind == .rfft
    switch norm {
    case .backward: return 1
    case .ortho: return isForward ? 1 / count.squareRoot() : count.squareRoot()
    case .forward: return isForward ? 1 / count : count
    }
  }
}
