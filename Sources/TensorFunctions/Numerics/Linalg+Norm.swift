public import TensorCore
public import TensorPrimitives
import TensorTransformations

extension Linalg {
  /// Which norm (`ord` of `jnp.linalg.norm`).
  public enum NormOrder: Sendable, Hashable {
    /// Of vectors, the p-th root of the sum of p-th powers; 0 counts the elements that are not 0. Of matrices ±1 are the
    /// greatest (least) sum of a column, ±2 the greatest (least) singular value.
    case p(Double)
    /// Of vectors the greatest (least, if negative) size of an element; of matrices the greatest (least) sum of a row.
    case infinity, negativeInfinity
    /// Of matrices, the root of the sum of squares.
    case frobenius
    /// Of matrices, the sum of singular values.
    case nuclear
  }

  /// The norm over axes: one for vectors, two for matrices; all when nil (`jnp.linalg.norm`).
  ///
  /// A norm has no derivative where all elements are 0: that of sums of powers is 0 there, not NaN as `jnp`'s.
  ///
  /// The result has the shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of range
  /// or given twice, or there is no such norm over this number of axes.
  ///
  /// - Parameters:
  ///   - x: the tensor.
  ///   - order: the root of the sum of squares when nil, which goes over any number of axes.
  ///   - axis: one axis for vectors, two for matrices; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  public static func norm(
    _ x: Tensor, _ order: NormOrder? = nil, axis: (any AxisList)? = nil, keepdims: Bool = false
  ) -> Tensor {
    if x.isFailed { return x }
    var axes: [Int] = []
    switch axis.map({ x.unsorted($0, "norm") }) ?? .success(Array(0..<x.ndim)) {
    case .failure(let error): return Tensor.failed(error)
    case .success(let valid): axes = valid
    }
    guard let order, order != .frobenius || axes.count == 2 else {
      return fused("norm", x, axes, keepdims) { x, axes, keepdims in
        x.inexact.accumulated { $0.length(axes, keepdims) }
      }
    }
    guard axes.count == 1 || axes.count == 2 else {
      return Tensor.failed(
        TensorError(
          "norm", operands: [x], problem: "the norm \(order) over \(axes.count) axes",
          expected: "one axis for vectors or two for matrices"))
    }
    return fused("norm", x, order, axes, keepdims) { x, order, axes, keepdims in
      x.inexact.accumulated { x in
        axes.count == 1
          ? vectorNorm(x, order, axes[0], keepdims) : matrixNorm(x, order, axes, keepdims)
      }
    }
  }

  private static func vectorNorm(_ x: Tensor, _ order: NormOrder, _ axis: Int, _ keepdims: Bool) -> Tensor {
    switch order {
    case .infinity: return abs(x).max(axis: axis, keepdims: keepdims)
    case .negativeInfinity: return abs(x).min(axis: axis, keepdims: keepdims)
    case .p(0): return (x .!= 0).astype(x.dtype.realPart).sum(axis: axis, keepdims: keepdims)
    case .p(1): return abs(x).sum(axis: axis, keepdims: keepdims)
    case .p(2): return x.length([axis], keepdims)
    case .p(let p):
      let scale = x.scale(axis: [axis])
      let sum = power(abs(x) / scale, Tensor(p)).sum(axis: axis, keepdims: keepdims)
      let isZero = (sum .== 0) .& Tensor(p > 0)
      let root = select(isZero, 0, power(select(isZero, 1, sum), Tensor(1 / p)))
      return root * (keepdims ? scale : scale.squeeze(axis: axis))
    case .frobenius, .nuclear: return unknown(x, order, "vectors")
    }
  }

  private static func matrixNorm(_ x: Tensor, _ order: NormOrder, _ axes: [Int], _ keepdims: Bool) -> Tensor {
    let (row, column) = (axes[0], axes[1])
    func sums(_ axis: Int) -> Tensor { abs(x).sum(axis: axis, keepdims: true) }
    func kept(_ result: Tensor) -> Tensor { keepdims ? result : result.squeeze(axis: axes) }
    func singular(_ reduce: (Tensor) -> Tensor) -> Tensor {
      let others = (0..<x.ndim).filter { !axes.contains($0) }
      let result = reduce(svdvals(x.transpose(others + axes)))
      return keepdims ? expandDims(result, axis: axes) : result
    }
    switch order {
    case .p(1): return kept(sums(row).max(axis: column, keepdims: true))
    case .p(-1): return kept(sums(row).min(axis: column, keepdims: true))
    case .infinity: return kept(sums(column).max(axis: row, keepdims: true))
    case .negativeInfinity: return kept(sums(column).min(axis: row, keepdims: true))
    case .p(2): return singular { $0.max(axis: -1) }
    case .p(-2): return singular { $0.min(axis: -1) }
    case .nuclear: return singular { $0.sum(axis: -1) }
    case .frobenius: return x.length(axes, keepdims)
    case .p: return unknown(x, order, "matrices")
    }
  }

  private static func unknown(_ x: Tensor, _ order: NormOrder, _ what: String) -> Tensor {
    Tensor.failed(
      TensorError(
        "norm", operands: [x], problem: "\(what) have no norm \(order)",
        expected: "for vectors p and infinities; for matrices ±1, ±2, infinities, frobenius, nuclear"))
  }
}

extension Tensor {
  /// The root of the sum of squares over axes, of elements of any size.
  fileprivate func length(_ axes: [Int], _ keepdims: Bool) -> Tensor {
    let scale = scale(axis: axes)
    let root = (self / scale).squaredSize.sum(axis: axes, keepdims: keepdims).rootOfSquares
    return root * (keepdims ? scale : scale.squeeze(axis: axes))
  }

  /// Axes as numbers from 0 in the order given.
  fileprivate func unsorted(_ axes: any AxisList, _ operation: String) -> Result<[Int], TensorError> {
    normalized(axes, operation).map { _ in axes.axes.map { $0.counted(in: ndim) } }
  }
}
