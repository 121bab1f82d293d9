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
    "jnp.sum": reduction { x, axis, keep, mask, _ in x.sum(axis: axis, keepdims: keep, where: mask) },
    "jnp.nansum": reduction { nansum($0, axis: $1, keepdims: $2) },
    "jnp.prod": reduction { x, axis, keep, mask, _ in x.prod(axis: axis, keepdims: keep, where: mask) },
    "jnp.mean": reduction { x, axis, keep, mask, _ in x.mean(axis: axis, keepdims: keep, where: mask) },
    "jnp.max": reduction { x, axis, keep, mask, args in
      x.max(axis: axis, keepdims: keep, initial: try args.json.optional("initial")?.double(), where: mask)
    },
    "jnp.min": reduction { x, axis, keep, mask, args in
      x.min(axis: axis, keepdims: keep, initial: try args.json.optional("initial")?.double(), where: mask)
    },
    "jnp.ptp": reduction { $0.ptp(axis: $1, keepdims: $2) },
    "jnp.all": reduction { $0.all(axis: $1, keepdims: $2) },
    "jnp.any": reduction { $0.any(axis: $1, keepdims: $2) },
    "jnp.count_nonzero": reduction { countNonzero($0, axis: $1, keepdims: $2) },
    "jnp.median": reduction { median($0, axis: $1, keepdims: $2) },
    "jnp.quantile": keyed { x, args in
      let name = try args.string("method", default: "linear")
      guard let method = Tensor.QuantileMethod(rawValue: name) else {
        throw GoldenError("the method \(name) is not known")
      }
      return quantile(
        x,
        try args.double("q"), axis: try args.axes(), method: method,
        keepdims: try args.bool("keepdims", default: false))
    },
    "jnp.var": reduction { x, axis, keep, mask, args in
      x.var(axis: axis, keepdims: keep, where: mask, correction: try args.int("ddof", default: 0))
    },
    "jnp.std": reduction { x, axis, keep, mask, args in
      x.std(axis: axis, keepdims: keep, where: mask, correction: try args.int("ddof", default: 0))
    },
    "jnp.average": { x, args in [try average(x(0), axis: try args.axes(), weights: try x(1))] },
    "jnp.argmax": keyed {
      $0.argmax(axis: try $1.optionalInt("axis"), keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.argmin": keyed {
      $0.argmin(axis: try $1.optionalInt("axis"), keepdims: try $1.bool("keepdims", default: false))
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
      cummax($0, axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "lax.cummin": keyed {
      cummin($0, axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "lax.cumlogsumexp": keyed {
      cumlogsumexp($0, axis: try $1.int("axis"), reverse: try $1.bool("reverse", default: false))
    },
    "jnp.diff": keyed { diff($0, n: try $1.int("n", default: 1), axis: try $1.int("axis", default: -1)) },
    "lax.reduce": keyed { x, args in
      let axes = try args.ints("dimensions")
      switch try args.json.string("computation") {
      case "add": return x.sum(axis: axes).astype(x.dtype) + (try args.literal("init")).astype(x.dtype)
      case "mul":
        return x.prod(axis: axes).astype(x.dtype) * (try args.literal("init")).astype(x.dtype)
      case "max": return x.max(axis: axes, initial: try args.double("init"))
      case "min": return x.min(axis: axes, initial: try args.double("init"))
      case "and": return x.all(axis: axes) .& Tensor(try args.json.bool("init"))
      case "or": return x.any(axis: axes) .| Tensor(try args.json.bool("init"))
      case let other: throw GoldenError("the computation \(other) is not known")
      }
    },
    "jax.ops.segment_sum": { x, args in
      [segmentSum(try x(0), try x(1), numSegments: try args.int("num_segments"))]
    },
    "jax.ops.segment_prod": { x, args in
      [segmentProd(try x(0), try x(1), numSegments: try args.int("num_segments"))]
    },
    "jax.ops.segment_max": { x, args in
      [segmentMax(try x(0), try x(1), numSegments: try args.int("num_segments"))]
    },
    "jax.ops.segment_min": { x, args in
      [segmentMin(try x(0), try x(1), numSegments: try args.int("num_segments"))]
    },
  ]

  static let sorting: [String: Entry] = [
    "jnp.sort": keyed {
      $0.sort(axis: try $1.int("axis", default: -1), descending: try $1.bool("descending", default: false))
    },
    "jnp.argsort": keyed {
      $0.argsort(axis: try $1.int("axis", default: -1), descending: try $1.bool("descending", default: false))
    },
    "lax.top_k": { x, args in
      let result = try topK(x(0), try args.int("k"), axis: try args.int("axis", default: -1))
      return [result.values, result.indices]
    },
    "lax.sort": { x, args in
      sort(
        x.tensors, dimension: try args.int("dimension", default: -1),
        numKeys: try args.int("num_keys", default: 1))
    },
    "jnp.lexsort": { x, args in [lexsort(x.tensors, axis: try args.int("axis", default: -1))] },
    "jnp.searchsorted": { x, args in
      [
        try x(0).searchsorted(
          try x(1), side: (try args.string("side", default: "left") == "right") ? .right : .left)
      ]
    },
    "jnp.nonzero": { x, args in
      try x(0).nonzero(size: try args.int("size"), fillValue: try args.int("fill_value", default: 0))
    },
    "jnp.unique": keyed {
      unique($0, size: try $1.int("size"), fillValue: try $1.json.optional("fill_value")?.double())
    },
    "jnp.bincount": { x, args in
      [try bincount(x(0), weights: x.count > 1 ? try x(1) : nil, length: try args.int("length"))]
    },
    "jnp.unravel_index": { x, args in try unravelIndex(x(0), try args.shape("shape")) },
  ]
}
