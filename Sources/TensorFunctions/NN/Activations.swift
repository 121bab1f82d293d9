public import TensorCore
import TensorPrimitives
import TensorTransformations

private struct FloatingBody: FunctionValue {
  let body: @Sendable (Tensor) -> Tensor
}

/// Applies an element-wise function of floats, which captures nothing; integers become float32 first.
private func floating(_ name: String, _ x: Tensor, _ body: @escaping @Sendable (Tensor) -> Tensor) -> Tensor {
  fused(name, x, FloatingBody(body: body)) { x, function in function.body(x.inexact) }
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
///
/// `x` of any shape, which the result has. Never fails by itself.
public func identity(_ x: Tensor) -> Tensor { x }

/// The greater of x and 0 (`jax.nn.relu`); its derivative at 0 is 0.
///
/// `x` of any shape, which the result has; integers stay integers. Fails for complex numbers.
public func relu(_ x: Tensor) -> Tensor { x.dtype == .bool ? maximum(x, 0) : bind(Relu(), x) }

/// x limited to the range from 0 to 6 (`jax.nn.relu6`); its derivative at both ends is 0.
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func relu6(_ x: Tensor) -> Tensor {
  floating("relu6", x) { x in
    let limited = stopGradient(minimum(maximum(x, 0), 6))
    return select((x .> 0) .& (x .< 6), x, limited)
  }
}

/// x where positive, a small multiple of it elsewhere (`jax.nn.leaky_relu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func leakyRelu(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor {
  fused("leakyRelu", x, negativeSlope) { x, slope in
    let x = x.inexact
    return select(x .>= 0, x, Tensor(slope) * x)
  }
}

/// 1 / (1 + exp(-x)) (`jax.nn.sigmoid`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func sigmoid(_ x: Tensor) -> Tensor { bind(Logistic(), x.inexact) }

/// The logarithm of the sigmoid, without underflow (`jax.nn.log_sigmoid`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func logSigmoid(_ x: Tensor) -> Tensor { floating("logSigmoid", x) { -softplus(-$0) } }

/// A sigmoid of straight lines: relu6(x + 3) / 6 (`jax.nn.hard_sigmoid`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func hardSigmoid(_ x: Tensor) -> Tensor { floating("hardSigmoid", x) { relu6($0 + 3) / 6 } }

/// A sigmoid that reaches 0 at -1 and 1 at 1 (`jax.nn.sparse_sigmoid`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func sparseSigmoid(_ x: Tensor) -> Tensor {
  floating("sparseSigmoid", x) { 0.5 * clip($0 + 1, 0, 2) }
}

/// log(1 + exp(x)) (`jax.nn.softplus`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func softplus(_ x: Tensor) -> Tensor { floating("softplus", x) { logaddexp($0, 0) } }

/// A softplus that is 0 below -1 and x above 1 (`jax.nn.sparse_plus`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func sparsePlus(_ x: Tensor) -> Tensor {
  floating("sparsePlus", x) { x in
    gated(x, 1) { square($0 + 1) / 4 }
  }
}

/// (x + √(x² + b)) / 2 (`jax.nn.squareplus`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func squareplus(_ x: Tensor, b: Double = 4) -> Tensor {
  fused("squareplus", x, b) { x, b in
    gated(x.inexact, .infinity) { x in
      let length = hypot(x, Tensor(b.squareRoot()))
      // Of a negative x, the difference of two nearly equal numbers as a quotient.
      let isNegative = x .< 0
      return select(isNegative, Tensor(b / 2) / select(isNegative, length - x, 1), x / 2 + length / 2)
    }
  }
}

/// x / (1 + |x|) (`jax.nn.soft_sign`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func softSign(_ x: Tensor) -> Tensor {
  floating("softSign", x) { x in
    // The quotient is none of infinities, and its derivative a difference of nearly equal numbers.
    let isFar = abs(x) .>= 1
    let (near, far) = (select(isFar, 0, x), select(isFar, x, 1))
    return select(isFar, sign(far) * (1 - 1 / (abs(far) + 1)), near / (abs(near) + 1))
  }
}

/// x · sigmoid(x), also called swish (`jax.nn.silu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func silu(_ x: Tensor) -> Tensor {
  floating("silu", x) { x in
    gated(x, 1000) { x in
      let (first, second) = sigmoidFactors(x)
      return x * first * second
    }
  }
}

/// x · hardSigmoid(x), also called hard swish (`jax.nn.hard_silu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func hardSilu(_ x: Tensor) -> Tensor {
  floating("hardSilu", x) { x in gated(x, 3) { $0 * hardSigmoid($0) } }
}

/// x · tanh(softplus(x)) (`jax.nn.mish`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func mish(_ x: Tensor) -> Tensor {
  floating("mish", x) { x in
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
///
/// `x` of any shape, which the result has; integers stay integers. Fails for complex numbers.
public func hardTanh(_ x: Tensor) -> Tensor {
  fused("hardTanh", x) { select($0 .> 1, 1, select($0 .< -1, -1, $0)) }
}

/// x where positive, alpha · (exp(x) - 1) elsewhere (`jax.nn.elu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func elu(_ x: Tensor, alpha: Double = 1) -> Tensor {
  fused("elu", x, alpha) { x, alpha in
    let x = x.inexact
    // The exponential must not see large x: its infinite derivative would meet a zero cotangent.
    return select(x .> 0, x, Tensor(alpha) * expm1(select(x .> 0, 0, x)))
  }
}

/// An ELU whose derivative is continuous for any alpha (`jax.nn.celu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func celu(_ x: Tensor, alpha: Double = 1) -> Tensor {
  fused("celu", x, alpha) { x, alpha in
    let x = x.inexact
    return maximum(x, 0) + Tensor(alpha) * expm1(minimum(x, 0) / Tensor(alpha))
  }
}

/// The scaled ELU that keeps mean 0 and variance 1 (`jax.nn.selu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func selu(_ x: Tensor) -> Tensor {
  floating("selu", x) {
    1.0507009873554804934193349852946 * elu($0, alpha: 1.6732632423543772848170429916717)
  }
}

/// x times the normal distribution function of x (`jax.nn.gelu`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
///
/// - Parameters:
///   - x: the tensor.
///   - approximate: whether by a formula with tanh, as is JAX's default; exactly otherwise.
public func gelu(_ x: Tensor, approximate: Bool = true) -> Tensor {
  guard approximate else {
    return floating("gelu", x) { x in gated(x, 50) { 0.5 * $0 * erfc(-$0 * Tensor(0.5.squareRoot())) } }
  }
  return floating("gelu", x) { x in
    gated(x, 30) { x in
      // (1 + tanh(u)) / 2 is the sigmoid of 2u, which below 0 has the digits that the sum would lose.
      let doubled = Tensor(2 * (2 / Double.pi).squareRoot()) * (x + 0.044715 * x ** 3)
      let (first, second) = sigmoidFactors(doubled)
      return x * first * second
    }
  }
}

/// The first half along an axis times the sigmoid of the second half (`jax.nn.glu`).
///
/// `[…, 2 · n]` gives `[…, n]`. Fails if the axis is out of range or has an odd number of elements.
public func glu(_ x: Tensor, axis: Int = -1) -> Tensor {
  if x.isFailed { return x }
  let dimension = axis.counted(in: x.ndim)
  guard (0..<x.ndim).contains(dimension) else { return x.failedAxis("glu", axis) }
  let extent = x.type.shape[dimension]
  guard extent % 2 == 0 else {
    return Tensor.failed(
      TensorError(
        "glu", operands: [x], problem: "axis \(dimension) has \(extent) elements", expected: "an even number")
    )
  }
  return fused("glu", x, dimension) { x, axis in
    let (half, extent) = (x.type.shape[axis] / 2, x.type.shape[axis])
    return x.sliced(axis: axis, from: 0, to: half)
      * sigmoid(x.sliced(axis: axis, from: half, to: extent))
  }
}

/// log(1 - exp(-x)) for positive x, without loss of digits (`jax.nn.log1mexp`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func log1mexp(_ x: Tensor) -> Tensor {
  floating("log1mexp", x) { x in
    let isSmall = x .< Tensor(0.6931471805599453)
    // Each branch sees only what it is meant for, so that neither derivative is a NaN.
    let small = select(isSmall, x, 0.5)
    let large = select(isSmall, 1, x)
    return select(isSmall, log(-expm1(-small)), log1p(-exp(-large)))
  }
}
