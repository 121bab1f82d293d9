import Blox

// What Swift's compiler refuses, and so needs no row:
// - "trainable must be a bool", "metadata must be a dict or None": they are a `Bool` and `Metadata`.
// - "Expected Param, got …": `assigning` takes a `Param`.
// - "value must be a jax.Array": `setParam` takes a `Tensor`.
// - "At least one of value, trainable, or metadata must be provided": every overload of `setParam` takes one.
// - "At least one of seed or counter must be provided": every overload of `seed` takes one.
// - "Module failed to initialize. Did you forget to call super().__init__(graph)?": a subclass must call it.

extension WrongUse {
  /// Building graphs and modules.
  static let graphs = [
    WrongUse("Graph node must have a name.", ["empty name", "at least one character"]) { _ in
      _ = try Graph("")
    },
    WrongUse("Graph node must have a name. (child)", ["empty name", "'net'"]) { _ = try $0.graph.child("") },
    WrongUse(
      "Graph node '('net',)' already has a child named 'linear'.",
      ["'net'", "'linear'", "another name", "hand the module itself on"]
    ) { _ = try $0.graph.child("linear") },
    WrongUse("… already has a child (by /)", ["'net'", "'linear'"]) { _ = try $0.graph / "linear" },
    WrongUse(
      "Graph node '('net', 'linear')' already bound to Linear(…). Cannot bind Linear(…).",
      ["Linear", "'net/linear'", "already bound to Linear(outputSize: 3", "graph.child("]
    ) { _ = try Linear($0.linear.graph, outputSize: 3, rng: $0.rng) },
    WrongUse(
      "Cannot bind 'Linear' to root graph node 'net'. Use graph.child('name') to create a child node.",
      ["Linear", "root 'net'", "graph.child("]
    ) { _ = try Linear($0.graph, outputSize: 3, rng: $0.rng) },
    WrongUse("Cannot bind 'LSTM' to root graph node 'net'.", ["LSTM", "root 'net'"]) {
      _ = try LSTM($0.graph, hiddenSize: 3, rng: $0.rng)
    },
  ]

  /// Params and generators.
  static let params = [
    WrongUse("Path '('net', 'lin', 'kernel')' not found.", ["'net/lin/kernel'", "net/linear/kernel"]) {
      _ = try $0.params["net", "lin", "kernel"]
    },
    WrongUse(
      "Parameter '('net', 'linear', 'gain')' not found. To create a new parameter, provide shape and init.",
      ["'net/linear/gain' does not exist", "shape and initializer", "net/linear"]
    ) { try $0.linear.getParam($0.open, "gain").0.checked() },
    WrongUse(
      "Parameter '('net', 'other', 'kernel')' missing (params locked).",
      ["'net/other/kernel'", "missing", "locked", "params.unlocked()"]
    ) { try Linear($0.node("other"), outputSize: 3, rng: $0.rng)($0.params, .ones([1, 2])).0.checked() },
    WrongUse("Path '('net', 'linear', 'gain')' not found. (set_param)", ["'net/linear/gain'", "getParam"]) {
      try $0.linear.setParam($0.open, "gain", 1.0).checked()
    },
    WrongUse(
      "Cannot set params after locking. Use unlocked() first.", ["'net/x'", "after locking", "unlocked()"]
    ) { _ = try $0.params.assigning(Param(0.0), to: ["net", "x"]) },
    WrongUse("Locked mismatch: False vs True.", ["unlocked", "locked", "locked()", "unlocked()"]) {
      _ = try $0.open.merge($0.params)
    },
    WrongUse(
      "pytree structure error: different pytree metadata at key path … (gradients of other params)",
      ["net/linear/kernel", "net/rng/seed"]
    ) {
      let (trainable, rest) = $0.params.split()
      try map(trainable, rest) { $0 - $1 }.checked()
    },
    WrongUse(
      "Rng '('net', 'rng')' not initialized. Use rng.seed(params, seed=...) first.",
      ["'net/rng' is not seeded", "rng.seed(params, seed: 42)"]
    ) { try $0.rng(Params()).0.checked() },
    WrongUse("Rng '('net', 'rng')' not initialized. (get_seed)", ["'net/rng'", "rng.seed(params"]) {
      try $0.rng.getSeed(Params()).checked()
    },
    WrongUse("Rng '('net', 'rng')' not initialized. (get_counter)", ["'net/rng'", "rng.seed(params"]) {
      try $0.rng.getCounter(Params()).checked()
    },
    WrongUse("Rng '('net', 'rng')' not initialized. (a layer)", ["'net/rng'", "rng.seed(params"]) {
      try $0.linear(Params(), .ones([1, 2])).0.checked()
    },
    WrongUse(
      "Rng '('net', 'rng')' not initialized. Seed is required.",
      ["'net/rng'", "only a counter was given", "rng.seed(params, seed: 42, counter:"]
    ) { try $0.rng.seed(Params(), counter: 3).checked() },
    WrongUse(
      "invalid PRNG key data: expected key_data.shape to end with (2,); got (3,)", ["f32[3]", "net/rng"]
    ) {
      try $0.rng.seed(Params(), seed: Tensor.ones([3])).checked()
    },
    WrongUse(
      "unexpected PRNG key type <class 'NoneType'>",
      ["lecunNormal()", "'net/o/kernel'", "no rng was given", "rng: an Rng module"]
    ) { try Linear($0.node("o"), outputSize: 3, rng: nil)($0.open, .ones([1, 2])).0.checked() },
  ]
}
