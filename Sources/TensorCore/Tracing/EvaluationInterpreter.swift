import PJRT
import Synchronization

/// Computes each operation at once, through a cache of compiled programs: one for each primitive and types.
package final class EvaluationInterpreter: Interpreter, ProgramCache {
  package static let shared = EvaluationInterpreter()
  private typealias Slot = CompiledOnce<CompiledProgram>
  /// A program takes some 250 KB.
  private let programs = Mutex(BoundedCache<Key, Slot>(capacity: 512))

  private struct Key: Hashable {
    let operation: AnySendableKey
    let types: [TensorType]
    /// How the operands lie on several devices; nil where none does.
    let shardings: [NamedSharding?]?
  }

  private init() { ProgramCaches.shared.add(self) }

  package func clear() { programs.withLock { $0.removeAll() } }

  /// The axis of processes is around everything.
  package func axisSize(_ name: String, _ trace: Trace) -> Int? { ProcessAxes.axis(name)?.count }

  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    if let results = evaluateOnHost(primitive, operands) { return results }
    if primitive.hasEffect, primitive.perform(operands) { return [] }
    return run(AnySendableKey(primitive), primitive.name, operands, resultCount: primitive.resultCount) {
      inputs in
      bind(primitive, inputs)
    }
  }

  /// Computes a function of tensors as one compiled program, kept for the operation and the operands' types.
  package func run(
    _ operation: AnySendableKey, _ name: String, _ operands: [Tensor], resultCount: Int,
    _ body: ([Tensor]) -> [Tensor]
  ) -> [Tensor] {
    let shardings = operands.contains(where: \.isSharded) ? operands.map(\.sharding) : nil
    let key = Key(operation: operation, types: operands.map(\.type), shardings: shardings)
    do {
      let slot = programs.withLock { programs in
        if let known = programs.value(for: key) { return known }
        let made = Slot()
        programs.insert(made, for: key)
        return made
      }
      let program = try slot.value { try compile(key, name, operands, body) }
      return try checked(program.run(operands), name, operands)
    } catch {
      let failure = Tensor(failure: TensorError(error, operation: name, operands: operands))
      return [Tensor](repeating: failure, count: resultCount)
    }
  }

  private func compile(
    _ key: Key, _ name: String, _ operands: [Tensor], _ body: ([Tensor]) -> [Tensor]
  ) throws -> CompiledProgram {
    let trace = StagingTrace(parent: .evaluation, label: name)
    defer { trace.close() }
    let outputs = Trace.with(trace.trace) { body(key.types.map { trace.input($0) }) }
    // A failure is reported with the user's operands, which know more than the traced ones.
    if let error = trace.firstFailure { throw error.with(operands: operands) }
    let program = try trace.program(name: name, outputs: outputs)
    let plan = try ShardingPlan(program, operands.map(TensorPlacement.init))
    return try CompiledProgram(program, plan, on: .default)
  }

  /// The results; under `debugNans` the error of those that have NaNs.
  private func checked(_ results: [Tensor], _ name: String, _ operands: [Tensor]) throws -> [Tensor] {
    guard Debugging.current?.checksNaNs == true else { return results }
    for result in results {
      if let error = result.nanError(name, operands) { throw error }
    }
    return results
  }

  /// The number of compiled programs of an operation, by which tests show that nothing is compiled again.
  ///
  /// - Parameter type: a tensor's type as the programs have it in their text; any, if nil.
  package func programCount(named name: String, with type: String? = nil) -> Int {
    programs.withLock { $0.values }.compactMap(\.value).count { program in
      program.name == name && (type.map(program.lowered.text.contains) ?? true)
    }
  }

  /// The result of an operation on a few elements in the memory of the process; nil if a program has to give it.
  private func evaluateOnHost(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor]? {
    guard primitive.isEvaluatedOnHost else { return nil }
    var values: [HostOperand] = []
    values.reserveCapacity(operands.count)
    for operand in operands {
      guard let value = HostOperand(operand) else { return nil }
      values.append(value)
    }
    guard let types = try? primitive.checkedTypes(values.map(\.type)), let type = types.first,
      let bytes = primitive.evaluateOnHost(values, type)
    else { return nil }
    if bytes.count > HostArray.byteLimit {
      return [Tensor(bytes: bytes, type, operation: primitive.name)]
    }
    let results = [Tensor(.host(HostArray(bytes), type))]
    do {
      return try checked(results, primitive.name, operands)
    } catch {
      return [Tensor(failure: TensorError(error, operation: primitive.name, operands: operands))]
    }
  }
}
