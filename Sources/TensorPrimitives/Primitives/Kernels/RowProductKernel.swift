import CKernels
import PJRT
package import StableHLO
package import TensorCore

/// A product of a few rows with a large matrix, which is read once, as the kernels of `CKernels` take it.
package struct RowProductKernel {
  private let shape: BloxRowProduct

  /// The product, if it is of a kind that the kernels know and compute more quickly than XLA.
  ///
  /// - Parameters:
  ///   - rows: of the inputs and the outputs.
  ///   - depth: how many products each element of the outputs is the sum of.
  ///   - columns: of the outputs.
  ///   - groups: into how many parts the depth is divided that have scales of their own, if the matrix is of int8.
  ///   - isTransposed: whether the matrix is `[columns, depth]`, and not `[depth, columns]`.
  package init?(
    rows: Int, depth: Int, columns: Int, groups: Int = 1, isTransposed: Bool, inputs: DType, matrix: DType,
    outputs: DType
  ) {
    guard groups > 0, depth > 0, depth % groups == 0, let inputs = BloxElement(inputs),
      let matrix = BloxElement(matrix), let outputs = BloxElement(outputs)
    else { return nil }
    shape = BloxRowProduct(
      rows: Int64(rows), depth: Int64(depth), columns: Int64(columns), group: Int64(depth / groups),
      inputs: inputs, weights: matrix, outputs: outputs, columns_first: isTransposed)
    guard isSafe, isWorthwhile else { return nil }
  }

  /// The most rows that are few.
  private static let mostRows = 32

  /// Whether all sizes that the C code computes stay far below what an integer holds, and the types fit each other.
  private var isSafe: Bool {
    (1...Int64(RowProductKernel.mostRows)).contains(shape.rows)
      && [shape.depth, shape.columns].allSatisfy { (1...1 << 26).contains($0) } && shape.group > 0
      && shape.depth % shape.group == 0 && shape.inputs != BLOX_INT8 && shape.outputs != BLOX_INT8
      && (shape.weights == BLOX_INT8 || shape.group == shape.depth)
  }

  /// Whether the kernel is quicker than XLA.
  ///
  /// Measured on one thread with AVX-512, beside others at work, against XLA of jaxlib 0.10.2, milliseconds (of a matrix
  /// [columns, depth] in brackets). A matrix of 576 × 576 in bfloat16: 1 row 0.02 (0.02) in place of 0.10 (0.05), 8 rows 0.09 (0.07)
  /// in place of 0.20 (0.19), 32 rows 0.28 (0.34) in place of 0.38 (0.49); one of 4096 × 4096: 1 row 2.9 (2.9) in place of 43 (61).
  /// int8, which XLA converts in the same way, likewise. In float32 XLA is as quick while the matrix is in the cache, but for one
  /// that is [columns, depth]: 576 × 576, 1 row 0.03 (0.03) in place of 0.03 (0.05), 8 rows 0.09 (0.07) in place of 0.08 (0.11), 16 rows
  /// 0.16 (0.17) in place of 0.11 (0.15); 576 × 1536: 1 row 0.13 (0.13) in place of 0.15 (0.17), 8 rows 0.24 (0.29) in place of
  /// 0.35 (0.44); 4096 × 4096: 1 row 5.0 (4.7) in place of 5.9 (75), 4 rows 5.8 (5.7) in place of 14 (11). A call takes some
  /// microseconds, in which XLA multiplies a small matrix.
  private var isWorthwhile: Bool {
    let size = shape.depth * shape.columns
    guard shape.depth >= 32, shape.columns >= 32, size >= 1 << 15 else { return false }
    if shape.weights != BLOX_FLOAT32 { return true }
    return shape.rows <= 8 && size >= (shape.columns_first ? 1 << 18 : 1 << 19)
  }

  private var groups: Int64 { shape.depth / shape.group }
  private var scratch: Int64 { withUnsafePointer(to: shape, blox_row_product_scratch) }

  // MARK: In a program

  /// Writes the call; nil if there are no kernels for this processor.
  ///
  /// - Parameters:
  ///   - inputs: `[rows, depth]`.
  ///   - matrix: `[depth, columns]` or `[columns, depth]`.
  ///   - scale: that of a matrix of int8, float32 `[groups, columns]` or `[columns, groups]`.
  ///   - type: that of the result, `[rows, columns]`.
  package func lower(
    _ inputs: HLOValue, _ matrix: HLOValue, scale: HLOValue? = nil, to type: HLOType, in function: HLOFunction
  ) -> HLOValue? {
    guard let kernel = RowProductKernel.function else { return nil }
    let operands = [inputs, matrix] + (scale.map { [$0] } ?? [])
    let memory = HLOType(.f32, [Int(scratch)])
    return function.call(
      kernel, operands.map { ($0, false) }, numbers: integers + [Kernels.workers],
      results: [.rows(type), .rows(memory)])[0]
  }

  /// The shape as a program passes it.
  private var integers: [Int] {
    [shape.rows, shape.depth, shape.columns, shape.group].map(Int.init)
      + [shape.inputs, shape.weights, shape.outputs].map { Int($0.rawValue) }
      + [shape.columns_first ? 1 : 0]
  }

  /// The reverse of `integers`; nil for what it does not give.
  private init?(integers: [Int]) {
    guard integers.count == 8 else { return nil }
    let elements = integers[4..<7].compactMap { BloxElement(number: $0) }
    guard elements.count == 3 else { return nil }
    shape = BloxRowProduct(
      rows: Int64(integers[0]), depth: Int64(integers[1]), columns: Int64(integers[2]),
      group: Int64(integers[3]), inputs: elements[0], weights: elements[1], outputs: elements[2],
      columns_first: integers[7] == 1)
    guard isSafe else { return nil }
  }

  // MARK: In a running program

  /// The function that programs call.
  static let function = Kernels.function("row_product") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in try RowProductKernel.run(call) }
  }

  private static func run(_ call: ForeignCall) throws(PJRTError) {
    let operation = "a product of rows"
    guard var numbers = call.integers("numbers"), let workers = numbers.popLast(),
      Kernels.workerCounts.contains(workers), let kernel = RowProductKernel(integers: numbers)
    else { throw KernelBuffers.wrong(operation, "a shape that is not known") }
    let (shape, isTransposed) = (kernel.shape, kernel.shape.columns_first)
    func extents(_ depth: Int64) -> [Int64] {
      isTransposed ? [shape.columns, depth] : [depth, shape.columns]
    }
    var expected = [
      (shape.inputs.type, [shape.rows, shape.depth]), (shape.weights.type, extents(shape.depth)),
    ]
    if shape.weights == BLOX_INT8 { expected.append((.float32, extents(kernel.groups))) }
    let operands = try KernelBuffers.memory(call.operands, expected, operation, "operand")
    let results = try KernelBuffers.memory(
      call.results, [(shape.outputs.type, [shape.rows, shape.columns]), (.float32, [kernel.scratch])],
      operation,
      "result")
    let scales = operands.count > 2 ? operands[2].bindMemory(to: Float.self, capacity: 1) : nil
    let buffers = BloxRowProductBuffers(
      inputs: operands[0], weights: operands[1], scales: scales, results: results[0],
      scratch: results[1].bindMemory(to: Float.self, capacity: 1))
    withUnsafePointer(to: shape) { shape in
      withUnsafePointer(to: buffers) {
        blox_row_product(shape, $0, Int64(workers), KernelBuffers.threads(call))
      }
    }
  }
}

extension BloxElement {
  /// The elements of a dtype; nil for those that the kernels do not know.
  fileprivate init?(_ dtype: DType) {
    switch dtype {
    case .float32: self = BLOX_FLOAT32
    case .bfloat16: self = BLOX_BFLOAT16
    case .int8: self = BLOX_INT8
    default: return nil
    }
  }

  fileprivate init?(number: Int) {
    let known = [BLOX_FLOAT32, BLOX_BFLOAT16, BLOX_INT8].first { Int($0.rawValue) == number }
    guard let known else { return nil }
    self = known
  }

  fileprivate var type: PJRT.ElementType {
    switch self {
    case BLOX_BFLOAT16: .bfloat16
    case BLOX_INT8: .int8
    default: .float32
    }
  }
}
