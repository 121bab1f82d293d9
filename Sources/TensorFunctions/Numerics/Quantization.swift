public import TensorCore
import TensorPrimitives
import TensorTransformations

/// The product with a matrix of 8-bit integers and their scales, `x · (kernel · scale)`, which is not written out.
///
/// `x` `[…, k]`, `kernel` int8 `[k, n]` and `scale` `[groups, n]` give `[…, n]`; each scale is that of `k / groups` elements of a
/// column. Of a few rows it takes the time in which the kernel is read once. It has derivatives with respect to `x` and
/// `scale`. Fails for other dtypes and shapes. `quantized(params)` makes such kernels of those of a model; JAX has no such
/// function (`mx.quantized_matmul` of MLX).
///
/// - Parameters:
///   - x: the inputs; they and the scale are converted to their common dtype.
///   - kernel: the integers.
///   - scale: what they are multiplied by.
///   - isTransposed: whether the kernel is `[n, k]`, and the scale `[n, groups]`.
public func quantizedMatmul(_ x: Tensor, _ kernel: Tensor, scale: Tensor, isTransposed: Bool = false)
  -> Tensor
{
  let promoted = Promotion.promotedInexact([x, scale])
  return bind(QuantizedProduct(isTransposed: isTransposed), [promoted[0], kernel, promoted[1]])[0]
}

/// Integers with their scales, as `quantizedMatmul` takes them, as one matrix in the dtype of the scales.
package func dequantizedMatrix(_ kernel: Tensor, scale: Tensor, isTransposed: Bool = false) -> Tensor {
  // The product with the unit matrix says what is wrong with them.
  let x = Tensor.zeros([0, kernel.type.shape[isTransposed ? 1 : 0]], dtype: scale.dtype)
  let checked = quantizedMatmul(x, kernel, scale: scale, isTransposed: isTransposed)
  if checked.error != nil { return checked }
  return fused("dequantized", [kernel, scale], isTransposed) { operands, isTransposed in
    [QuantizedProduct.dequantized(operands[0], operands[1], isTransposed: isTransposed)]
  }[0]
}

/// A matrix as integers of 8 bits and their scales: the nearest multiples of a 127th of each group's largest size.
///
/// - Parameters:
///   - matrix: `[…, k, n]`, or `[…, n, k]` if it is transposed, floating-point numbers.
///   - groups: a divisor of `k`.
/// - Returns: int8 of the matrix's shape, and the scales of its dtype with `groups` in the place of `k`.
package func quantizedMatrix(_ matrix: Tensor, groups: Int, isTransposed: Bool) -> (
  kernel: Tensor, scale: Tensor
) {
  let results = fused("quantize", [matrix], groups, isTransposed) { operands, groups, isTransposed in
    let (matrix, extents) = (operands[0], operands[0].shape.dimensions)
    let axis = extents.count - (isTransposed ? 1 : 2)
    var shape = extents
    shape.replaceSubrange(axis...axis, with: [groups, extents[axis] / groups])
    let wide: DType = matrix.dtype == .float64 ? .float64 : .float32
    let grouped = matrix.astype(wide).reshape(Shape(shape))
    // As they are kept: with the rounded scales the integers fit the matrix best.
    let scale = (abs(grouped).max(axis: axis + 1) / 127).astype(matrix.dtype)
    let divisor = expandDims(scale.astype(wide), axis: axis + 1)
    // Scales of 0 are those of zeros.
    let quotients = grouped / select(divisor .== 0, 1, divisor)
    return [round(quotients).clip(-127, 127).astype(.int8).reshape(matrix.shape), scale]
  }
  return (results[0], results[1])
}
