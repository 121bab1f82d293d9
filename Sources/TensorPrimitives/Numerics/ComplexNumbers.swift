public import TensorCore

extension Tensor {
  /// The real part; of real tensors the tensor itself (`jnp.real`).
  ///
  /// The result has the tensor's shape; complex numbers become float32. Never fails by itself.
  public var real: Tensor { dtype == .complex64 ? bind(RealPart(), self) : self }

  /// The imaginary part; of real tensors zeros (`jnp.imag`).
  ///
  /// The result has the tensor's shape; complex numbers become float32. Never fails by itself.
  public var imag: Tensor {
    dtype == .complex64 ? bind(ImaginaryPart(), self) : isFailed ? self : .zerosLike(self)
  }

  /// The complex conjugate; of real tensors the tensor itself (`jnp.conj`).
  ///
  /// The result has the tensor's shape and dtype. Never fails by itself.
  public func conj() -> Tensor {
    dtype == .complex64 ? fused("conj", self) { complex($0.real, -$0.imag) } : self
  }
}

/// The real part; of real tensors the tensor itself (`jnp.real`).
///
/// `x` of any shape, which the result has; complex numbers become float32. Never fails by itself.
public func real(_ x: Tensor) -> Tensor { x.real }

/// The imaginary part; of real tensors zeros (`jnp.imag`).
///
/// `x` of any shape, which the result has; complex numbers become float32. Never fails by itself.
public func imag(_ x: Tensor) -> Tensor { x.imag }

/// Complex numbers of two parts (`lax.complex`).
///
/// Both parts of shapes that broadcast, and the result of the common one, complex64. Fails where the shapes do not
/// broadcast.
public func complex(_ real: Tensor, _ imaginary: Tensor) -> Tensor {
  Promotion.binary(MakeComplex(), real.astype(.float32), imaginary.astype(.float32))
}

/// The complex conjugate; of real tensors the tensor itself (`jnp.conj`).
///
/// `x` of any shape, which the result has. Never fails by itself.
public func conj(_ x: Tensor) -> Tensor { x.conj() }

/// The angle of complex numbers, in radians from -π to π (`jnp.angle`).
///
/// `x` of any shape, which the result has; complex numbers and integers become float32. Never fails by itself.
public func angle(_ x: Tensor) -> Tensor { fused("angle", x) { atan2(imag($0), real($0)) } }
