package import StableHLO
import Synchronization
package import TensorCore

/// A primitive that is computed by other operations but has rules of its own, such as a derivative that is simpler or
/// more exact than that of its parts.
package protocol Composite: Primitive {
  /// The results, by other operations; it may capture no tensors.
  func evaluate(_ operands: [Tensor]) -> [Tensor]
}

extension Composite {
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    lowerEvaluation(operands, context)
  }

  /// The lowering of `evaluate`, for those that choose between it and an operation of XLA's.
  package func lowerEvaluation(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let key = CompositePrograms.Key(operation: AnySendableKey(self), types: context.operandTypes)
    guard let program = evaluation(of: context.operandTypes) else {
      // The type rule lets nothing through that cannot be computed; XLA would name this stand-in otherwise.
      return context.resultTypes.map {
        context.function.constant(ScalarLiteral(0, $0.dtype).hloLiteral, $0.hlo)
      }
    }
    return context.function.call(key: key, name: name, operands) { function, values in
      program.lower(to: function, inputs: Array(zip(program.inputs, values)))
    }
  }

  /// The program that `evaluate` is for operands of these types; nil if it cannot be computed for such.
  package func evaluation(of types: [TensorType]) -> Program? {
    let key = CompositePrograms.Key(operation: AnySendableKey(self), types: types)
    return CompositePrograms.shared.program(key, name: name, evaluate)
  }

  /// A call of that program, which has all rules that its operations have.
  package func evaluationCall(_ operands: [Tensor]) -> Call? {
    evaluation(of: operands.map(\.type)).map(Call.init)
  }
}

/// The programs of composite operations by operation and operand types.
private final class CompositePrograms: ProgramCache {
  struct Key: Hashable, Sendable {
    let operation: AnySendableKey
    let types: [TensorType]
  }

  static let shared = CompositePrograms()
  private let programs = Mutex(BoundedCache<Key, Program>(capacity: 512))

  private init() { ProgramCaches.shared.add(self) }

  func clear() { programs.withLock { $0.removeAll() } }

  func program(_ key: Key, name: String, _ evaluate: ([Tensor]) -> [Tensor]) -> Program? {
    if let known = programs.withLock({ $0.value(for: key) }) { return known }
    let trace = StagingTrace(parent: .evaluation, label: name)
    defer { trace.close() }
    let inputs = key.types.map { trace.input($0) }
    let outputs = Trace.with(trace.trace) { evaluate(inputs) }
    guard let made = try? trace.program(name: name, outputs: outputs) else { return nil }
    return programs.withLock { programs in
      if let known = programs.value(for: key) { return known }
      programs.insert(made, for: key)
      return made
    }
  }
}
