import Blox

/// Cases of kind `random`: a function of `jax.random` with a key.
struct RandomRunner: CaseRunner {
  static let kinds = ["random"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let key = try Tensor(golden.tensor(golden.manifest.string("key")))
    let outputs = try outputs(golden, key)
    if golden.expectedError != nil { try outputs.forEach { try $0.checked() } }
    for (name, tensor) in zip(try golden.manifest.strings("outputs"), outputs) {
      results[name] = try HostArray(tensor)
    }
  }

  private func outputs(_ golden: GoldenCase, _ key: Tensor) throws -> [Tensor] {
    let args = golden["args"]
    switch try golden.manifest.string("fn") {
    case "split":
      if case .integer(let count) = args["num"] { return [Random.split(key, count)] }
      return [Random.split(key, try args.shape("num"))]
    case "split_chain": return splitChain(key, steps: try args.int("steps"))
    case "vmap_fold_in":
      let data = Tensor.arange(try args.int("n"))
      return [vmap(in: [nil, 0]) { Random.foldIn($0, $1) }(key, data)]
    case "wrap_key_data":
      let words = try args.ints("key_data").map { UInt32(truncatingIfNeeded: $0) }
      let shape = Shape(try golden.tensor(try golden.manifest.strings("outputs")[0]).shape)
      return [Random.normal(Random.wrapKeyData(Tensor(words)), shape)]
    case let name where name.hasPrefix("vmap_"):
      let keys = Random.split(key, try args.int("num_keys"))
      return [try vmap { try sample(String(name.dropFirst("vmap_".count)), golden, $0) }(keys)]
    case let name: return [try sample(name, golden, key)]
    }
  }

  private func splitChain(_ key: Tensor, steps: Int) -> [Tensor] {
    var key = key
    var subkeys: [Tensor] = []
    for _ in 0..<steps {
      let keys = Random.split(key)
      key = keys[0]
      subkeys.append(keys[1])
    }
    return [stack(subkeys), key]
  }

  /// The distributions: a sample of one of them.
  private func sample(_ name: String, _ golden: GoldenCase, _ key: Tensor) throws -> Tensor {
    let args = golden["args"]
    let shape = try args.optional("shape")?.shape()
    let dtype = try args.optional("dtype")?.dtype()
    func number(_ name: String, _ fallback: Tensor? = nil) throws -> Tensor {
      if let tensor = golden["tensor_args"].optional(name) {
        return try Tensor(golden.tensor(tensor.string()))
      }
      if let fallback, args.optional(name) == nil { return fallback }
      return Tensor(try args.double(name))
    }
    switch name {
    case "uniform":
      return Random.uniform(
        key, shape ?? [], dtype: dtype ?? .float32,
        minval: try number("minval", 0), maxval: try number("maxval", 1))
    case "bits": return Random.bits(key, shape ?? [], dtype: dtype ?? .uint32)
    case "normal": return Random.normal(key, shape ?? [], dtype: dtype ?? .float32)
    case "truncated_normal":
      return Random.truncatedNormal(
        key, try number("lower"), try number("upper"), shape, dtype: dtype ?? .float32)
    case "bernoulli": return Random.bernoulli(key, try number("p"), shape: shape)
    case "exponential": return Random.exponential(key, shape ?? [], dtype: dtype ?? .float32)
    case "laplace": return Random.laplace(key, shape ?? [], dtype: dtype ?? .float32)
    case "logistic": return Random.logistic(key, shape ?? [], dtype: dtype ?? .float32)
    case "rademacher": return Random.rademacher(key, shape ?? [], dtype: dtype ?? .int32)
    case "gumbel":
      return Random.gumbel(key, shape ?? [], dtype: dtype ?? .float32, mode: try mode(args))
    case "categorical":
      return Random.categorical(
        key, try number("logits"), axis: try args.optional("axis")?.int() ?? -1, shape: shape,
        replace: try args.optional("replace")?.bool() ?? true, mode: try mode(args))
    case "randint":
      return Random.randint(
        key, shape ?? [], minval: try args.int("minval"), maxval: try args.int("maxval"),
        dtype: dtype ?? .int32)
    default: return try selection(name, golden, key)
    }
  }

  private func mode(_ args: JSONValue) throws -> Random.Mode {
    guard let name = try args.optional("mode")?.string() else { return .low }
    guard let mode = Random.Mode(rawValue: name) else { throw GoldenError("the mode \(name) is not known") }
    return mode
  }

  /// Elements in random order, or some of them.
  private func selection(_ name: String, _ golden: GoldenCase, _ key: Tensor) throws -> Tensor {
    let args = golden["args"]
    func tensor(_ name: String) throws -> Tensor? {
      try golden["tensor_args"].optional(name).map { try Tensor(golden.tensor($0.string())) }
    }
    let axis = try args.optional("axis")?.int() ?? 0
    switch name {
    case "permutation":
      guard let x = try tensor("x") else { return Random.permutation(key, try args.int("x")) }
      let independent = try args.optional("independent")?.bool() ?? false
      return Random.permutation(key, x, axis: axis, independent: independent)
    case "choice":
      let shape = try args.optional("shape")?.shape() ?? []
      let replace = try args.optional("replace")?.bool() ?? true
      let (p, mode) = (try tensor("p"), try mode(args))
      guard let population = try tensor("a") else {
        return Random.choice(key, try args.int("a"), shape, replace: replace, p: p, mode: mode)
      }
      return Random.choice(key, population, shape, replace: replace, p: p, axis: axis, mode: mode)
    default: throw GoldenError("the function \(name) is not known")
    }
  }
}
