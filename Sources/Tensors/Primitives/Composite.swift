import StableHLO
import Synchronization

/// A primitive that is computed by other operations but has rules of its own, such as a derivative that is simpler or
/// more exact than that of its parts.
protocol Composite: Primitive {
  /// The results, by other operations; it may capture no tensors.
  func evaluate(_ operands: [Tensor]) -> [Tensor]
}

extension Composite {
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let key = CompositePrograms.Key(operation: AnySendableKey(self), types: context.operandTypes)
    guard let program = CompositePrograms.shared.program(key, name: name, evaluate) else {
      // The type rule lets nothing through that cannot be computed; XLA would name this stand-in otherwise.
      return context.resultTypes.map {
        context.function.constant(ScalarLiteral(0, $0.dtype).hloLiteral, $0.hlo)
      }
    }
    return context.function.call(key: key, name: name, operands) { function, values in
      program.lower(to: function, inputs: Array(zip(program.inputs, values)))
    }
  }
}

/// The programs of composite operations by operation and operand types.
private final class CompositePrograms: ProgramCache {
  struct Key: Hashable, Sendable {
    let operation: AnySendableKey
    let types: [TensorType]
  }

  static let shared = CompositePrograms()
  private let programs = Mutex(BoundedCache<Key, Program>(capacity: 4096))

  private init() { ProgramCaches.shared.add(self) }

  func clear() { programs.withLock { $0.removeAll() } }

  func program(_ key: Key, name: String, _ evaluate: ([Tensor]) -> [Tensor]) -> Program? {
    if let known = programs.withLock({ $0.value(for: key) }) { return known }
    let trace = StagingTrace(parent: EvaluationTrace.shared, label: name)
    defer { trace.close() }
    let inputs = key.types.map { trace.input($0) }
    let outputs = Trace.with(trace) { evaluate(inputs) }
    guard let made = try? trace.program(name: name, outputs: outputs) else { return nil }
    return programs.withLock { programs in
      if let known = programs.value(for: key) { return known }
      programs.insert(made, for: key)
      return made
    }
  }
}

/// The type rules of operations on matrices, which are the last two axes.
enum MatrixRule {
  /// Checks that operands are floating-point matrices with the same leading axes.
  static func check(_ operands: [TensorType], _ domain: Domain = .floating) throws(TypeRuleError) {
    try domain.check(operands)
    _ = try ElementwiseRule.dtype(operands)
    for operand in operands {
      guard operand.ndim >= 2 else {
        throw TypeRuleError("\(operand.shape) is not a matrix", expected: "a tensor of rank 2 or more")
      }
      guard operand.shape.dimensions.dropLast(2) == operands[0].shape.dimensions.dropLast(2) else {
        throw TypeRuleError(
          "the leading axes of \(operands[0].shape) and \(operand.shape) differ",
          expected: "matrices with the same leading axes")
      }
    }
  }

  /// Checks that a type is that of square matrices.
  static func checkSquare(_ type: TensorType) throws(TypeRuleError) {
    guard type.ndim >= 2, type.shape[-1] == type.shape[-2] else {
      throw TypeRuleError("\(type.shape) is not a square matrix", expected: "the last two axes of one extent")
    }
  }

  /// Batches an operation that takes any leading axes.
  static func batch(
    _ primitive: some Primitive, _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let results = bind(primitive, zip(operands, axes).map { $0.batchedFirst($1, context) })
    return (results, results.map { _ in 0 })
  }
}

extension TensorType {
  /// The same leading axes with another matrix, or vector, at the end.
  func replacingMatrix(with extents: [Int]) -> TensorType {
    with(shape: Shape(shape.dimensions.dropLast(2) + extents))
  }
}

extension Tensor {
  /// The matrices exchanged.
  var transposedMatrix: Tensor { isFailed ? self : swapaxes(-1, -2) }

  /// The matrix product of tensors with the same leading axes.
  func times(_ other: Tensor) -> Tensor { matmul(self, other, precision: .highest) }
}
