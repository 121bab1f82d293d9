extension MultiHeadAttention {
  /// An empty cache for a batch of the inputs' size.
  public func initialState(_ params: Params, _ inputs: Tensor) -> (KeyValueCache, Params) {
    let batch = inputs.error == nil && inputs.ndim > 0 ? inputs.shape[0] : 1
    let dtype: DType = query.dtype ?? (inputs.dtype.isFloating ? inputs.dtype : .float32)
    let cache = KeyValueCache(
      batch: batch, capacity: cacheCapacity, heads: keyValueHeads, size: headSize, dtype: dtype)
    return (cache, params)
  }

  /// One time: inputs `[batch, features]`.
  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ prevState: KeyValueCache, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    let ((outputs, state), params) = apply(
      params, expandDims(inputs, axis: 1), prevState: prevState,
      isReset: isReset.map { expandDims($0, axis: 1) }, isTraining: isTraining)
    return ((outputs.error == nil ? outputs[FullRange(), 0] : outputs, state), params)
  }

  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: KeyValueCache? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    apply(
      params, inputs, prevState: prevState, isReset: isReset, isTraining: isTraining, sequenceLengths: nil)
  }

  /// A chunk of a sequence, inputs `[batch, time, features]`, after the times that the state remembers.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, time, features]`.
  ///   - prevState: the cache of the times before; an empty one when nil.
  ///   - isReset: `[batch, time]` or `[batch, time, 1]`: where true, what came before in its lane is forgotten.
  ///   - isTraining: whether weights are dropped.
  ///   - sequenceLengths: `[batch]` integers: how many of the times are there in each lane, whose outputs after that mean
  ///     nothing; all when nil. The lanes of the cache go on from there, each at its own place: so texts of different lengths
  ///     are continued together.
  /// - Returns: outputs, the cache, the params. Once the cache has no room for all times, the outputs carry the error;
  ///   inside of transformations, where nobody knows how full it is, they are NaN.
  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: KeyValueCache? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true, sequenceLengths: Tensor?
  ) -> ((Tensor, KeyValueCache), Params) {
    let before = prevState ?? initialState(params, inputs).0
    if let failure = sequenceFailure(inputs) ?? chunkFailure(inputs, before, isReset, sequenceLengths) {
      let (failed, created) = refusedParts(failure, params)
      return ((failed, before), created)
    }
    let (batch, times) = (inputs.shape[0], inputs.shape[1])
    let start = sequenceLengths == nil ? before : before.withLengths
    let (projected, params) = projections(params, inputs, inputs, positions: start.positions(times))
    // Which sequence each time is of: one further at each reset.
    let resets = (isReset ?? .zeros([batch, times], dtype: .bool)).reshape([batch, times]).astype(.int32)
    let segments = expandDims(start.segment, axis: 1) + resets.cumsum(axis: 1)
    let cache = start.appending(projected.key, projected.value, segments, counts: sequenceLengths)
    let isSameSegment =
      segments[FullRange(), NewAxis(), FullRange(), NewAxis()]
      .== cache.segments[FullRange(), NewAxis(), NewAxis(), FullRange()]
    let type = projected.query.dtype
    let all = (projected.query, cache.keys.astype(type), cache.values.astype(type))
    let (mixed, middle) = mixed(
      all, params, mask: isSameSegment .& visible(start.positions(times), in: cache), isCausal: false,
      window: nil,
      isTraining: isTraining)
    let (outputs, updated) = merged(mixed, middle)
    return ((outputs + capacity(after: start, times, outputs.dtype), cache), updated)
  }

  /// Which places of a cache new times see, `[time, capacity]` or `[batch, 1, time, capacity]`.
  private func visible(_ positions: Tensor, in cache: KeyValueCache) -> Tensor {
    let position = expandDims(positions, axis: -1)
    let source = Tensor.arange(cache.capacity)
    var isVisible = source .<= position
    if let window { isVisible = isVisible .& (source .> position - Tensor(window)) }
    return isVisible.ndim == 3 ? expandDims(isVisible, axis: 1) : isVisible
  }

  /// Zero where a cache has room for that number of further times, NaN where it has none.
  private func capacity(after cache: KeyValueCache, _ times: Int, _ dtype: DType) -> Tensor {
    let isRoom = cache.length + Tensor(times) .<= Tensor(cache.capacity)
    let zero = select(isRoom, Tensor(0.0), Tensor(Double.nan)).astype(dtype)
    return zero.ndim == 0 ? zero : zero[FullRange(), NewAxis(), NewAxis()]
  }

  private func chunkFailure(
    _ inputs: Tensor, _ cache: KeyValueCache, _ isReset: Tensor?, _ lengths: Tensor?
  ) -> Tensor? {
    if let failed = (cache.leaves + [isReset, lengths].compactMap { $0 }).first(where: { $0.error != nil }) {
      return failed
    }
    let (batch, times) = (inputs.shape[0], inputs.shape[1])
    if times == 0 || times > cache.capacity || cache.keys.shape[0] != batch {
      return failedTensor(
        "the input is \(inputs.type), and the cache has keys of \(cache.keys.shape)",
        expected: "1 to \(cache.capacity) times, the cacheCapacity, in a batch of \(cache.keys.shape[0])")
    }
    // Inside of transformations the length is not known; outputs are NaN there.
    let known = cache.length.hasValue ? try? cache.length.scalars(Int.self).max() : nil
    if let length = known, length + times > cache.capacity {
      return failedTensor(
        "the cache has room for \(cache.capacity) times and remembers \(length); \(times) more were given",
        expected: "a greater cacheCapacity, or initialState(params, inputs) to begin anew")
    }
    if let isReset, isReset.shape != [batch, times], isReset.shape != [batch, times, 1] {
      return failedTensor(
        "isReset is \(isReset.type)",
        expected: "[batch, time], here [\(batch), \(times)], or [batch, time, 1]")
    }
    if let lengths, lengths.shape != [batch] || !lengths.dtype.isInteger {
      return failedTensor("sequenceLengths is \(lengths.type)", expected: "integers [batch], here [\(batch)]")
    }
    return nil
  }
}
