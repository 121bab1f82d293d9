import Synchronization

/// A function that is compiled when it is first called with arguments of new types, and run from then on.
final class JitFunction<Arguments: ArgumentList, Results: TensorTree> {
  private let body: (Arguments) throws -> Results
  private let donated: [Int]
  private let name: String
  private let entries = Mutex<[Entry]>([])

  /// What was compiled for arguments of one structure and types.
  private final class Entry: @unchecked Sendable {
    // Unchecked: Arguments and Results may hold static parts of any kind; they are only compared and copied, and
    // nothing is written after initialization.
    let arguments: Arguments
    let types: [TensorType]
    let traced: TracedFunction<Results>
    /// The program with its constants as inputs, for use inside other transformations.
    let closed: Program
    let compiled: CompiledProgram?
    /// Whether the executable takes over memory of arguments that may be donated.
    let donates: Bool

    init(
      _ arguments: Arguments, _ types: [TensorType], _ traced: TracedFunction<Results>,
      _ compiled: CompiledProgram?, donates: Bool
    ) {
      self.donates = donates
      self.arguments = arguments
      self.types = types
      self.traced = traced
      self.compiled = compiled
      closed = traced.program.closed()
    }

    func matches(_ other: Arguments, _ leaves: [Tensor], donating: Bool) -> Bool {
      guard leaves.count == types.count, donates == donating else { return false }
      for index in leaves.indices where leaves[index].type != types[index] { return false }
      return arguments.hasSameStructure(as: other)
    }
  }

  init(donated: [Int], name: String, _ body: @escaping (Arguments) throws -> Results) {
    self.donated = donated
    self.name = name
    self.body = body
  }

  func callAsFunction(_ arguments: Arguments) throws -> Results {
    var leaves: [Tensor] = []
    arguments.appendLeaves(to: &leaves)
    let debugging = Debugging.current
    if debugging?.isJitDisabled == true { return try body(arguments).checked() }
    // Arguments are kept where a result may have to be computed again.
    let donates = !donated.isEmpty && debugging?.checksNaNs != true
    for entry in entries.withLock({ $0 }) where entry.matches(arguments, leaves, donating: donates) {
      return try run(entry, arguments, leaves, debugging)
    }
    if let error = leaves.lazy.compactMap(\.error).first { throw error }
    if let explain = debugging?.explain, Trace.isEvaluating {
      let known = entries.withLock { $0 }.filter { $0.compiled != nil }.map { ($0.arguments, $0.types) }
      explain(CompilationReason(name, arguments, leaves.map(\.type), known: known).description)
    }
    return try run(try makeEntry(arguments, leaves, donates), arguments, leaves, debugging)
  }

  private func run(
    _ entry: Entry, _ arguments: Arguments, _ leaves: [Tensor], _ debugging: Debugging?
  ) throws -> Results {
    let outputs: [Tensor]
    if Trace.isEvaluating {
      guard let compiled = entry.compiled else {
        return try run(try compile(entry), arguments, leaves, debugging)
      }
      outputs = try compiled.run(leaves)
      if debugging?.checksNaNs == true { try checkForNaNs(outputs, arguments) }
    } else {
      // Inside another transformation the function is one operation of it.
      outputs = bind(Call(program: entry.closed), leaves + entry.traced.program.constants.map(\.value))
    }
    return entry.traced.template.replacingLeaves(with: outputs)
  }

  /// Throws if a result has NaNs: the error of the operation that made them, found by running the function again
  /// without compiling it.
  private func checkForNaNs(_ outputs: [Tensor], _ arguments: Arguments) throws {
    guard let error = outputs.lazy.compactMap({ $0.nanError(self.name, []) }).first else { return }
    _ = try disableJit { try body(arguments) }.checked()
    throw error
  }

  private func makeEntry(_ arguments: Arguments, _ leaves: [Tensor], _ donates: Bool) throws -> Entry {
    let traced = try TracedFunction(body, arguments, name: name)
    var template = arguments
    template.forEachLeaf { $0 = Tensor(.abstract($0.type)) }
    let entry = Entry(template, leaves.map(\.type), traced, nil, donates: donates)
    if Trace.isEvaluating { return try compile(entry) }
    // A function that captured values of an enclosing transformation belongs to this call alone, and so does one that
    // works across a named axis, whose size belongs to the enclosing vmap.
    let isOfThisCall =
      !traced.program.axisNames.isEmpty
      || traced.program.constants.contains { constant in
        if case .tracer = constant.value.storage { return true }
        return false
      }
    if !isOfThisCall { entries.withLock { $0.append(entry) } }
    return entry
  }

  /// The entry with an executable, in the place of the one without.
  private func compile(_ entry: Entry) throws -> Entry {
    let compiled = try CompiledProgram(
      entry.traced.program, donated: entry.donates ? donatedLeaves(entry.arguments) : [], on: .default)
    let complete = Entry(entry.arguments, entry.types, entry.traced, compiled, donates: entry.donates)
    entries.withLock { entries in
      entries.removeAll { $0 === entry }
      entries.insert(complete, at: 0)
    }
    return complete
  }

  /// The numbers of the tensors in donated arguments.
  private func donatedLeaves(_ arguments: Arguments) throws -> Set<Int> {
    if donated.isEmpty { return [] }
    let counts = arguments.leafCounts
    var result: Set<Int> = []
    for argument in donated {
      guard counts.indices.contains(argument) else {
        throw TensorError(
          name, problem: "argument \(argument) is to be donated, but the function has \(counts.count)",
          expected: "argument numbers from 0 to \(counts.count - 1)")
      }
      let start = counts[..<argument].reduce(0, +)
      result.formUnion(start..<(start + counts[argument]))
    }
    return result
  }
}

/// The name of a jitted function in errors: the one given, or the place where `jit` was called.
func jitName(_ name: String?, _ file: StaticString, _ line: UInt) -> String {
  name ?? "jit at \(file):\(line)"
}
