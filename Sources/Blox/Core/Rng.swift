/// A stream of random keys, kept in the params as a seed and a counter.
///
/// Each call gives the seed with the counter folded in, and params with the counter one further:
///
///     let rng = try Rng(graph.child("rng"))
///     var params = rng.seed(Params(), seed: 42)
///     let key: Tensor
///     (key, params) = rng(params)
///
/// Inside `vmap` and `shardMap` all lanes have the same seed and counter, so the same keys, until a lane's index is
/// folded into the seed: `rng.seed(params, seed: Random.foldIn(rng.getSeed(params), axisIndex("batch")))`.
/// (The docstring of blox for Python claims that its `Rng` folds lanes by itself. It does not either.)
public final class Rng: Module, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// The tag of the parameter that is the seed.
  static let seedTag = "rng_seed"
  private static let seedName = "seed"
  private static let counterName = "counter"

  /// A stream at a graph node; `seed` gives it a place in params.
  public override init(_ graph: Graph) throws { try super.init(graph) }

  /// The seed as a key, uint32 `[2]`; a tensor that carries the error where the params were not seeded.
  public func getSeed(_ params: Params) -> Tensor { value(Rng.seedName, params) }

  /// The counter, a uint32 scalar; a tensor that carries the error where the params were not seeded.
  public func getCounter(_ params: Params) -> Tensor { value(Rng.counterName, params) }

  private func value(_ name: String, _ params: Params) -> Tensor {
    if let index = params.layout.index(of: paramPath(name)) {
      let value = params.values[index]
      // So that an error can name it; where the params have the values, none is needed.
      return value.hasValue ? value : value.with(origin: params.layout.slot(index).origin)
    }
    if let cause = params.firstError { return Tensor.failed(cause) }
    return Tensor.failed(
      parameterError(
        "Rng", "the generator '\(graph.pathText)' is not seeded in these params",
        expected: "rng.seed(params, seed: 42) before the params are used"))
  }

  /// A new key, uint32 `[2]`, and the params with the counter one further.
  public func callAsFunction(_ params: Params) -> (Tensor, Params) {
    let (seed, counter) = (getSeed(params), getCounter(params))
    if let error = seed.error ?? counter.error { return (Tensor.failed(error), params) }
    return (Random.foldIn(seed, counter), put(params, Rng.counterName, counter + 1))
  }

  /// Sets the seed: a new stream starts at counter 0, one that exists keeps its counter unless another is given.
  ///
  /// - Parameters:
  ///   - params: the params that it is put into.
  ///   - seed: an integer, or a key, uint32 `[2]`.
  ///   - counter: an integer.
  public func seed(_ params: Params, seed: Tensor, counter: Tensor? = nil) -> Params {
    let key = seed.ndim == 0 && seed.error == nil ? Random.key(seed) : Random.wrapKeyData(seed)
    let isNew = !isSeeded(params)
    let seeded = put(params, Rng.seedName, key.error.map { failure($0) } ?? key)
    return counter.map { put(seeded, Rng.counterName, word($0)) }
      ?? (isNew ? put(seeded, Rng.counterName, word(0)) : seeded)
  }

  /// Sets the seed to that of an integer, of which the low 32 bits count, as in JAX.
  public func seed(_ params: Params, seed: Int, counter: Tensor? = nil) -> Params {
    self.seed(params, seed: Random.key(seed), counter: counter)
  }

  /// Sets the counter of a stream that has a seed; otherwise the params carry the error.
  public func seed(_ params: Params, counter: Tensor) -> Params {
    let missing =
      isSeeded(params)
      ? nil
      : parameterError(
        "Rng.seed",
        "the generator '\(graph.pathText)' is not seeded in these params, and only a counter was given",
        expected: "a seed, too: rng.seed(params, seed: 42, counter: …)")
    return put(
      missing.map { put(params, Rng.seedName, failure($0)) } ?? params, Rng.counterName, word(counter))
  }

  private func isSeeded(_ params: Params) -> Bool {
    params.layout.index(of: paramPath(Rng.seedName)).map { index in
      params.values[index].error == nil && !params.values[index].isAbstract
    } ?? false
  }

  private func failure(_ error: TensorError) -> Tensor {
    Tensor.failed(error.withModulePath(in: graph.pathText))
  }

  /// A counter as it is kept: a uint32 in memory, not a literal.
  private func word(_ counter: Tensor) -> Tensor { Tensor.full([], counter, dtype: .uint32) }

  private func put(_ params: Params, _ name: String, _ value: Tensor) -> Params {
    let path = paramPath(name)
    var copy = params
    if let index = params.layout.index(of: path) {
      copy.update(index, value: value, trainable: nil, metadata: nil)
    } else if params.isLocked, value.error == nil {
      copy.put(failure(lockedError(name)), path, trainable: false, metadata: Metadata(tag: "rng_\(name)"))
    } else {
      copy.put(value, path, trainable: false, metadata: Metadata(tag: "rng_\(name)"))
    }
    return copy
  }

  private func lockedError(_ name: String) -> TensorError {
    parameterError(
      "Rng.seed", "the parameter '\(graph.pathText)/\(name)' is missing and the params are locked",
      expected: "unlocked params: rng.seed(params.unlocked(), seed: …).locked()")
  }
}
