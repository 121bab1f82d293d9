import Blox

extension OpTable {
  /// Special functions and statistics.
  static let statistics: [String: Entry] = [
    "jax.scipy.special.xlogy": binary(xlogy), "jax.scipy.special.xlog1py": binary(xlog1py),
    "jax.scipy.special.entr": unary(entr), "jax.scipy.special.rel_entr": binary(relativeEntropy),
    "jax.scipy.special.kl_div": binary(klDivergence), "jax.scipy.special.logit": unary(logit),
    "jax.scipy.special.ndtr": unary(ndtr), "jax.scipy.special.gamma": unary(gamma),
    "jax.scipy.special.betaln": binary(betaln), "jax.scipy.special.factorial": unary(factorial),
    "jnp.logaddexp2": binary(logAddExp2), "jnp.fmax": binary(fmax), "jnp.fmin": binary(fmin),
    "jnp.divmod": { x, _ in
      let result = divmod(try x(0), try x(1))
      return [result.quotient, result.remainder]
    },
    "jax.nn.logmeanexp": { x, args in
      [
        logMeanExp(
          try x(0), axis: try args.axes(), keepDims: try args.bool("keepdims", default: false),
          where: try x.named(args.json.optional("where")))
      ]
    },
    "jnp.nanprod": keyed {
      $0.nanProduct(axis: try $1.axes(), keepDims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanmean": keyed {
      $0.nanMean(axis: try $1.axes(), keepDims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanmax": keyed { $0.nanMax(axis: try $1.axes(), keepDims: try $1.bool("keepdims", default: false)) },
    "jnp.nanmin": keyed { $0.nanMin(axis: try $1.axes(), keepDims: try $1.bool("keepdims", default: false)) },
    "jnp.nanvar": keyed {
      $0.nanVariance(
        axis: try $1.axes(), correction: try $1.int("ddof", default: 0),
        keepDims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanstd": keyed {
      $0.nanStandardDeviation(
        axis: try $1.axes(), correction: try $1.int("ddof", default: 0),
        keepDims: try $1.bool("keepdims", default: false))
    },
    "jnp.nanargmax": keyed { $0.nanArgmax(axis: try $1.optionalInt("axis")) },
    "jnp.nanargmin": keyed { $0.nanArgmin(axis: try $1.optionalInt("axis")) },
    "jnp.nancumsum": keyed { $0.nanCumsum(axis: try $1.optionalInt("axis")) },
    "jnp.nancumprod": keyed { $0.nanCumprod(axis: try $1.optionalInt("axis")) },
    "jnp.percentile": keyed { $0.percentile(try $1.double("q"), axis: try $1.axes()) },
    "jnp.cov": keyed {
      $0.covariance(
        correction: try $1.int("ddof", default: 1),
        variablesInColumns: !(try $1.bool("rowvar", default: true)))
    },
    "jnp.corrcoef": keyed { $0.correlation(variablesInColumns: !(try $1.bool("rowvar", default: true))) },
    "jnp.digitize": { x, args in
      [try x(0).digitized(try x(1), right: try args.bool("right", default: false))]
    },
    "jnp.isin": binary { $0.isIn($1) },
    "jnp.gradient": keyed { $0.slope(axis: try $1.int("axis", default: 0)) },
    "jnp.trapezoid": keyed {
      $0.trapezoid(axis: try $1.int("axis", default: -1), spacing: try $1.double("dx", default: 1))
    },
    "jnp.polyval": binary { $0.polynomial(at: $1) },
    "jnp.vander": keyed {
      $0.vandermonde(try $1.optionalInt("N"), increasing: try $1.bool("increasing", default: false))
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
          try args.double("start"), try args.double("stop"), count: try args.int("num", default: 50),
          endpoint: try args.bool("endpoint", default: true))
      ]
    },
    "jnp.linalg.vecdot": binary { Linalg.vecdot($0, $1) },
    "jnp.linalg.cond": unary { Linalg.cond($0) },
    "jnp.matvec": binary(Linalg.matvec),
  ]
}
