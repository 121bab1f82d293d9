import Blox

extension OpTable {
  /// Special functions and statistics.
  static let statistics: [String: Entry] = [
    "jax.scipy.special.xlogy": binary(xlogy), "jax.scipy.special.xlog1py": binary(xlog1py),
    "jax.scipy.special.entr": unary(entr), "jax.scipy.special.rel_entr": binary(relEntr),
    "jax.scipy.special.kl_div": binary(klDiv), "jax.scipy.special.logit": unary(logit),
    "jax.scipy.special.ndtr": unary(ndtr), "jax.scipy.special.gamma": unary(gamma),
    "jax.scipy.special.betaln": binary(betaln), "jax.scipy.special.factorial": unary(factorial),
    "jnp.logaddexp2": binary(logaddexp2), "jnp.fmax": binary(fmax), "jnp.fmin": binary(fmin),
    "jnp.divmod": { x, _ in
      let result = divmod(try x(0), try x(1))
      return [result.quotient, result.remainder]
    },
    "jax.nn.logmeanexp": { x, args in
      [
        logmeanexp(
          try x(0), axis: try args.axes(), where: try x.named(args.json.optional("where")),
          keepdims: try args.bool("keepdims", default: false))
      ]
    },
    "jnp.nanprod": keyed {
      nanprod($0, axis: try $1.axes(), keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanmean": keyed {
      nanmean($0, axis: try $1.axes(), keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanmax": keyed {
      nanmax($0, axis: try $1.axes(), keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanmin": keyed {
      nanmin($0, axis: try $1.axes(), keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanvar": keyed {
      nanvar(
        $0,
        axis: try $1.axes(), ddof: try $1.int("ddof", default: 0),
        keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanstd": keyed {
      nanstd(
        $0,
        axis: try $1.axes(), ddof: try $1.int("ddof", default: 0),
        keepdims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanargmax": keyed { nanargmax($0, axis: try $1.optionalInt("axis")) },
    "jnp.nanargmin": keyed { nanargmin($0, axis: try $1.optionalInt("axis")) },
    "jnp.nancumsum": keyed { nancumsum($0, axis: try $1.optionalInt("axis")) },
    "jnp.nancumprod": keyed { nancumprod($0, axis: try $1.optionalInt("axis")) },
    "jnp.percentile": keyed { percentile($0, try $1.double("q"), axis: try $1.axes()) },
    "jnp.cov": keyed {
      cov($0, rowvar: !(!(try $1.bool("rowvar", default: true))), ddof: try $1.int("ddof", default: 1))
    },
    "jnp.corrcoef": keyed { corrcoef($0, rowvar: !(!(try $1.bool("rowvar", default: true)))) },
    "jnp.digitize": { x, args in
      [try digitize(x(0), try x(1), right: try args.bool("right", default: false))]
    },
    "jnp.isin": binary { isin($0, $1) },
    "jnp.gradient": keyed { gradient($0, axis: try $1.int("axis", default: 0)) },
    "jnp.trapezoid": keyed {
      trapezoid($0, dx: try $1.double("dx", default: 1), axis: try $1.int("axis", default: -1))
    },
    "jnp.polyval": binary { polyval($0, $1) },
    "jnp.vander": keyed {
      vander($0, try $1.optionalInt("N"), increasing: try $1.bool("increasing", default: false))
    },
    "jnp.hanning": { _, args in [Tensor.hanning(try args.int("M"))] },
    "jnp.hamming": { _, args in [Tensor.hamming(try args.int("M"))] },
    "jnp.blackman": { _, args in [Tensor.blackman(try args.int("M"))] },
    "jnp.bartlett": { _, args in [Tensor.bartlett(try args.int("M"))] },
    "jnp.dstack": { x, _ in [dstack(x.tensors)] },
    "jnp.column_stack": { x, _ in [columnStack(x.tensors)] },
    "jnp.geomspace": { _, args in
      [
        Tensor.geomspace(
          try args.double("start"), try args.double("stop"), try args.int("num", default: 50),
          endpoint: try args.bool("endpoint", default: true))
      ]
    },
    "jnp.linalg.vecdot": binary { Linalg.vecdot($0, $1) },
    "jnp.linalg.cond": unary { Linalg.cond($0) },
    "jnp.matvec": binary(matvec),
  ]
}
