import Blox

/// Cases of kind `semantics`: rules of Graph, Params, Module and Rng. Each is a Python function, written in Swift here.
struct SemanticsRunner: CaseRunner {
  static let kinds = ["semantics"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let name = golden.functionName ?? golden.name
    let rules = try Semantics(golden)
    if let value = try rules.graph(name) ?? rules.params(name) ?? rules.rng(name)
      ?? rules.sequences(name)
    {
      results.value = value
    } else if let reason = rules.refusedByCompiler(name) {
      results.refusedByCompiler(reason)
      results.value = try rules.compiledPart(name)
    } else {
      throw GoldenError("the function \(name) is not known")
    }
  }
}

/// The model that the functions begin with, and the functions.
struct Semantics {
  let graph: Graph
  let generator: Rng
  let linear: Linear
  /// Params with the generator seeded, without those of `linear`.
  let seeded: Params
  let seed: Int
  let size: Int

  init(_ golden: GoldenCase) throws {
    seed = try golden.manifest.int("constants", "seed")
    size = try golden.manifest.int("constants", "n")
    graph = try Graph("net")
    generator = try Rng(graph.child("rng"))
    linear = try Linear(graph.child("lin"), outputSize: size, rng: generator)
    seeded = generator.seed(Params(), seed: seed)
  }

  /// Params with those of `linear`.
  var initialized: Params { linear(seeded, .ones([1, 2])).1 }

  func refusedByCompiler(_ name: String) -> String? {
    switch name {
    case "missing_super": "a subclass's initializer must call super.init(graph)"
    case "param_types": "Param's trainable is a Bool and its metadata are Metadata"
    case "setitem_type": "assigning takes a Param"
    case "set_not_array": "setParam takes a Tensor"
    case "set_nothing": "every overload of setParam takes something to set"
    case "rng_nothing_given": "every overload of seed takes a seed or a counter"
    default: nil
    }
  }

  /// What a function does besides what the compiler refuses.
  func compiledPart(_ name: String) throws -> JSONValue? {
    guard name == "param_types" else { return nil }
    let param = Param(0.0, metadata: Metadata(sharding: [nil, "x"]))
    return [
      "sharding": .array(param.sharding.entries.map { $0.axes.first.map(JSONValue.string) ?? .null }),
      "none": .array(Param(1.0).sharding.entries.map { $0.axes.first.map(JSONValue.string) ?? .null }),
      "replace": .bool(param.replace(trainable: false).trainable),
    ]
  }
}

extension JSONValue {
  /// A list of texts.
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
