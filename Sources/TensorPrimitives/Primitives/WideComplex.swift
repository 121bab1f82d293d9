import TensorCore

/// Complex numbers of float32 as two parts in float64, which holds the products and squares of all of them: no scaling is
/// needed, and what cancels leaves its digits.
struct WideComplex {
  let real: Tensor
  let imaginary: Tensor

  init(_ real: Tensor, _ imaginary: Tensor) {
    (self.real, self.imaginary) = (real, imaginary)
  }

  init(_ z: Tensor) {
    self.init(z.real.astype(.float64), z.imag.astype(.float64))
  }

  /// The numbers in float32.
  var narrowed: Tensor { complex(real, imaginary) }

  var squaredSize: Tensor { real * real + imaginary * imaginary }

  var isInfinite: Tensor { isInf(real) .| isInf(imaginary) }
  private var isFinite: Tensor { isfinite(real) .& isfinite(imaginary) }
  /// Whether neither part has a value.
  private var isLost: Tensor { isnan(real) .& isnan(imaginary) }

  private func isInf(_ x: Tensor) -> Tensor { abs(x) .== Tensor(Double.infinity) }

  /// Infinite parts as ±1 and finite ones as ±0: which way an infinite number lies.
  private var direction: WideComplex {
    func part(_ x: Tensor) -> Tensor { copysign(isInf(x).astype(.float64), x) }
    return WideComplex(part(real), part(imaginary))
  }

  /// This number where the condition holds, another elsewhere.
  func chosen(_ condition: Tensor, else other: WideComplex) -> WideComplex {
    WideComplex(select(condition, real, other.real), select(condition, imaginary, other.imaginary))
  }

  private func scaled(_ factor: Double) -> WideComplex {
    WideComplex(Tensor(factor) * real, Tensor(factor) * imaginary)
  }

  private var withoutNaN: WideComplex {
    func part(_ x: Tensor) -> Tensor { select(isnan(x), copysign(Tensor(0.0), x), x) }
    return WideComplex(part(real), part(imaginary))
  }

  private func plainProduct(_ other: WideComplex) -> WideComplex {
    WideComplex(
      real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real)
  }

  /// The product; an infinite factor makes it infinite (C99, G.5.1).
  static func * (a: WideComplex, b: WideComplex) -> WideComplex {
    let product = a.plainProduct(b)
    let (aIsInfinite, bIsInfinite) = (a.isInfinite, b.isInfinite)
    let first = a.direction.chosen(aIsInfinite, else: a.withoutNaN)
    let second = b.direction.chosen(bIsInfinite, else: b.withoutNaN)
    let infinite = first.plainProduct(second).scaled(.infinity)
    return infinite.chosen(product.isLost .& (aIsInfinite .| bIsInfinite), else: product)
  }

  /// a times the conjugate of b.
  private static func conjugateProduct(_ a: WideComplex, _ b: WideComplex) -> WideComplex {
    WideComplex(
      a.real * b.real + a.imaginary * b.imaginary, a.imaginary * b.real - a.real * b.imaginary)
  }

  /// The quotient; something over nothing and infinities over finite numbers are infinite, finite numbers over infinities
  /// are nothing (C99, G.5.1).
  static func / (a: WideComplex, b: WideComplex) -> WideComplex {
    let (product, size) = (conjugateProduct(a, b), b.squaredSize)
    let quotient = WideComplex(product.real / size, product.imaginary / size)
    let infinity = copysign(Tensor(Double.infinity), b.real)
    let overNothing = WideComplex(infinity * a.real, infinity * a.imaginary)
    let infinite = conjugateProduct(a.direction, b).scaled(.infinity)
    let nothing = conjugateProduct(a, b.direction).scaled(0)
    let special = overNothing.chosen(
      size .== 0,
      else: infinite.chosen(
        a.isInfinite .& b.isFinite,
        else: nothing.chosen(a.isFinite .& b.isInfinite, else: quotient)))
    return special.chosen(quotient.isLost, else: quotient)
  }

  /// The number of size 1 on the same ray; 0 stays, and infinities are those of their directions.
  var sign: WideComplex {
    let near = direction.chosen(isInfinite, else: self)
    let size = sqrt(near.squaredSize)
    let safe = select(size .== 0, 1, size)
    return WideComplex(near.real / safe, near.imaginary / safe)
  }

  /// The principal logarithm.
  var logarithm: WideComplex {
    WideComplex(0.5 * log(squaredSize), atan2(imaginary, real))
  }

  /// e to the power of this number.
  var exponential: WideComplex {
    let size = exp(real)
    func part(_ x: Tensor) -> Tensor {
      // Nothing times infinity is nothing: at an angle of 0, or where the size is 0 whatever the angle.
      select(size .== 0, 0, select(x .== 0, x, size * x))
    }
    return WideComplex(part(cos(imaginary)), part(sin(imaginary)))
  }

  /// This number to the power of another: 1 to the power of 0, and 0 where 0 is raised to what has a positive real part.
  func power(_ exponent: WideComplex) -> WideComplex {
    let exponential = exponent.plainProduct(logarithm).exponential
    let isReal = (imaginary .== 0) .& (exponent.imaginary .== 0)
    // The whole powers of real numbers are real.
    let isWhole = isReal .& (exponent.real .== floor(exponent.real))
    let power = WideComplex(exponential.real, select(isWhole, 0, exponential.imaginary))
    let nan = Tensor(Double.nan)
    let (zero, one) = (Tensor.zerosLike(real), Tensor.onesLike(real))
    let (hasNoExponent, isZero) = (exponent.squaredSize .== 0, squaredSize .== 0)
    let atZero = select(
      exponent.real .> 0, zero, select((exponent.real .< 0) .& isReal, Tensor(Double.infinity), nan))
    let ofZero = WideComplex(atZero, select(exponent.real .> 0, zero, nan))
    return WideComplex(one, zero).chosen(hasNoExponent, else: ofZero.chosen(isZero, else: power))
  }

  /// A whole power by repeated squaring, and its reciprocal for a negative exponent.
  func power(_ exponent: Int) -> WideComplex {
    let one = WideComplex(.onesLike(real), .zerosLike(real))
    var (square, rest) = (self, exponent.magnitude)
    var product: WideComplex?
    while rest > 0 {
      if rest & 1 == 1 { product = product.map { $0 * square } ?? square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    let power = product ?? one
    return exponent < 0 ? one / power : power
  }
}
