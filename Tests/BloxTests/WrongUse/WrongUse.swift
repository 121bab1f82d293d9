import Blox
import Testing

/// A wrong use that blox for Python or JAX rejects, and what our error must say of it.
struct WrongUse: Sendable, CustomTestStringConvertible {
  /// What the original says.
  let original: String
  /// What our error must name: what was given, what was expected, what to do.
  let words: [String]
  /// The wrong use, which throws.
  let run: @Sendable (WrongUseModel) throws -> Void

  init(_ original: String, _ words: [String], _ run: @escaping @Sendable (WrongUseModel) throws -> Void) {
    self.original = original
    self.words = words
    self.run = run
  }

  var testDescription: String { original }
}

/// A model that is used wrongly.
struct WrongUseModel {
  let graph: Graph
  let rng: Rng
  let linear: Linear
  /// Params with those of `linear`, unlocked.
  let open: Params
  /// The same, locked.
  let params: Params

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph.child("rng"))
    linear = try Linear(graph.child("linear"), outputSize: 3, rng: rng)
    open = linear(rng.seed(Params(), seed: 42), .ones([1, 2])).1
    params = open.locked()
  }

  func node(_ name: String) throws -> Graph { try graph.child(name) }

  func lstm() throws -> LSTM { try LSTM(graph.child("lstm"), hiddenSize: 3, rng: rng) }

  func conv(_ graph: Graph) throws -> Conv {
    try Conv(graph, kernelSize: [3, 3], outputChannels: 4, rng: rng)
  }
}

/// Every wrong use that the original rejects is rejected here, with a text at least as helpful.
@Suite struct WrongUseTests {
  @Test(
    arguments: WrongUse.graphs + WrongUse.params + WrongUse.layers + WrongUse.sequences
      + WrongUse.transformations)
  func isRejected(_ use: WrongUse) throws {
    let model = try WrongUseModel()
    do {
      try use.run(model)
      Issue.record("no error")
    } catch {
      let text = "\(error)"
      for word in use.words { #expect(text.contains(word), "'\(word)' is not in:\n\(text)") }
      // An error that only says what is wrong leaves the user alone.
      #expect(text.contains("expected:"), "nothing to do is said in:\n\(text)")
    }
    // Nothing that was made before has suffered.
    #expect(try model.linear(model.params, .ones([4, 2])).0.checked().shape == [4, 3])
  }
}
