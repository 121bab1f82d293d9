import TensorCore
import TensorPrimitives
import TensorTransformations

/// Applies an element-wise function of real numbers; integers become float32 first.
private func real(_ name: String, _ x: Tensor, _ body: (Tensor) -> Tensor) -> Tensor {
  real(name, [], x, body)
}

/// As above, for a function that depends on numbers too.
private func real(_ name: String, _ key: [Double], _ x: Tensor, _ body: (Tensor) -> Tensor) -> Tensor {
  fused(name, key, x) { body($0.inexact) }
}

/// A function that is nearly 0 below -limit and nearly x above the limit, and is taken to be so there. The body is not given
/// such numbers, of which its factors would be infinite times 0.
///
/// Its derivative computes it again: to read a handful of factors as large as x takes longer than to compute them.
private func gated(_ x: Tensor, _ limit: Double, _ body: @escaping (Tensor) -> Tensor) -> Tensor {
  checkpoint { (x: Tensor) in
    let isFar = abs(x) .>= Tensor(limit)
    let near = body(select(isFar, 0, x))
    return select(isFar, select(x .> 0, x, 0), near)
  }(x)
}

/// The sigmoid as two factors, neither of which is out of range before their product is.
private func sigmoidFactors(_ x: Tensor) -> (Tensor, Tensor) {
  let isNegative = x .< 0
  let root = exp(select(isNegative, x, -x) / 2)
  let rest = 1 / (1 + square(root))
  return (select(isNegative, root, 1), select(isNegative, root, 1) * rest)
}

/// The input itself (`jax.nn.identity`).
public func identity(_ x: Tensor) -> Tensor { x }

/// The greater of x and 0 (`jax.nn.relu`); its derivative at 0 is 0.
public func relu(_ x: Tensor) -> Tensor { x.dtype == .bool ? maximum(x, 0) : bind(Relu(), x) }

/// x limited to the range from 0 to 6 (`jax.nn.relu6`); its derivative at both ends is 0.
public func relu6(_ x: Tensor) -> Tensor {
  real("relu6", x) { x in
    let limited = stopGradient(minimum(maximum(x, 0), 6))
    return select((x .> 0) .& (x .< 6), x, limited)
  }
}

/// x where positive, a small multiple of it elsewhere (`jax.nn.leaky_relu`).
public func leakyRelu(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor {
  real("leakyRelu", [negativeSlope], x) { select($0 .>= 0, $0, Tensor(negativeSlope) * $0) }
}

/// 1 / (1 + exp(-x)) (`jax.nn.sigmoid`).
public func sigmoid(_ x: Tensor) -> Tensor { bind(Logistic(), x.inexact) }

/// The logarithm of the sigmoid, without underflow (`jax.nn.log_sigmoid`).
public func logSigmoid(_ x: Tensor) -> Tensor { real("logSigmoid", x) { -softplus(-$0) } }

/// A sigmoid of straight lines: relu6(x + 3) / 6 (`jax.nn.hard_sigmoid`).
public func hardSigmoid(_ x: Tensor) -> Tensor { real("hardSigmoid", x) { relu6($0 + 3) / 6 } }

/// A sigmoid that reaches 0 at -1 and 1 at 1 (`jax.nn.sparse_sigmoid`).
public func sparseSigmoid(_ x: Tensor) -> Tensor {
  real("sparseSigmoid", x) { 0.5 * clip($0 + 1, 0, 2) }
}

/// log(1 + exp(x)) (`jax.nn.softplus`).
public func softplus(_ x: Tensor) -> Tensor { real("softplus", x) { logaddexp($0, 0) } }

/// A softplus that is 0 below -1 and x above 1 (`jax.nn.sparse_plus`).
public func sparsePlus(_ x: Tensor) -> Tensor {
  real("sparsePlus", x) { x in
    gated(x, 1) { square($0 + 1) / 4 }
  }
}

/// (x + √(x² + b)) / 2 (`jax.nn.squareplus`).
public func squareplus(_ x: Tensor, b: Double = 4) -> Tensor {
  real("squareplus", [b], x) { x in
    gated(x, .infinity) { x in
      let length = hypot(x, Tensor(b.squareRoot()))
      // Of a negative x, the difference of two nearly equal numbers as a quotient.
      let isNegative = x .< 0
      return select(isNegative, Tensor(b / 2) / select(isNegative, length - x, 1), x / 2 + length / 2)
    }
  }
}

/// x / (1 + |x|) (`jax.nn.soft_sign`).
public func softSign(_ x: Tensor) -> Tensor {
  real("softSign", x) { x in
    // The quotient is none of infinities, and its derivative a difference of nearly equal numbers.
    let isFar = abs(x) .>= 1
    let (near, far) = (select(isFar, 0, x), select(isFar, x, 1))
    return select(isFar, sign(far) * (1 - 1 / (abs(far) + 1)), near / (abs(near) + 1))
  }
}

/// x · sigmoid(x), also called swish (`jax.nn.silu`).
public func silu(_ x: Tensor) -> Tensor {
  real("silu", x) { x in
    gated(x, 1000) { x in
      let (first, second) = sigmoidFactors(x)
      return x * first * second
    }
  }
}

/// x · hardSigmoid(x), also called hard swish (`jax.nn.hard_silu`).
public func hardSilu(_ x: Tensor) -> Tensor {
  real("hardSilu", x) { x in gated(x, 3) { $0 * hardSigmoid($0) } }
}

/// x · tanh(softplus(x)) (`jax.nn.mish`).
public func mish(_ x: Tensor) -> Tensor {
  real("mish", x) { x in
    gated(x, 1000) { x in
      // tanh(log(1 + e)) is e (e + 2) / (e (e + 2) + 2) with e = exp(x), which above 0 would soon be out of range.
      let isNegative = x .< 0
      let root = exp(select(isNegative, x, -x) / 2)
      let small = square(root)
      let below = (small + 2) / (small * (small + 2) + 2)
      let above = (1 + 2 * small) / (1 + 2 * small + 2 * square(small))
      return select(isNegative, x * root * (root * below), x * above)
    }
  }
}

/// x limited to the range from -1 to 1 (`jax.nn.hard_tanh`).
public func hardTanh(_ x: Tensor) -> Tensor {
  fused("hardTanh", 0, x) { select($0 .> 1, 1, select($0 .< -1, -1, $0)) }
}

/// x where positive, alpha · (exp(x) - 1) elsewhere (`jax.nn.elu`).
public func elu(_ x: Tensor, alpha: Double = 1) -> Tensor {
  real("elu", [alpha], x) { x in
    // The exponential must not see large x: its infinite derivative would meet a zero cotangent.
    select(x .> 0, x, Tensor(alpha) * expm1(select(x .> 0, 0, x)))
  }
}

/// An ELU whose derivative is continuous for any alpha (`jax.nn.celu`).
public func celu(_ x: Tensor, alpha: Double = 1) -> Tensor {
  real("celu", [alpha], x) { maximum($0, 0) + Tensor(alpha) * expm1(minimum($0, 0) / Tensor(alpha)) }
}

/// The scaled ELU that keeps mean 0 and variance 1 (`jax.nn.selu`).
public func selu(_ x: Tensor) -> Tensor {
  real("selu", x) { 1.0507009873554804934193349852946 * elu($0, alpha: 1.6732632423543772848170429916717) }
}

/// x times the normal distribution function of x (`jax.nn.gelu`).
///
/// - Parameters:
///   - x: the tensor.
///   - approximate: whether by a formula with tanh, as is JAX's default; exactly otherwise.
public func gelu(_ x: Tensor, approximate: Bool = true) -> Tensor {
  real("gelu", [approximate ? 1 : 0], x) { x in
    guard approximate else {
      return gated(x, 50) { 0.5 * $0 * erfc(-$0 * Tensor(0.5.squareRoot())) }
    }
    return gated(x, 30) { x in
      // (1 + tanh(u)) / 2 is the sigmoid of 2u, which below 0 has the digits that the sum would lose.
      let doubled = Tensor(2 * (2 / Double.pi).squareRoot()) * (x + 0.044715 * x ** 3)
      let (first, second) = sigmoidFactors(doubled)
      return x * first * second
    }
  }
}

/// The first half along an axis times the sigmoid of the second half (`jax.nn.glu`).
public func glu(_ x: Tensor, axis: Int = -1) -> Tensor {
  if x.isFailed { return x }
  let place = axis.counted(in: x.ndim)
  guard (0..<x.ndim).contains(place) else { return x.failedAxis("glu", axis) }
  let extent = x.type.shape[place]
  guard extent % 2 == 0 else {
    return Tensor.failed(
      TensorError(
        "glu", operands: [x], problem: "axis \(place) has \(extent) elements", expected: "an even number"))
  }
  return fused("glu", place, x) { x in
    let half = extent / 2
    return x.sliced(axis: place, from: 0, to: half)
      * sigmoid(x.sliced(axis: place, from: half, to: extent))
  }
}

/// log(1 - exp(-x)) for positive x, without loss of digits (`jax.nn.log1mexp`).
public func log1mexp(_ x: Tensor) -> Tensor {
  real("log1mexp", x) { x in
    let isSmall = x .< Tensor(0.6931471805599453)
    // Each branch sees only what it is meant for, so that neither derivative is a NaN.
    let small = select(isSmall, x, 0.5)
    let large = select(isSmall, 1, x)
    return select(isSmall, log(-expm1(-small)), log1p(-exp(-large)))
  }
}
