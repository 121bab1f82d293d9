import Blox

extension OpTable {
  static let elementwise: [String: Entry] = [
    "jnp.abs": unary(abs), "jnp.arccos": unary(acos), "jnp.arccosh": unary(acosh), "jnp.arcsin": unary(asin),
    "jnp.arcsinh": unary(asinh), "jnp.arctan": unary(atan), "jnp.arctanh": unary(atanh),
    "jnp.cbrt": unary(cbrt),
    "jnp.ceil": unary(ceil), "jnp.cos": unary(cos), "jnp.cosh": unary(cosh), "jnp.deg2rad": unary(deg2rad),
    "jnp.rad2deg": unary(rad2deg), "jnp.exp": unary(exp), "jnp.exp2": unary(exp2), "jnp.expm1": unary(expm1),
    "jnp.floor": unary(floor), "jnp.log": unary(log), "jnp.log10": unary(log10), "jnp.log1p": unary(log1p),
    "jnp.log2": unary(log2),
    "jnp.nan_to_num": keyed {
      nanToNum(
        $0, nan: try $1.double("nan", default: 0), posinf: try $1.json.optional("posinf")?.double(),
        neginf: try $1.json.optional("neginf")?.double())
    }, "jnp.negative": unary { -$0 },
    "jnp.positive": unary { $0 }, "jnp.reciprocal": unary(reciprocal), "jnp.rint": unary(rint),
    "jnp.round": keyed { round($0, decimals: try $1.int("decimals", default: 0)) }, "jnp.sign": unary(sign),
    "jnp.sin": unary(sin), "jnp.sinc": unary(sinc), "jnp.sinh": unary(sinh), "jnp.sqrt": unary(sqrt),
    "jnp.square": unary(square), "jnp.tan": unary(tan), "jnp.tanh": unary(tanh), "jnp.trunc": unary(trunc),
    "lax.digamma": unary(digamma), "lax.erf": unary(erf), "lax.erf_inv": unary(erfinv),
    "lax.erfc": unary(erfc),
    "lax.lgamma": unary(gammaln), "lax.logistic": unary(sigmoid), "lax.rsqrt": unary(rsqrt),
    // The case says so in its note: f(x) = stop_gradient(x) * x.
    "lax.stop_gradient": unary { stopGradient($0) * $0 },
    "lax.integer_pow": keyed { x, args in power(x, Tensor(try args.int("y"))) },
    "lax.reduce_precision": keyed { x, args in
      reducePrecision(
        x, exponentBits: try args.int("exponent_bits"), mantissaBits: try args.int("mantissa_bits"))
    },
    "lax.convert_element_type": keyed { x, args in x.astype(try args.dtype("new_dtype")) },
    "lax.bitcast_convert_type": keyed { x, args in bitcastConvertType(x, try args.dtype("new_dtype")) },

    "jnp.add": binary(+), "jnp.subtract": binary(-), "jnp.multiply": binary(*), "jnp.divide": binary(/),
    "jnp.floor_divide": binary(floorDivide), "jnp.remainder": binary(remainder), "jnp.fmod": binary(fmod),
    "jnp.power": binary(power), "jnp.maximum": binary(maximum), "jnp.minimum": binary(minimum),
    "jnp.arctan2": binary(atan2), "jnp.copysign": binary(copysign), "jnp.gcd": binary(gcd),
    "jnp.lcm": binary(lcm), "jnp.heaviside": binary(heaviside), "jnp.hypot": binary(hypot),
    "jnp.logaddexp": binary(logaddexp), "jnp.nextafter": binary(nextafter),
    "lax.div": binary(div), "lax.rem": binary(rem),

    "jnp.clip": { x, args in
      if x.count >= 3 { return [clip(try x(0), try x(1), try x(2))] }
      // A bound of null is none.
      let low = args.has("min") ? maximum(try x(0), try args.literal("min")) : try x(0)
      return [args.has("max") ? minimum(low, try args.literal("max")) : low]
    },
    "lax.clamp": { x, _ in [clamp(try x(0), try x(1), try x(2))] },
    "jnp.where": { x, _ in [select(try x(0), try x(1), try x(2))] },
    "lax.select_n": { x, _ in [selectN(try x(0), Array(x.tensors.dropFirst()))] },
    "jnp.select": { x, args in
      // The conditions come first, then as many choices.
      let half = x.count / 2
      return [
        select(
          Array(x.tensors.prefix(half)), Array(x.tensors.dropFirst(half)),
          default: try args.literal("default"))
      ]
    },
    "jnp.interp": { x, _ in [interp(try x(0), try x(1), try x(2))] },
  ]

  static let logic: [String: Entry] = [
    "jnp.equal": binary(.==), "jnp.not_equal": binary(.!=), "jnp.less": binary(.<),
    "jnp.less_equal": binary(.<=), "jnp.greater": binary(.>), "jnp.greater_equal": binary(.>=),
    "jnp.logical_and": binary(logicalAnd), "jnp.logical_or": binary(logicalOr),
    "jnp.logical_xor": binary(logicalXor), "jnp.logical_not": unary(logicalNot),
    "jnp.bitwise_and": binary(.&), "jnp.bitwise_or": binary(.|), "jnp.bitwise_xor": binary(.^),
    "jnp.bitwise_not": unary { .!$0 }, "jnp.left_shift": binary(leftShift),
    "jnp.right_shift": binary(rightShift),
    "lax.shift_right_logical": binary(shiftRightLogical), "lax.population_count": unary(populationCount),
    "lax.clz": unary(clz), "jnp.isfinite": unary(isfinite), "lax.is_finite": unary(isfinite),
    "jnp.isinf": unary(isinf), "jnp.isnan": unary(isnan), "jnp.signbit": unary(signbit),
  ]

  static let activations: [String: Entry] = [
    "jax.nn.celu": keyed { celu($0, alpha: try $1.double("alpha", default: 1)) },
    "jax.nn.elu": keyed { elu($0, alpha: try $1.double("alpha", default: 1)) },
    "jax.nn.gelu": keyed { gelu($0, approximate: try $1.bool("approximate", default: true)) },
    "jax.nn.glu": keyed { glu($0, axis: try $1.int("axis", default: -1)) },
    "jax.nn.hard_sigmoid": unary(hardSigmoid), "jax.nn.hard_swish": unary(hardSilu),
    "jax.nn.hard_silu": unary(hardSilu), "jax.nn.hard_tanh": unary(hardTanh),
    "jax.nn.identity": unary(identity),
    "jax.nn.leaky_relu": keyed {
      leakyRelu($0, negativeSlope: try $1.double("negative_slope", default: 0.01))
    },
    "jax.nn.log_sigmoid": unary(logSigmoid), "jax.nn.mish": unary(mish), "jax.nn.relu": unary(relu),
    "jax.nn.relu6": unary(relu6), "jax.nn.selu": unary(selu), "jax.nn.sigmoid": unary(sigmoid),
    "jax.nn.silu": unary(silu), "jax.nn.swish": unary(silu), "jax.nn.tanh": unary(tanh),
    "jax.nn.soft_sign": unary(softSign), "jax.nn.softplus": unary(softplus),
    "jax.nn.sparse_plus": unary(sparsePlus), "jax.nn.sparse_sigmoid": unary(sparseSigmoid),
    "jax.nn.squareplus": keyed { squareplus($0, b: try $1.double("b", default: 4)) },
    "jax.nn.standardize": { x, args in
      [
        standardize(
          try x(0), axis: try args.axes(orAll: -1), epsilon: try args.double("epsilon", default: 1e-5),
          where: try x.named(args.json.optional("where")))
      ]
    },
    "jax.nn.softmax": { x, args in
      [softmax(try x(0), axis: try args.axes(orAll: -1), where: try x.named(args.json.optional("where")))]
    },
    "jax.nn.log_softmax": { x, args in
      [logSoftmax(try x(0), axis: try args.axes(orAll: -1), where: try x.named(args.json.optional("where")))]
    },
    "jax.nn.logsumexp": { x, args in
      [
        logsumexp(
          try x(0), axis: try args.axes(), keepdims: try args.bool("keepdims", default: false),
          where: try x.named(args.json.optional("where")))
      ]
    },
    "jax.nn.one_hot": keyed {
      oneHot(
        $0, try $1.int("num_classes"), dtype: try $1.optionalDType("dtype") ?? .float32,
        axis: try $1.int("axis", default: -1))
    },
    "jax.nn.dot_product_attention": { x, args in
      [
        dotProductAttention(
          try x(0), try x(1), try x(2), bias: try x.named(args.json.optional("bias")),
          mask: try x.named(args.json.optional("mask")), scale: try args.json.optional("scale")?.double(),
          isCausal: try args.bool("is_causal", default: false),
          querySequenceLengths: try x.named(args.json.optional("query_seq_lengths")),
          keyValueSequenceLengths: try x.named(args.json.optional("key_value_seq_lengths")),
          localWindow: try args.window("local_window_size"))
      ]
    },
  ]
}
