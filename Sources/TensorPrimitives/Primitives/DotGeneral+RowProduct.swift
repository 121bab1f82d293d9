import StableHLO
import TensorCore

extension DotGeneral {
  /// The product by a kernel, where it is one of a few rows with a large matrix that is quicker so; nil elsewhere.
  ///
  /// The kernel reads the matrix as it lies in memory: transpositions of it, and its conversion from bfloat16, are seen
  /// through, where else they would be written out each time.
  func rowProduct(_ operands: [HLOValue], _ context: LoweringContext) -> HLOValue? {
    guard context.function.module.callsKernels, batching.a.isEmpty, !contracting.a.isEmpty else { return nil }
    return rowProduct(operands[0], operands[1], contracting, isInputFirst: true, context)
      ?? rowProduct(operands[1], operands[0], contracting.swapped, isInputFirst: false, context)
  }

  private func rowProduct(
    _ inputs: HLOValue, _ operand: HLOValue, _ contracting: Axes, isInputFirst: Bool,
    _ context: LoweringContext
  ) -> HLOValue? {
    let (f, result) = (context.function, context.resultTypes[0])
    let matrix = MatrixInMemory(operand, f)
    // The contracted axes in the order that they lie in.
    let pairs = zip(contracting.a, contracting.b.map { matrix.axes[$0] }).sorted { $0.1 < $1.1 }
    let depthAxes = pairs.map(\.1)
    let freeAxes = free(contracting.b, [], rank: operand.type.dimensions.count).map { matrix.axes[$0] }
    let all = Array(operand.type.dimensions.indices)
    let isTransposed = freeAxes + depthAxes == all
    guard isTransposed || depthAxes + freeAxes == all else { return nil }
    let extents = matrix.value.type.dimensions
    func size(_ axes: [Int], of extents: [Int]) -> Int { axes.reduce(1) { $0 * extents[$1] } }
    let rowAxes = free(contracting.a, [], rank: inputs.type.dimensions.count)
    let (rows, depth) = (size(rowAxes, of: inputs.type.dimensions), size(depthAxes, of: extents))
    let columns = size(freeAxes, of: extents)
    guard
      let kernel = RowProductKernel(
        rows: rows, depth: depth, columns: columns, isTransposed: isTransposed,
        inputs: context.operandTypes[isInputFirst ? 0 : 1].dtype, matrix: matrix.dtype, outputs: result.dtype)
    else { return nil }
    let order = rowAxes + pairs.map(\.0)
    let ordered = order == Array(order.indices) ? inputs : f.transpose(inputs, permutation: order)
    let product = kernel.lower(
      f.reshape(ordered, to: [rows, depth]),
      f.reshape(matrix.value, to: isTransposed ? [columns, depth] : [depth, columns]),
      to: HLOType(result.dtype.hlo, [rows, columns]), in: f)
    guard let product else { return nil }
    let placed = isInputFirst || rows == 1 ? product : f.transpose(product, permutation: [1, 0])
    return f.reshape(placed, to: result.hlo.dimensions)
  }
}

/// An operand of a product as it lies in memory, before it was transposed, or converted from bfloat16 to float32.
private struct MatrixInMemory {
  private(set) var value: HLOValue
  /// Which axis of it each axis of the operand is.
  private(set) var axes: [Int]

  init(_ operand: HLOValue, _ f: HLOFunction) {
    value = operand
    axes = Array(operand.type.dimensions.indices)
    while let origin = f.origin(of: value) {
      switch origin {
      case .transposition(let before, let permutation):
        axes = axes.map { permutation[$0] }
        value = before
      case .conversion(let before):
        guard before.type.element == .bf16, value.type.element == .f32 else { return }
        value = before
      }
    }
  }

  var dtype: DType {
    switch value.type.element {
    case .bf16: .bfloat16
    case .f32: .float32
    default: .bool
    }
  }
}
