// Tensors with numbers of Swift: `rate * gradient`, `x ** n`. A number behaves like `Tensor(number)`, so a Double or an Int
// gives way to the tensor's dtype, as Python's numbers do in JAX.
//
// Disfavored, so that literals stay tensors and long expressions of them stay quick to type-check.

extension Tensor {
  /// Element-wise sum of a tensor and a number (`jnp.add`).
  @_disfavoredOverload public static func + <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a + Tensor(b)
  }
  /// Element-wise sum of a number and a tensor (`jnp.add`).
  @_disfavoredOverload public static func + <Number: TensorScalar>(a: Number, b: Tensor) -> Tensor {
    Tensor(a) + b
  }

  /// Element-wise difference of a tensor and a number (`jnp.subtract`).
  @_disfavoredOverload public static func - <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a - Tensor(b)
  }
  /// Element-wise difference of a number and a tensor (`jnp.subtract`).
  @_disfavoredOverload public static func - <Number: TensorScalar>(a: Number, b: Tensor) -> Tensor {
    Tensor(a) - b
  }

  /// Element-wise product of a tensor and a number (`jnp.multiply`).
  @_disfavoredOverload public static func * <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a * Tensor(b)
  }
  /// Element-wise product of a number and a tensor (`jnp.multiply`).
  @_disfavoredOverload public static func * <Number: TensorScalar>(a: Number, b: Tensor) -> Tensor {
    Tensor(a) * b
  }

  /// Element-wise quotient of a tensor and a number (`jnp.true_divide`).
  @_disfavoredOverload public static func / <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a / Tensor(b)
  }
  /// Element-wise quotient of a number and a tensor (`jnp.true_divide`).
  @_disfavoredOverload public static func / <Number: TensorScalar>(a: Number, b: Tensor) -> Tensor {
    Tensor(a) / b
  }

  /// Element-wise power with a number as exponent (`jnp.power`).
  @_disfavoredOverload public static func ** <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a ** Tensor(b)
  }

  @_disfavoredOverload public static func += <Number: TensorScalar>(a: inout Tensor, b: Number) {
    a = a + Tensor(b)
  }
  @_disfavoredOverload public static func -= <Number: TensorScalar>(a: inout Tensor, b: Number) {
    a = a - Tensor(b)
  }
  @_disfavoredOverload public static func *= <Number: TensorScalar>(a: inout Tensor, b: Number) {
    a = a * Tensor(b)
  }
  @_disfavoredOverload public static func /= <Number: TensorScalar>(a: inout Tensor, b: Number) {
    a = a / Tensor(b)
  }

  /// Whether elements equal a number (`jnp.equal`).
  @_disfavoredOverload public static func .== <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a .== Tensor(b)
  }

  /// Whether elements differ from a number (`jnp.not_equal`).
  @_disfavoredOverload public static func .!= <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a .!= Tensor(b)
  }

  /// Whether elements are less than a number (`jnp.less`).
  @_disfavoredOverload public static func .< <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a .< Tensor(b)
  }

  /// Whether elements are at most a number (`jnp.less_equal`).
  @_disfavoredOverload public static func .<= <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a .<= Tensor(b)
  }

  /// Whether elements are greater than a number (`jnp.greater`).
  @_disfavoredOverload public static func .> <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a .> Tensor(b)
  }

  /// Whether elements are at least a number (`jnp.greater_equal`).
  @_disfavoredOverload public static func .>= <Number: TensorScalar>(a: Tensor, b: Number) -> Tensor {
    a .>= Tensor(b)
  }
}
