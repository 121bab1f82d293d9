public import TensorCore

infix operator ** : BitwiseShiftPrecedence
infix operator .& : LogicalConjunctionPrecedence
infix operator .| : LogicalDisjunctionPrecedence

extension Tensor {
  /// Element-wise sum with broadcasting and type promotion (`jnp.add`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Add(), a, b) }
  /// Element-wise difference (`jnp.subtract`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast, and for two booleans.
  public static func - (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Sub(), a, b) }
  /// Element-wise product (`jnp.multiply`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast.
  public static func * (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Mul(), a, b) }
  /// Element-wise quotient; integers are divided as float32 (`jnp.true_divide`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast.
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    if a.dtype.kind < .floating && b.dtype.kind < .floating {
      return Promotion.binary(Div(), a.inexact, b.inexact)
    }
    return Promotion.binary(Div(), a, b)
  }
  /// Element-wise power, as the function `power` (`jnp.power`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast.
  public static func ** (a: Tensor, b: Tensor) -> Tensor { power(a, b) }
  /// Element-wise negation (`jnp.negative`).
  ///
  /// `a` of any shape, which the result has. Fails for booleans.
  public static prefix func - (a: Tensor) -> Tensor { bind(Neg(), a) }

  /// Replaces `a` by `a + b`, and fails as that does.
  public static func += (a: inout Tensor, b: Tensor) { a = a + b }
  /// Replaces `a` by `a - b`, and fails as that does.
  public static func -= (a: inout Tensor, b: Tensor) { a = a - b }
  /// Replaces `a` by `a * b`, and fails as that does.
  public static func *= (a: inout Tensor, b: Tensor) { a = a * b }
  /// Replaces `a` by `a / b`, and fails as that does.
  public static func /= (a: inout Tensor, b: Tensor) { a = a / b }

  /// Whether elements are equal, as a boolean tensor (`jnp.equal`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
  /// broadcast.
  public static func .== (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Compare(.equal), a, b) }
  /// Whether elements differ (`jnp.not_equal`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
  /// broadcast.
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Compare(.notEqual), a, b) }
  /// Whether elements of the first are less (`jnp.less`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
  /// broadcast, and for complex numbers.
  public static func .< (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Compare(.less), a, b) }
  /// Whether elements of the first are less or equal (`jnp.less_equal`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
  /// broadcast, and for complex numbers.
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Compare(.lessOrEqual), a, b) }
  /// Whether elements of the first are greater (`jnp.greater`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
  /// broadcast, and for complex numbers.
  public static func .> (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Compare(.greater), a, b) }
  /// Whether elements of the first are greater or equal (`jnp.greater_equal`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, bool. Fails where the shapes do not
  /// broadcast, and for complex numbers.
  public static func .>= (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Compare(.greaterOrEqual), a, b) }

  /// Bitwise and; of booleans, the logical one (`jnp.bitwise_and`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast, and for floats and complex numbers.
  public static func .& (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(And(), a, b) }
  /// Bitwise or; of booleans, the logical one (`jnp.bitwise_or`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast, and for floats and complex numbers.
  public static func .| (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Or(), a, b) }
  /// Bitwise exclusive or (`jnp.bitwise_xor`).
  ///
  /// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
  /// shapes do not broadcast, and for floats and complex numbers.
  public static func .^ (a: Tensor, b: Tensor) -> Tensor { Promotion.binary(Xor(), a, b) }
  /// Bitwise complement; of booleans, the logical one (`jnp.bitwise_not`).
  ///
  /// `a` of any shape, which the result has. Fails for floats and complex numbers.
  public static prefix func .! (a: Tensor) -> Tensor { bind(Not(), a) }
}
