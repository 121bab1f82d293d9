/// What a `MultiHeadAttention` remembers of the times before.
public struct KeyValueCache: TensorTree, Sendable {
  /// Keys, `[batch, capacity, keyValueHeads, headSize]`; those from `length` on are not used.
  public var keys: Tensor
  /// Values, of the same shape.
  public var values: Tensor
  /// To which sequence of its lane each place belongs, `[batch, capacity]`: a reset begins another.
  public var segments: Tensor
  /// The sequence that each lane is in, `[batch]`.
  public var segment: Tensor
  /// How many times are remembered, a scalar.
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

  /// The cache with keys, values and segments of new times after those that are there.
  func appending(_ keys: Tensor, _ values: Tensor, _ segments: Tensor) -> KeyValueCache {
    var cache = self
    let zero: Tensor = 0
    cache.keys = dynamicUpdateSlice(self.keys, keys.astype(self.keys.dtype), [zero, length, zero, zero])
    cache.values = dynamicUpdateSlice(
      self.values, values.astype(self.values.dtype), [zero, length, zero, zero])
    cache.segments = dynamicUpdateSlice(self.segments, segments, [zero, length])
    cache.segment = segments[FullRange(), -1]
    cache.length = length + Tensor(keys.shape[1])
    return cache
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&keys)
    body(&values)
    body(&segments)
    body(&segment)
    body(&length)
  }
}
