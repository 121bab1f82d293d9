public import TensorCore

extension Tensor {
  /// The real part; of real tensors the tensor itself (`jnp.real`).
  public var real: Tensor { dtype == .complex64 ? bind(RealPart(), self) : self }

  /// The imaginary part; of real tensors zeros (`jnp.imag`).
  public var imag: Tensor {
    dtype == .complex64 ? bind(ImaginaryPart(), self) : isFailed ? self : .zerosLike(self)
  }

  /// The complex conjugate; of real tensors the tensor itself (`jnp.conj`).
  public func conj() -> Tensor {
    dtype == .complex64 ? fused("conj", self) { complex($0.real, -$0.imag) } : self
  }
}

/// The real part; of real tensors the tensor itself (`jnp.real`).
public func real(_ x: Tensor) -> Tensor { x.real }

/// The imaginary part; of real tensors zeros (`jnp.imag`).
public func imag(_ x: Tensor) -> Tensor { x.imag }

/// Complex numbers of two parts (`lax.complex`).
public func complex(_ real: Tensor, _ imaginary: Tensor) -> Tensor {
  Promotion.binary(MakeComplex(), real.astype(.float32), imaginary.astype(.float32))
}

/// The complex conjugate; of real tensors the tensor itself (`jnp.conj`).
public func conj(_ x: Tensor) -> Tensor { x.conj() }

/// The angle of complex numbers, in radians from -π to π (`jnp.angle`).
public func angle(_ x: Tensor) -> Tensor { fused("angle", x) { atan2(imag($0), real($0)) } }
