/// What a `MultiHeadAttention` remembers of the times before.
///
/// All lanes of a batch remember equally many times, until `apply` is told that some have fewer: then each lane has a length
/// of its own.
public struct KeyValueCache: TensorTree, Sendable {
  /// Keys, `[batch, capacity, keyValueHeads, headSize]`; those from `length` on are not used.
  public var keys: Tensor
  /// Values, of the same shape.
  public var values: Tensor
  /// To which sequence of its lane each place belongs, `[batch, capacity]`: a reset begins another.
  public var segments: Tensor
  /// The sequence that each lane is in, `[batch]`.
  public var segment: Tensor
  /// How many times are remembered, a scalar, or `[batch]` where the lanes differ.
  public var length: Tensor

  /// A cache with nothing in it.
  init(batch: Int, capacity: Int, heads: Int, size: Int, dtype: DType) {
    keys = .zeros([batch, capacity, heads, size], dtype: dtype)
    values = .zeros([batch, capacity, heads, size], dtype: dtype)
    segments = .zeros([batch, capacity], dtype: .int32)
    segment = .zeros([batch], dtype: .int32)
    length = .zeros([], dtype: .int32)
  }

  /// How many times there is room for.
  public var capacity: Int { keys.shape[1] }

  /// The cache with a length for each lane, all as they are.
  public var withLengths: KeyValueCache {
    guard length.error == nil, length.ndim == 0 else { return self }
    var cache = self
    cache.length = broadcastTo(length, [keys.shape[0]]) + Tensor.zeros([keys.shape[0]], dtype: .int32)
    return cache
  }

  /// The number of the time that each of `count` new ones has, `[count]`, or `[batch, count]` where the lanes differ.
  func positions(_ count: Int) -> Tensor { expandDims(length, axis: -1) + Tensor.arange(count) }

  /// The cache with keys, values and segments of new times after those that are there.
  ///
  /// - Parameter counts: `[batch]`, how many of the times count in each lane; all when nil.
  func appending(_ keys: Tensor, _ values: Tensor, _ segments: Tensor, counts: Tensor?) -> KeyValueCache {
    var cache = counts == nil ? self : withLengths
    let times = keys.shape[1]
    cache.keys = cache.writing(keys.astype(self.keys.dtype), into: self.keys)
    cache.values = cache.writing(values.astype(self.values.dtype), into: self.values)
    cache.segments = cache.writing(segments, into: self.segments)
    guard let counts else {
      cache.segment = segments[FullRange(), -1]
      cache.length = length + Tensor(times)
      return cache
    }
    // The last time that counts; a lane without one stays in its sequence.
    let last = expandDims((counts - 1).clip(0, Tensor(times - 1)), axis: 1)
    let reached = takeAlongAxis(segments, last, axis: 1)[FullRange(), 0]
    cache.segment = select(counts .> 0, reached, segment)
    cache.length = cache.length + counts.astype(.int32)
    return cache
  }

  /// A tensor of the cache with new times at the place of each lane.
  private func writing(_ new: Tensor, into old: Tensor) -> Tensor {
    let rest = [Tensor](repeating: 0, count: old.ndim - 2)
    if length.ndim == 0 { return dynamicUpdateSlice(old, new, [0, length] + rest) }
    return vmap { (old: Tensor, new: Tensor, start: Tensor) in dynamicUpdateSlice(old, new, [start] + rest) }(
      old, new, length)
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&keys)
    body(&values)
    body(&segments)
    body(&segment)
    body(&length)
  }
}
