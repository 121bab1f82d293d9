/// The greater of x and 0 (`jax.nn.relu`); its derivative at 0 is 0.
public func relu(_ x: Tensor) -> Tensor {
  fused("relu", 0, x) { x in
    // Not maximum(x, 0), whose derivative at 0 would be a half.
    let zero = Tensor(ScalarLiteral(0, x.dtype, isWeak: true))
    return select(x .> zero, x, zero)
  }
}
/// 1 / (1 + exp(-x)) (`jax.nn.sigmoid`).
public func sigmoid(_ x: Tensor) -> Tensor { bind(Logistic(), x.inexact) }
/// log(1 + exp(x)) (`jax.nn.softplus`).
public func softplus(_ x: Tensor) -> Tensor {
  fused("softplus", 0, x) { x in maximum(x, 0) + log1p(exp(-abs(x))) }
}
/// x · sigmoid(x), also called swish (`jax.nn.silu`).
public func silu(_ x: Tensor) -> Tensor { fused("silu", 0, x) { $0 * sigmoid($0) } }
