public import TensorCore
import TensorPrimitives
import TensorTransformations

private func logical(_ primitive: some Primitive, _ a: Tensor, _ b: Tensor) -> Tensor {
  fused("logical", [a, b], AnyPrimitive(primitive)) { operands, operation in
    [operation.apply(Promotion.broadcast(operands.map(\.truth), operation: "logical"))]
  }[0]
}

/// Whether both elements are not zero; `.&` of booleans (`jnp.logical_and`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
/// broadcast.
public func logicalAnd(_ a: Tensor, _ b: Tensor) -> Tensor { logical(And(), a, b) }
/// Whether one of the elements is not zero; `.|` of booleans (`jnp.logical_or`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
/// broadcast.
public func logicalOr(_ a: Tensor, _ b: Tensor) -> Tensor { logical(Or(), a, b) }
/// Whether exactly one of the elements is not zero; `.^` of booleans (`jnp.logical_xor`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
/// broadcast.
public func logicalXor(_ a: Tensor, _ b: Tensor) -> Tensor { logical(Xor(), a, b) }
/// Whether elements are zero; `.!` of booleans (`jnp.logical_not`).
///
/// `x` of any shape, which the result has; the dtype is bool. Never fails by itself.
public func logicalNot(_ x: Tensor) -> Tensor { fused("logicalNot", x) { .!$0.truth } }

/// Whether elements are infinite (`jnp.isinf`).
///
/// `x` of any shape, which the result has; the dtype is bool. Never fails by itself.
public func isinf(_ x: Tensor) -> Tensor {
  if x.dtype == .complex64 { return fused("isinf", x) { isinf(real($0)) .| isinf(imag($0)) } }
  guard x.dtype.isFloating else { return .zeros(x.type.shape, dtype: .bool) }
  return fused("isinf", x) { abs($0) .== Tensor(Double.infinity) }
}

// Shifts are functions: an operator `<<` on tensors would make `1 << 30` a tensor wherever this module is imported.

/// Bits moved to the left (`jnp.left_shift`).
///
/// `x` and `count` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for floats and complex numbers.
public func leftShift(_ x: Tensor, _ count: Tensor) -> Tensor {
  together("leftShift", x, count) { bind(ShiftLeft(), $0, $1) }
}
/// Bits moved to the right (`jnp.right_shift`); the sign is kept for signed integers.
///
/// `x` and `count` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for floats and complex numbers.
public func rightShift(_ x: Tensor, _ count: Tensor) -> Tensor {
  together("rightShift", x, count) { x, count in
    x.dtype.isUnsigned ? bind(ShiftRightLogical(), x, count) : bind(ShiftRightArithmetic(), x, count)
  }
}
/// The number of bits that are set (`lax.population_count`).
///
/// `x` of any shape, which the result has. Fails for other dtypes than integers.
public func populationCount(_ x: Tensor) -> Tensor { bind(PopulationCount(), x) }
/// The number of zero bits before the first that is set (`lax.clz`).
///
/// `x` of any shape, which the result has. Fails for other dtypes than integers.
public func clz(_ x: Tensor) -> Tensor { bind(CountLeadingZeros(), x) }
/// Bits moved to the right, zeros moved in (`lax.shift_right_logical`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for floats and complex numbers.
public func shiftRightLogical(_ a: Tensor, _ b: Tensor) -> Tensor {
  Promotion.binary(ShiftRightLogical(), a, b)
}

/// Whether elements differ by no more than `atol + rtol · |b|` (`jnp.isclose`).
///
/// Infinities are close to themselves, NaNs if `equalNan`.
/// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
/// broadcast.
public func isclose(
  _ a: Tensor, _ b: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool = false
) -> Tensor {
  fused("isclose", [a, b], rtol, atol, equalNan) { operands, rtol, atol, equalNan in
    let pair = Promotion.promotedInexact(operands)
    let (a, b) = (pair[0], pair[1])
    let isNear = abs(a - b) .<= Tensor(atol) + Tensor(rtol) * abs(b)
    let isFiniteNear = isNear .& isfinite(a) .& isfinite(b)
    let isSame = isFiniteNear .| (a .== b)
    return [equalNan ? isSame .| (isnan(a) .& isnan(b)) : isSame]
  }[0]
}

/// Whether all elements are close (`jnp.allclose`); see `isclose`.
///
/// `a` and `b` of shapes that broadcast give one boolean. Fails where the shapes do not broadcast.
public func allclose(
  _ a: Tensor, _ b: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool = false
) -> Tensor { isclose(a, b, rtol: rtol, atol: atol, equalNan: equalNan).all() }
