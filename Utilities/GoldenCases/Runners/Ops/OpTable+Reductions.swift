import Blox

extension OpTable {
  /// A reduction with `axis` and `keepdims`.
  private static func reduction(
    _ function: @escaping @Sendable (Tensor, (any AxisList)?, Bool) -> Tensor
  ) -> Entry {
    keyed { x, args in function(x, try args.axes(), try args.bool("keepdims", default: false)) }
  }

  /// A reduction with `axis`, `keepdims` and a mask `where`.
  private static func reduction(
    _ function: @escaping @Sendable (Tensor, (any AxisList)?, Bool, Tensor?, OpArguments) throws -> Tensor
  ) -> Entry {
    { x, args in
      let mask = try x.named(args.json.optional("where"))
      return [
        try function(try x(0), try args.axes(), try args.bool("keepdims", default: false), mask, args)
      ]
    }
  }

  static let reductions: [String: Entry] = [
    "jnp.sum": reduction { x, axis, keep, mask, _ in x.sum(axis: axis, keepDims: keep, where: mask) },
    "jnp.nansum": reduction { $0.nanSum(axis: $1, keepDims: $2) },
    "jnp.prod": reduction { x, axis, keep, mask, _ in x.product(axis: axis, keepDims: keep, where: mask) },
    "jnp.mean": reduction { x, axis, keep, mask, _ in x.mean(axis: axis, keepDims: keep, where: mask) },
    "jnp.max": reduction { x, axis, keep, mask, args in
      x.max(
        axis: axis, keepDims: keep, where: mask, initial: try args.json.optional("initial")?.double())
    },
    "jnp.min": reduction { x, axis, keep, mask, args in
      x.min(
        axis: axis, keepDims: keep, where: mask, initial: try args.json.optional("initial")?.double())
    },
    "jnp.ptp": reduction { $0.peakToPeak(axis: $1, keepDims: $2) },
    "jnp.all": reduction { $0.all(axis: $1, keepDims: $2) },
    "jnp.any": reduction { $0.any(axis: $1, keepDims: $2) },
    "jnp.count_nonzero": reduction { $0.countNonzero(axis: $1, keepDims: $2) },
    "jnp.median": reduction { $0.median(axis: $1, keepDims: $2) },
    "jnp.quantile": keyed { x, args in
      let name = try args.string("method", default: "linear")
      guard let method = Tensor.QuantileMethod(rawValue: name) else {
        throw GoldenError("the method \(name) is not known")
      }
      return x.quantile(
        try args.double("q"), axis: try args.axes(), method: method,
        keepDims: try args.bool("keepdims", default: false))
    },
    "jnp.var": reduction { x, axis, keep, mask, args in
      x.variance(
        axis: axis, correction: try args.int("ddof", default: 0), keepDims: keep, where: mask)
    },
    "jnp.std": reduction { x, axis, keep, mask, args in
      x.standardDeviation(
        axis: axis, correction: try args.int("ddof", default: 0), keepDims: keep, where: mask)
    },
    "jnp.average": { x, args in [try x(0).average(weights: try x(1), axis: try args.axes())] },
    "jnp.argmax": keyed {
      $0.argmax(axis: try $1.optionalInt("axis"), keepDims: try $1.bool("keepdims", default: false))
    },
    "jnp.argmin": keyed {
      $0.argmin(axis: try $1.optionalInt("axis"), keepDims: try $1.bool("keepdims", default: false))
    },
    "jnp.cumsum": keyed { $0.cumsum(axis: try $1.optionalInt("axis")) },
    "jnp.cumprod": keyed { $0.cumprod(axis: try $1.optionalInt("axis")) },
    "lax.cumsum": keyed {
      $0.cumsum(axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "lax.cumprod": keyed {
      $0.cumprod(axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "lax.cummax": keyed {
      $0.cummax(axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "lax.cummin": keyed {
      $0.cummin(axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "lax.cumlogsumexp": keyed {
      $0.cumlogsumexp(axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "jnp.diff": keyed { $0.diff(axis: try $1.int("axis", default: -1), order: try $1.int("n", default: 1)) },
    "lax.reduce": keyed { x, args in
      let axes = try args.ints("dimensions")
      switch try args.json.string("computation") {
      case "add": return x.sum(axis: axes).cast(to: x.dtype) + (try args.literal("init")).cast(to: x.dtype)
      case "mul":
        return x.product(axis: axes).cast(to: x.dtype) * (try args.literal("init")).cast(to: x.dtype)
      case "max": return x.max(axis: axes, initial: try args.double("init"))
      case "min": return x.min(axis: axes, initial: try args.double("init"))
      case "and": return x.all(axis: axes) .& Tensor(try args.json.bool("init"))
      case "or": return x.any(axis: axes) .| Tensor(try args.json.bool("init"))
      case let other: throw GoldenError("the computation \(other) is not known")
      }
    },
    "jax.ops.segment_sum": { x, args in
      [segmentSum(try x(0), try x(1), count: try args.int("num_segments"))]
    },
    "jax.ops.segment_prod": { x, args in
      [segmentProduct(try x(0), try x(1), count: try args.int("num_segments"))]
    },
    "jax.ops.segment_max": { x, args in
      [segmentMax(try x(0), try x(1), count: try args.int("num_segments"))]
    },
    "jax.ops.segment_min": { x, args in
      [segmentMin(try x(0), try x(1), count: try args.int("num_segments"))]
    },
  ]

  static let sorting: [String: Entry] = [
    "jnp.sort": keyed {
      $0.sorted(axis: try $1.int("axis", default: -1), descending: try $1.bool("descending", default: false))
    },
    "jnp.argsort": keyed {
      $0.argsort(axis: try $1.int("axis", default: -1), descending: try $1.bool("descending", default: false))
    },
    "lax.top_k": { x, args in
      let result = try x(0).topK(try args.int("k"), axis: try args.int("axis", default: -1))
      return [result.values, result.indices]
    },
    "lax.sort": { x, args in
      sort(
        x.tensors, axis: try args.int("dimension", default: -1),
        keyCount: try args.int("num_keys", default: 1))
    },
    "jnp.lexsort": { x, args in [lexsort(x.tensors, axis: try args.int("axis", default: -1))] },
    "jnp.searchsorted": { x, args in
      [try x(0).searchsorted(try x(1), right: try args.string("side", default: "left") == "right")]
    },
    "jnp.nonzero": { x, args in
      try x(0).nonzero(size: try args.int("size"), fillValue: try args.int("fill_value", default: 0))
    },
    "jnp.unique": keyed {
      $0.unique(size: try $1.int("size"), fillValue: try $1.json.optional("fill_value")?.double())
    },
    "jnp.bincount": { x, args in
      [try x(0).bincount(length: try args.int("length"), weights: x.count > 1 ? try x(1) : nil)]
    },
    "jnp.unravel_index": { x, args in try x(0).unraveled(try args.shape("shape")) },
  ]
}
