import Blox

/// Cases of kind `random`: a function of `jax.random` with a key.
struct RandomRunner: CaseRunner {
  static let kinds = ["random"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let key = try Tensor(golden.tensor(golden.manifest.string("key")))
    let outputs = try outputs(golden, key)
    for (name, tensor) in zip(try golden.manifest.strings("outputs"), outputs) {
      results[name] = try HostArray(tensor)
    }
  }

  private func outputs(_ golden: GoldenCase, _ key: Tensor) throws -> [Tensor] {
    let args = golden["args"]
    switch try golden.manifest.string("fn") {
    case "split": return [Random.split(key, try args.int("num"))]
    case "split_chain": return try splitChain(key, steps: try args.int("steps"))
    case "bits": return [Random.bits(key, shape: try args.shape("shape"), dtype: try args.dtype("dtype"))]
    case "vmap_bits":
      let shape = try args.shape("shape")
      return [vmap { Random.bits($0, shape: shape) }(Random.split(key, try args.int("num_keys")))]
    case "vmap_normal":
      let shape = try args.shape("shape")
      return [vmap { Random.normal($0, shape: shape) }(Random.split(key, try args.int("num_keys")))]
    case "vmap_fold_in":
      let data = Tensor.arange(try args.int("n"))
      return [vmap(in: [nil, 0]) { Random.foldIn($0, $1) }(key, data)]
    case "wrap_key_data":
      let words = try args.ints("key_data").map { UInt32(truncatingIfNeeded: $0) }
      let shape = Shape(try golden.tensor(try golden.manifest.strings("outputs")[0]).shape)
      return [Random.normal(Random.wrapKeyData(Tensor(words)), shape: shape)]
    case let name: return [try sample(name, golden, key)]
    }
  }

  private func splitChain(_ key: Tensor, steps: Int) throws -> [Tensor] {
    var key = key
    var subkeys: [Tensor] = []
    for _ in 0..<steps {
      let words = try Random.split(key).scalars(UInt32.self)
      key = Tensor(Array(words.prefix(2)))
      subkeys.append(Tensor(Array(words.suffix(2))))
    }
    return [stack(subkeys), key]
  }

  /// The distributions: a sample of one of them.
  private func sample(_ name: String, _ golden: GoldenCase, _ key: Tensor) throws -> Tensor {
    let args = golden["args"]
    let shape = try args.optional("shape")?.shape()
    let dtype = try args.optional("dtype")?.dtype()
    func number(_ name: String) throws -> Tensor {
      if let tensor = golden["tensor_args"].optional(name) {
        return try Tensor(golden.tensor(tensor.string()))
      }
      return Tensor(try args.double(name))
    }
    switch name {
    case "uniform":
      return Random.uniform(
        key, shape: shape ?? [], dtype: dtype ?? .float32,
        minimum: args.optional("minval") == nil ? 0 : try number("minval"),
        maximum: args.optional("maxval") == nil ? 1 : try number("maxval"))
    case "normal": return Random.normal(key, shape: shape ?? [], dtype: dtype ?? .float32)
    case "truncated_normal":
      return Random.truncatedNormal(
        key, try number("lower"), try number("upper"), shape: shape, dtype: dtype ?? .float32)
    case "bernoulli": return Random.bernoulli(key, try number("p"), shape: shape)
    default: throw GoldenError("the function \(name) is not known")
    }
  }
}
