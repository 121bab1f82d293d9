import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

/// The product with a matrix of int8 that has a scale for each column and each group of rows: `x · (matrix · scale)`.
///
/// Operands: `x` `[…, depth]`; the matrix, int8 `[depth, columns]`; the scale, of the dtype of `x`, `[groups, columns]`. It is
/// summed in float32 (or float64). It is linear in `x`, and in the scale; the matrix has no tangent. On CPUs a kernel computes
/// it for a few rows of `x`.
struct QuantizedProduct: Composite {
  /// Whether the matrix is `[columns, depth]`, and the scale `[columns, groups]`.
  let isTransposed: Bool

  let name = "quantizedMatmul"
  var parameters: String { isTransposed ? "transposed" : "" }
  var isProduct: Bool { true }

  private var depthAxis: Int { isTransposed ? 1 : 0 }
  private var columnsAxis: Int { isTransposed ? 0 : 1 }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(3, operands)
    let (x, matrix, scale) = (operands[0], operands[1], operands[2])
    let (order, scales) = isTransposed ? ("[n, k]", "[n, groups]") : ("[k, n]", "[groups, n]")
    guard matrix.dtype == .int8, matrix.ndim == 2 else {
      throw TypeRuleError(
        "the kernel is \(matrix)",
        expected: "int8 \(order); quantized(params) makes such of a model's kernels")
    }
    guard x.dtype.isFloating, x.ndim > 0, x.shape[-1] == matrix.shape[depthAxis] else {
      throw TypeRuleError(
        "the inputs are \(x), and the kernel \(matrix)",
        expected: "floating-point inputs […, k] and a kernel \(order) with the same k")
    }
    let depth = matrix.shape[depthAxis]
    guard scale.dtype == x.dtype, scale.ndim == 2, scale.shape[columnsAxis] == matrix.shape[columnsAxis],
      scale.shape[depthAxis] > 0, depth % scale.shape[depthAxis] == 0
    else {
      throw TypeRuleError(
        "the scale is \(scale), and the kernel \(matrix)",
        expected:
          "\(x.dtype.shortName)\(scales), here with \(matrix.shape[columnsAxis]) columns, and a number of groups that "
          + "divides \(depth)")
    }
    var extents = x.shape.dimensions
    extents[extents.count - 1] = matrix.shape[columnsAxis]
    return [TensorType(Shape(extents), x.dtype)]
  }

  // MARK: In other operations

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let (x, matrix, scale) = (operands[0], operands[1], operands[2])
    let wide: DType = x.dtype == .float64 ? .float64 : .float32
    let (depth, columns) = (matrix.shape[depthAxis], matrix.shape[columnsAxis])
    let (groups, rows) = (scale.shape[depthAxis], x.shape.dimensions.dropLast().reduce(1, *))
    let scales = (isTransposed ? scale.T : scale).astype(wide)
    let values = matrix.astype(x.dtype)
    func product(_ a: Tensor, _ b: Tensor, _ contracting: DotGeneral.Axes, _ batching: DotGeneral.Axes)
      -> Tensor
    {
      bind(
        DotGeneral(contracting: contracting, batching: batching, precision: .default, resultDType: wide), a, b
      )
    }
    var sums: Tensor
    if groups == 1 {
      sums = product(
        x.reshape([rows, depth]), values, .init(a: [1], b: [depthAxis]), .init(a: [], b: []))
      sums = sums * scales
    } else {
      let size = depth / groups
      let grouped = values.reshape(isTransposed ? [columns, groups, size] : [groups, size, columns])
      // [groups, rows, columns]
      sums = product(
        x.reshape([rows, groups, size]), grouped, .init(a: [2], b: [isTransposed ? 2 : 1]),
        .init(a: [1], b: [depthAxis]))
      sums = (sums * expandDims(scales, axis: 1)).sum(axis: 0)
    }
    return [sums.astype(x.dtype).reshape(Shape(Array(x.shape.dimensions.dropLast()) + [columns]))]
  }

  /// The matrix with its scales, in their dtype.
  static func dequantized(_ matrix: Tensor, _ scale: Tensor, isTransposed: Bool) -> Tensor {
    let (depth, columns) =
      isTransposed ? (matrix.shape[1], matrix.shape[0]) : (matrix.shape[0], matrix.shape[1])
    let axis = isTransposed ? 1 : 0
    let groups = scale.shape[axis]
    let shape: Shape =
      isTransposed ? [columns, groups, depth / groups] : [groups, depth / groups, columns]
    let values = matrix.astype(scale.dtype).reshape(shape) * expandDims(scale, axis: axis + 1)
    return values.reshape(matrix.shape)
  }

  // MARK: Rules

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let first = tangents[0].map { bind(self, [$0, primals[1], primals[2]])[0] }
    let second = tangents[2].map { bind(self, [primals[0], primals[1], $0])[0] }
    return (bind(self, primals), [Tensor.sum(first, second)])
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil, nil] }
    let matrix = operands[1].value(self)
    if operands[0].isLinear {
      let values = QuantizedProduct.dequantized(matrix, operands[2].value(self), isTransposed: isTransposed)
      return [matmul(cotangent, isTransposed ? values : values.T), nil, nil]
    }
    let x = operands[0].value(self)
    let (depth, columns) = (matrix.shape[depthAxis], matrix.shape[columnsAxis])
    let rows = x.shape.dimensions.dropLast().reduce(1, *)
    let (inputs, slopes) = (x.reshape([rows, depth]), cotangent.reshape([rows, columns]))
    // The gradient of the matrix, of which each scale has a part in the measure of its elements.
    let slope = (isTransposed ? matmul(slopes.T, inputs) : matmul(inputs.T, slopes)) * matrix.astype(x.dtype)
    let groups = operands[2].type.shape[depthAxis]
    let grouped: Shape =
      isTransposed ? [columns, groups, depth / groups] : [groups, depth / groups, columns]
    return [nil, nil, slope.reshape(grouped).sum(axis: depthAxis + 1)]
  }

  func batch(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) {
    guard axes[1] == nil, axes[2] == nil, let axis = axes[0] else {
      return evaluated(operands, axes, context)
    }
    return (bind(self, [operands[0].movingAxis(axis, to: 0), operands[1], operands[2]]), [0])
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    kernelCall(operands, context).map { [$0] } ?? lowerEvaluation(operands, context)
  }

  /// The call of the kernel, where there is one for it.
  private func kernelCall(_ operands: [HLOValue], _ context: LoweringContext) -> HLOValue? {
    let (f, result, matrix) = (context.function, context.resultTypes[0], context.operandTypes[1].shape)
    let rows = result.shape.dimensions.dropLast().reduce(1, *)
    let (depth, columns) = (matrix[depthAxis], matrix[columnsAxis])
    guard f.module.callsKernels,
      let kernel = RowProductKernel(
        rows: rows, depth: depth, columns: columns, groups: context.operandTypes[2].shape[depthAxis],
        isTransposed: isTransposed, inputs: result.dtype, matrix: .int8, outputs: result.dtype)
    else { return nil }
    let scale = result.dtype == .float32 ? operands[2] : f.convert(operands[2], to: .f32)
    let product = kernel.lower(
      f.reshape(operands[0], to: [rows, depth]), operands[1], scale: scale,
      to: HLOType(result.dtype.hlo, [rows, columns]), in: f)
    return product.map { f.reshape($0, to: result.hlo.dimensions) }
  }
}
