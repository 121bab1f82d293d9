extension Params {
  /// How much memory the values take, in bytes: as many as their shapes and dtypes say, on all devices together once.
  ///
  /// The number of elements is `params.leaves.reduce(0) { $0 + $1.size }`; `count` is that of parameters.
  public var bytes: Int { values.reduce(0) { $0 +| ($1.error == nil ? $1.size *| $1.dtype.byteWidth : 0) } }

  /// The params with floating-point values in another dtype; integers, booleans and complex numbers stay as they are.
  ///
  /// `params.cast(to: .bfloat16)` takes half the memory. The state of an `Rng` is no floating-point number, so that random
  /// numbers stay the same. Never fails by itself.
  public func cast(to dtype: DType) -> Params {
    map(self) { value in
      // What evalShape gave is cast as a type.
      value.isAbstract && value.dtype.isFloating
        ? Tensor(.abstract(TensorType(value.shape, dtype))) : value.computed(in: dtype)
    }.ordered(as: self)
  }

  /// Waits until all values are computed, and returns the params (`jax.block_until_ready`).
  ///
  /// - Throws: the first error that a parameter carries, `PJRTError` if a computation failed.
  @discardableResult public func wait() throws -> Params {
    if let cause = firstError { throw cause }
    for value in values { try value.blockUntilReady() }
    return self
  }
}
