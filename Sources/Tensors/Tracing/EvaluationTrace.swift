import PJRT
import Synchronization

/// Computes each operation at once, through a cache of compiled programs: one for each primitive and types.
final class EvaluationTrace: Trace, ProgramCache, @unchecked Sendable {
  // Unchecked as Trace is; its one piece of state is behind a Mutex.
  static let shared = EvaluationTrace()
  private typealias Slot = CompiledOnce<any RunnableProgram>
  /// A program takes some 250 KB.
  private let programs = Mutex(BoundedCache<Key, Slot>(capacity: 1024))

  private struct Key: Hashable {
    let operation: AnySendableKey
    let types: [TensorType]
    /// How the operands lie on several devices; nil where none does.
    let shardings: [NamedSharding?]?
  }

  private init() {
    super.init(parent: nil, label: "eager evaluation")
    ProgramCaches.shared.add(self)
  }

  func clear() { programs.withLock { $0.removeAll() } }

  /// The axis of processes is around everything.
  override func axisSize(_ name: String) -> Int? { Processes.axis(name)?.count }

  override func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    if let host = primitive as? any HostEvaluable, let result = evaluateOnHost(host, operands) {
      return [result]
    }
    if let effect = primitive as? any HostEffect {
      effect.perform(operands)
      return []
    }
    return run(AnySendableKey(primitive), primitive.name, operands, resultCount: primitive.resultCount) {
      inputs in
      bind(primitive, inputs)
    }
  }

  /// Computes a function of tensors as one compiled program, kept for the operation and the operands' types.
  func run(
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
  ) throws -> any RunnableProgram {
    let trace = StagingTrace(parent: self, label: name)
    defer { trace.close() }
    let outputs = Trace.with(trace) { body(key.types.map { trace.input($0) }) }
    // A failure is reported with the user's operands, which know more than the traced ones.
    if let error = trace.firstFailure { throw error.with(operands: operands) }
    let program = try trace.program(name: name, outputs: outputs)
    if let plan = try ShardingPlan(program, operands.map(TensorPlacement.init)) {
      return try ShardedProgram(program, plan, on: .default)
    }
    return try CompiledProgram(program, on: .default)
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
  func programCount(named name: String) -> Int {
    programs.withLock { $0.values }.count { $0.value?.name == name }
  }

  private func evaluateOnHost(_ primitive: any HostEvaluable, _ operands: [Tensor]) -> Tensor? {
    var scalars: [ScalarLiteral] = []
    for operand in operands {
      guard let scalar = operand.literal else { return nil }
      scalars.append(scalar)
    }
    guard let types = try? primitive.checkedTypes(operands.map(\.type)), let type = types.first,
      let bytes = primitive.evaluateOnHost(scalars, type)
    else { return nil }
    return Tensor(bytes: bytes, type, operation: primitive.name)
  }
}

/// Applies `body` to the operands; outside of transformations as one compiled program instead of one for each
/// primitive. `key` holds whatever else the body depends on.
func fused(
  _ name: String, _ key: some Hashable & Sendable, _ operands: [Tensor], resultCount: Int = 1,
  _ body: ([Tensor]) -> [Tensor]
) -> [Tensor] {
  if let failed = operands.first(where: \.isFailed) {
    if let error = failed.error { Trace.current.record(error) }
    return [Tensor](repeating: failed, count: resultCount)
  }
  guard Trace.isEvaluating else { return body(operands) }
  return EvaluationTrace.shared.run(
    AnySendableKey(FusedKey(name: name, key: AnySendableKey(key))), name, widenedLiterals(operands),
    resultCount: resultCount, body)
}

/// The operands of a program, with all digits of literals that come beside tensors of 64 bits.
private func widenedLiterals(_ operands: [Tensor]) -> [Tensor] {
  guard operands.contains(where: { $0.literal != nil }) else { return operands }
  let wide = Set(operands.lazy.filter { $0.literal == nil && $0.dtype.byteWidth == 8 }.map(\.dtype.kind))
  if wide.isEmpty { return operands }
  return operands.map { operand in
    guard let literal = operand.literal, wide.contains(literal.dtype.kind) else { return operand }
    return Tensor(.scalar(literal.widened), origin: operand.origin)
  }
}

/// As `fused` for one operand and one result.
func fused(_ name: String, _ key: some Hashable & Sendable, _ x: Tensor, _ body: (Tensor) -> Tensor) -> Tensor
{
  fused(name, key, [x]) { [body($0[0])] }[0]
}

private struct FusedKey: Hashable, Sendable {
  let name: String
  let key: AnySendableKey
}
