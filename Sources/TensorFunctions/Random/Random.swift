public import TensorCore
import TensorPrimitives
import TensorTransformations

/// Random numbers as functions of keys (`jax.random`).
///
/// A key is a uint32 tensor of shape `[2]`. The same key gives the same numbers always, on every device; new numbers
/// need a new key, from `split` or `foldIn`. The generator is Threefry-2x32 in the partitionable layout, JAX's
/// default, so keys, bits and integers are those of JAX bit for bit, and floats are to within rounding.
///
/// A key for each lane: `vmap`. Every function outside of transformations is one compiled program, whose scalar
/// arguments (the counter of `foldIn`, the bounds of `uniform`) may change without compiling again.
///
/// Left out: complex numbers, other generators, and the distributions that JAX samples by rejection (gamma, beta,
/// Poisson and those made of them).
public enum Random {
  /// The key of a seed (`jax.random.key`), uint32 `[2]`.
  ///
  /// As in JAX with its default of 32-bit types, only the low 32 bits of the seed count.
  /// Never fails.
  public static func key(_ seed: Int) -> Tensor { Tensor([0, UInt32(truncatingIfNeeded: seed)]) }

  /// The key of an Int of Swift folded into a key (`jax.random.fold_in`), of which the low 32 bits count.
  ///
  /// The result is a key, uint32 `[2]`. Fails if the key is not uint32 `[2]`.
  public static func foldIn(_ key: Tensor, _ data: Int) -> Tensor {
    foldIn(key, Tensor(UInt32(truncatingIfNeeded: data)))
  }

  /// The key of a seed that is an integer tensor, perhaps a traced one (`jax.random.key`), uint32 `[2]`.
  ///
  /// Fails if the seed is not a scalar integer.
  public static func key(_ seed: Tensor) -> Tensor {
    let operation = "Random.key"
    if let error = scalarProblem(operation, seed, name: "seed") { return error }
    return fused(operation, seed) { seed in
      let high: Tensor =
        seed.dtype.byteWidth == 8
        ? rightShift(seed, Tensor(ScalarLiteral(32, seed.dtype))).astype(.uint32)
        : Tensor(ScalarLiteral(0, .uint32))
      return stack([high, seed.astype(.uint32)])
    }
  }

  /// A key of raw key data (`jax.random.wrap_key_data`): the same tensor, checked to be uint32 `[…, 2]`.
  ///
  /// Fails for other tensors.
  public static func wrapKeyData(_ data: Tensor) -> Tensor {
    if data.isFailed || data.dtype == .uint32 && data.ndim >= 1 && data.type.shape[-1] == 2 { return data }
    return notAKey("Random.wrapKeyData", data, expected: "a uint32 tensor of shape […, 2]")
  }

  /// New keys from one (`jax.random.split`): `count` of them, uint32 `[count, 2]`.
  ///
  /// Fails if the key is not uint32 `[2]`, or a number is negative.
  public static func split(_ key: Tensor, _ count: Int = 2) -> Tensor { split(key, [count]) }

  /// New keys from one (`jax.random.split`): an array of them, uint32 `[…shape, 2]`.
  ///
  /// Fails if the key is not uint32 `[2]`, or a number is negative.
  public static func split(_ key: Tensor, _ shape: Shape) -> Tensor {
    let operation = "Random.split"
    if let error = problem(operation, key, shape) { return error }
    return fused(operation, key, shape) { key, shape in
      let words = block(key, shape)
      return stack([words.0, words.1], axis: -1)
    }
  }

  /// A new key from a key and a number (`jax.random.fold_in`), uint32 `[2]`.
  ///
  /// Fails if the key is not uint32 `[2]`, or `data` is not a scalar integer.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - data: an integer of any dtype; its low 32 bits count.
  public static func foldIn(_ key: Tensor, _ data: Tensor) -> Tensor {
    let operation = "Random.foldIn"
    if let error = problem(operation, key) ?? scalarProblem(operation, data, name: "data") { return error }
    // One program for numbers of all dtypes, literal or not.
    let number = data.literal == nil ? data : data.astype(.uint32)
    return fused(operation, [key, number]) { operands in
      let zero = Tensor(ScalarLiteral(0, .uint32))
      let words = threefry(operands[0], zero, operands[1].astype(.uint32))
      return [stack([words.0, words.1])]
    }[0]
  }
}

extension Random {
  /// The two words of a key.
  private static func words(_ key: Tensor) -> (Tensor, Tensor) {
    (key.sliced(axis: 0, from: 0, to: 1).reshape([]), key.sliced(axis: 0, from: 1, to: 2).reshape([]))
  }

  /// The block function for a key and counters of 64 bits, given as high and low words.
  private static func threefry(_ key: Tensor, _ high: Tensor, _ low: Tensor) -> (Tensor, Tensor) {
    let (first, second) = words(key)
    let results = bind(Threefry2x32(), [first, second, high, low])
    return (results[0], results[1])
  }

  /// Two random words for each element of `shape`: the block function of the element's number.
  static func block(_ key: Tensor, _ shape: Shape) -> (Tensor, Tensor) {
    // The number as a sum over axes, and not as a reshaped count, so that each device of a mesh can compute its part.
    let isLarge = shape.size > 1 << 32
    let dtype: DType = isLarge ? .uint64 : .uint32
    var number: Tensor?
    var stride = 1
    for axis in shape.indices.reversed() {
      let position: Tensor = bind(Iota(shape: shape, dtype: dtype, axis: axis), [])[0]
      let term = stride == 1 ? position : bind(Mul(), position, Tensor(ScalarLiteral(stride, dtype)))
      number = Tensor.sum(number, term)
      stride = stride *| Swift.max(1, shape[axis])
    }
    let zero = Tensor(ScalarLiteral(0, .uint32))
    guard let number else { return threefry(key, zero, zero) }
    guard isLarge else { return threefry(key, zero, number) }
    let high = rightShift(number, Tensor(ScalarLiteral(32, dtype)))
    return threefry(key, high.astype(.uint32), number.astype(.uint32))
  }
}
