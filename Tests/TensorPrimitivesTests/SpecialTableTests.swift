import Tensors
import Testing

@testable import TensorPrimitives

/// Element-wise functions over their whole domain, with infinities, poles, zeros of both signs and branch cuts, against
/// references of higher precision; first derivatives too.
///
/// All arguments of a function are in one vector: XLA:CPU's own arc tangent confuses elements of different sizes.
@Suite struct SpecialTableTests {
  typealias Unary = @Sendable (Tensor) -> Tensor
  typealias Binary = @Sendable (Tensor, Tensor) -> Tensor

  static let unary: [String: Unary] = [
    "exp": exp, "expm1": expm1, "exp2": exp2, "log": log, "log2": log2, "log10": log10, "log1p": log1p,
    "sqrt": sqrt, "rsqrt": rsqrt, "cbrt": cbrt, "reciprocal": reciprocal, "square": square, "sin": sin,
    "cos": cos, "tan": tan, "asin": asin, "acos": acos, "atan": atan, "sinh": sinh, "cosh": cosh,
    "tanh": tanh, "asinh": asinh, "acosh": acosh, "atanh": atanh, "sinc": sinc, "erf": erf, "erfc": erfc,
    "erfInv": erfinv, "lgamma": gammaln, "digamma": digamma, "polygamma0": { polygamma(0, $0) },
    "polygamma1": { polygamma(1, $0) }, "polygamma2": { polygamma(2, $0) },
    "polygamma3": { polygamma(3, $0) },
    "polygamma7": { polygamma(7, $0) }, "gamma": gamma, "factorial": factorial, "entr": entr, "logit": logit,
    "ndtr": ndtr, "sigmoid": sigmoid, "logSigmoid": logSigmoid, "softplus": softplus, "softSign": softSign,
    "silu": silu, "mish": mish, "gelu": { gelu($0, approximate: false) }, "geluTanh": { gelu($0) },
    "elu": { elu($0) }, "celu": { celu($0, alpha: 2) }, "selu": selu, "squareplus": { squareplus($0) },
    "hardSilu": hardSilu, "hardSigmoid": hardSigmoid, "sparsePlus": sparsePlus, "log1mexp": log1mexp,
    "abs": abs, "angle": angle, "integerPower3": { $0 ** 3 }, "integerPower-2": { $0 ** -2 },
    "deg2rad": deg2rad, "sign": sign,
  ]

  static let binary: [String: Binary] = [
    "power": power, "atan2": atan2, "hypot": hypot, "logAddExp": logaddexp, "logAddExp2": logaddexp2,
    "xlogy": xlogy, "xlog1py": xlog1py, "relativeEntropy": relEntr, "klDivergence": klDiv,
    "betaln": betaln, "remainder": remainder, "fmod": fmod, "divide": { $0 / $1 }, "multiply": { $0 * $1 },
  ]

  /// A vector of float64, or rounded.
  private func vector(_ numbers: [Double?], _ dtype: DType) -> Tensor {
    let bytes = numbers.map { $0 ?? .nan }.withUnsafeBytes { Array($0) }
    return Tensor(bytes: bytes, shape: [numbers.count], dtype: .float64).astype(dtype)
  }

  /// Relative errors, but for what is smaller than the least normal number. A zero with a minus must have it.
  private func expect(
    _ tensor: Tensor, _ want: [Double?], _ dtype: DType, _ block: SpecialTable.Block, _ part: Int
  ) throws {
    let (tolerance, least) = dtype == .float64 ? (1e-7, 2.3e-308) : (1e-5, 1.2e-38)
    let values = try tensor.scalars(Double.self)
    #expect(values.count == want.count)
    for (place, (value, wanted)) in zip(values, want).enumerated() {
      guard let wanted else { continue }
      let isNear = abs(value - wanted) <= tolerance * abs(wanted) || abs(value - wanted) <= least
      let isSame = value == wanted || value.isNaN && wanted.isNaN || isNear
      let hasSign = part > 0 || wanted != 0 || value != 0 || wanted.sign == .plus || value.sign == .minus
      let arguments = block.columns.dropLast(block.columns.count - (block.columns.count == 3 ? 1 : 2))
        .map { $0[place] ?? .nan }
      #expect(isSame && hasSign, "\(block.name) \(arguments), result \(part): \(value) is not \(wanted)")
    }
  }

  @Test(arguments: [DType.float32, .float64]) func ofOneNumber(dtype: DType) throws {
    let blocks = try SpecialTable().blocks.filter { $0.dtype == "\(dtype)" && $0.columns.count == 3 }
    #expect(blocks.count > 50)
    let functions = try blocks.map { try #require(Self.unary[$0.name]) }
    let function = jit { (x: [Tensor]) in
      zip(functions, x).flatMap { f, x in [f(x), grad { f($0).sum() }(x)] }
    }
    let results = try function(blocks.map { vector($0.columns[0], dtype) })
    for (number, block) in blocks.enumerated() {
      for part in 0..<2 {
        try expect(results[2 * number + part], block.columns[1 + part], dtype, block, part)
      }
    }
  }

  @Test(arguments: [DType.float32, .float64]) func ofTwoNumbers(dtype: DType) throws {
    let blocks = try SpecialTable().blocks.filter { $0.dtype == "\(dtype)" && $0.columns.count == 5 }
    #expect(blocks.count > 10)
    let functions = try blocks.map { try #require(Self.binary[$0.name]) }
    let function = jit { (x: [Tensor]) in
      functions.indices.flatMap { number -> [Tensor] in
        let (f, a, b) = (functions[number], x[2 * number], x[2 * number + 1])
        return [f(a, b), grad { f($0, b).sum() }(a), grad { f(a, $0).sum() }(b)]
      }
    }
    let results = try function(blocks.flatMap { $0.columns[..<2].map { vector($0, dtype) } })
    for (number, block) in blocks.enumerated() {
      for part in 0..<3 {
        try expect(results[3 * number + part], block.columns[2 + part], dtype, block, part)
      }
    }
  }

  /// Values part by part, and what a step of 1 along the real axis changes.
  @Test func ofComplexNumbers() throws {
    let blocks = try SpecialTable().blocks.filter { $0.dtype == "complex64" && $0.columns.count == 6 }
    #expect(blocks.count > 20)
    let functions = try blocks.map { try #require(Self.unary[$0.name]) }
    let function = jit { (x: [Tensor]) in
      functions.indices.flatMap { number -> [Tensor] in
        let z = complex(x[2 * number], x[2 * number + 1])
        let (y, moved) = jvp(functions[number], primals: z, tangents: Tensor.onesLike(z))
        return [real(y), imag(y), real(moved), imag(moved)]
      }
    }
    let results = try function(blocks.flatMap { $0.columns[..<2].map { vector($0, .float32) } })
    for (number, block) in blocks.enumerated() {
      for part in 0..<2 {
        // The signs of zeros are those of C where they say the side of a branch cut, which shows in results that are not 0.
        try expect(results[4 * number + part], block.columns[2 + part], .float32, block, 1)
      }
      try expectSize(Array(results[(4 * number + 2)..<(4 * number + 4)]), block, from: 4)
    }
  }

  @Test func ofTwoComplexNumbers() throws {
    let blocks = try SpecialTable().blocks.filter { $0.dtype == "complex64" && $0.columns.count == 10 }
    #expect(blocks.count == 3)
    let functions = try blocks.map { try #require(Self.binary[$0.name]) }
    let function = jit { (x: [Tensor]) in
      functions.indices.flatMap { number -> [Tensor] in
        let (f, parts) = (functions[number], Array(x[(4 * number)..<(4 * number + 4)]))
        let (a, b) = (complex(parts[0], parts[1]), complex(parts[2], parts[3]))
        let by = [
          f(a, b), jvp({ f($0, b) }, primals: a, tangents: Tensor.onesLike(a)).1,
          jvp({ f(a, $0) }, primals: b, tangents: Tensor.onesLike(b)).1,
        ]
        return by.flatMap { [real($0), imag($0)] }
      }
    }
    let results = try function(blocks.flatMap { $0.columns[..<4].map { vector($0, .float32) } })
    for (number, block) in blocks.enumerated() {
      for part in 0..<3 {
        let start = 6 * number + 2 * part
        try expectSize(Array(results[start..<(start + 2)]), block, from: 4 + 2 * part)
      }
    }
  }

  /// Errors relative to the size of complex numbers.
  private func expectSize(_ parts: [Tensor], _ block: SpecialTable.Block, from first: Int) throws {
    let (reals, imaginaries) = (
      try parts[0].scalars(Double.self), try parts[1].scalars(Double.self)
    )
    for place in reals.indices {
      guard let real = block.columns[first][place], let imaginary = block.columns[first + 1][place] else {
        continue
      }
      let size = (real * real + imaginary * imaginary).squareRoot()
      let (a, b) = (reals[place] - real, imaginaries[place] - imaginary)
      let distance = (a * a + b * b).squareRoot()
      #expect(
        distance <= max(1e-5 * size, 1.2e-38),
        "\(block.name) \(block.columns.map { $0[place] ?? .nan }), result from \(first): \(reals[place]), \(imaginaries[place])"
      )
    }
  }
}
