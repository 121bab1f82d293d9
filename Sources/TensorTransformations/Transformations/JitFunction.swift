import PJRT
package import TensorCore
import TensorPrimitives

/// A function that is compiled when it is first called with arguments of new types, and run from then on.
package final class JitFunction<Arguments: ArgumentList, Results: ArgumentList> {
  private let body: (Arguments) throws -> Results
  private let donated: [Int]
  private let inShardings: Shardings?
  private let outShardings: Shardings?
  private let name: String
  private let cache = JitCache<Arguments, Results>()

  init(
    donated: [Int], name: String, inShardings: Shardings? = nil, outShardings: Shardings? = nil,
    _ body: @escaping (Arguments) throws -> Results
  ) {
    self.donated = donated
    self.inShardings = inShardings
    self.outShardings = outShardings
    self.name = name
    self.body = body
  }

  package func callAsFunction(_ arguments: Arguments) throws -> Results {
    var leaves: [Tensor] = []
    arguments.appendLeaves(to: &leaves)
    let debugging = Debugging.current
    if debugging?.isJitDisabled == true { return try body(arguments).checked() }
    // Arguments are kept where a result may have to be computed again.
    let donates = !donated.isEmpty && debugging?.checksNaNs != true
    if let entry = cache.entry(arguments, leaves, donates), !entry.dependsOnShardMap {
      return try run(entry, arguments, leaves, debugging)
    }
    if let error = leaves.lazy.compactMap(\.error).first { throw error }
    if let explain = debugging?.explain, Trace.isEvaluating {
      let known = cache.entries.filter(\.isCompiled).map { ($0.arguments, $0.types) }
      explain(CompilationReason(name, arguments, leaves.map(\.type), known: known).description)
    }
    return try run(try makeEntry(arguments, leaves, donates), arguments, leaves, debugging)
  }

  private func run(
    _ entry: JitEntry<Arguments, Results>, _ arguments: Arguments, _ leaves: [Tensor], _ debugging: Debugging?
  ) throws -> Results {
    let outputs: [Tensor]
    if !Trace.isEvaluating {
      // Inside another transformation the function is one operation of it.
      let captured = entry.traced.program.constants.map(\.value)
      let placed = constrained(leaves, try inShardings?.leaves(of: entry.arguments, "argument", name))
      outputs = constrained(
        bind(Call(program: entry.closed), placed + captured),
        try outShardings?.leaves(of: entry.traced.template, "result", name))
    } else {
      let isOnMesh = entry.isSharded || leaves.containSharded
      do {
        outputs = try entry.program(isOnMesh ? leaves.map(\.sharding) : nil) {
          try compile(entry, leaves, onMesh: isOnMesh)
        }.run(leaves)
      } catch let error as PJRTError {
        throw named(error, arguments)
      }
      if debugging?.checksNaNs == true { try checkForNaNs(outputs, arguments) }
    }
    return entry.traced.template.unflatten(outputs)
  }

  /// The error with the argument as the caller knows it: its number and the tensor's name.
  private func named(_ error: PJRTError, _ arguments: Arguments) -> PJRTError {
    guard let location = error.argument.flatMap(arguments.location) else { return error }
    var error = error
    error.context = "argument \(location.argument)\(location.name.map { " (\($0))" } ?? "") of \(name)"
    return error
  }

  /// Throws if a result has NaNs: the error of the operation that made them, found by running the function again
  /// without compiling it.
  private func checkForNaNs(_ outputs: [Tensor], _ arguments: Arguments) throws {
    guard let error = outputs.lazy.compactMap({ $0.nanError(self.name, []) }).first else { return }
    _ = try disableJit { try body(arguments) }.checked()
    throw error
  }

  private func constrained(_ tensors: [Tensor], _ shardings: [NamedSharding?]?) -> [Tensor] {
    guard let shardings else { return tensors }
    return zip(tensors, shardings).map { tensor, sharding in
      sharding.map { bind(ShardingConstraint(sharding: $0), tensor) } ?? tensor
    }
  }

  /// Compiles the program for the default device, or for those that its arguments, results or operations name.
  private func compile(
    _ entry: JitEntry<Arguments, Results>, _ leaves: [Tensor], onMesh isOnMesh: Bool
  ) throws -> CompiledProgram {
    let (program, backend) = (entry.traced.program, try Backend.default)
    let donated = entry.donates ? try donatedLeaves(entry.arguments) : []
    guard isOnMesh else { return try CompiledProgram(program, donated: donated, on: backend) }
    let plan = try ShardingPlan(
      program, leaves.map(TensorPlacement.init),
      in: inShardings?.leaves(of: entry.arguments, "argument", name),
      out: outShardings?.leaves(of: entry.traced.template, "result", name), leafName: entry.arguments.leafName
    )
    // Without a plan there were shardings given for no tensor at all: any device will do.
    let known = plan ?? ShardingPlan(program, on: Mesh(device: backend.device))
    return try CompiledProgram(program, donated: donated, known, on: backend)
  }

  private func makeEntry(
    _ arguments: Arguments, _ leaves: [Tensor], _ donates: Bool
  ) throws -> JitEntry<Arguments, Results> {
    let traced = try TracedFunction(body, arguments, name: name)
    var template = arguments
    template.forEachLeaf { $0 = Tensor(.abstract($0.type)) }
    let isSharded =
      inShardings != nil || outShardings != nil || !traced.program.meshes.isEmpty
      || traced.program.constants.contains { $0.value.isSharded }
    let entry = JitEntry(
      template, leaves.map(\.type), traced, donates: donates, isSharded: isSharded)
    // A function that captured values of an enclosing transformation belongs to this call alone, and so does one that
    // works across a named axis, whose size belongs to the enclosing vmap.
    let isOfThisCall =
      !traced.program.axisNames.allSatisfy { Trace.isEvaluating && ProcessAxes.axis($0) != nil }
      || entry.dependsOnShardMap
      || traced.program.constants.contains { constant in
        if case .tracer = constant.value.storage { return true }
        return false
      }
    return isOfThisCall ? entry : cache.insert(entry, arguments, leaves)
  }

  private func donatedLeaves(_ arguments: Arguments) throws -> Set<Int> {
    try arguments.donatedLeaves(donated, name)
  }
}

extension ArgumentList {
  /// The numbers of the tensors in donated arguments.
  func donatedLeaves(_ donated: [Int], _ name: String) throws -> Set<Int> {
    if donated.isEmpty { return [] }
    let counts = leafCounts
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
