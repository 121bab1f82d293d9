import Tensors
import Testing

@testable import TensorPrimitives

/// Special functions in float32 against values of mpmath to 50 digits, over their whole domain; derivatives too.
@Suite struct SpecialValueTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let function: @Sendable (Tensor) -> Tensor
    let points: [Float]
    let values: [Double]
    let derivatives: [Double]

    init(
      _ name: String, _ function: @escaping @Sendable (Tensor) -> Tensor, _ points: [Float],
      _ values: [Double],
      _ derivatives: [Double]
    ) {
      testDescription = name
      self.function = function
      self.points = points
      self.values = values
      self.derivatives = derivatives
    }
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let function: @Sendable (Tensor, Tensor) -> Tensor
    let first: [Float]
    let second: [Float]
    let values: [Double]

    init(
      _ name: String, _ function: @escaping @Sendable (Tensor, Tensor) -> Tensor, _ first: [Float],
      _ second: [Float], _ values: [Double]
    ) {
      testDescription = name
      self.function = function
      (self.first, self.second, self.values) = (first, second, values)
    }
  }

  /// Relative errors, but for what is smaller than the least normal number.
  private func expect(_ tensor: Tensor, _ want: [Double], _ tolerance: Double) throws {
    let values = try tensor.scalars(Double.self)
    #expect(values.count == want.count)
    for (value, wanted) in zip(values, want) {
      let error = abs(value - wanted)
      #expect(
        value == wanted || error <= tolerance * abs(wanted) || error < 1.2e-38, "\(value) is not \(wanted)")
    }
  }

  @Test(arguments: rows) func ofOneNumber(row: Row) throws {
    // All in one vector: XLA:CPU's own arc tangent confuses elements of different sizes.
    let x = Tensor(row.points)
    try expect(row.function(x), row.values, 1e-5)
    try expect(grad { row.function($0).sum() }(x), row.derivatives, 1e-4)
  }

  @Test(arguments: pairs) func ofTwoNumbers(pair: Pair) throws {
    try expect(pair.function(Tensor(pair.first), Tensor(pair.second)), pair.values, 1e-5)
  }

  @Test func polesAndInfinities() throws {
    let infinity = Double.infinity
    let x = Tensor([0, -.infinity, .infinity, -1] as [Float])
    func values(_ f: (Tensor) -> Tensor) throws -> [Double] {
      try f(x).scalars(Double.self).map { $0.isNaN ? -99 : $0 }
    }
    #expect(try values(gammaln) == [infinity, infinity, infinity, infinity])
    #expect(try values(gamma) == [infinity, -99, infinity, -99])
    #expect(try values(digamma) == [-99, -99, infinity, -99])
    #expect(try values { polygamma(1, $0) }[2...] == [0, infinity])
    #expect(try values(erf) == [0, -1, 1, values(erf)[3]])
    #expect(try values(erfc)[..<3] == [1, 2, 0])
    #expect(try values(ndtr)[..<3] == [0.5, 0, 1])
    #expect(try values(entr) == [0, -infinity, -infinity, -infinity])
    #expect(try values(atan)[..<3].map { Float($0) } == [0, -1.5707964, 1.5707964])
    #expect(try values(tanh)[..<3] == [0, -1, 1])
    #expect(try values(log1p)[2...] == [infinity, -infinity])
    #expect(try values { gelu($0) }[..<1] == [0])
    #expect(try values { squareplus($0) }[..<3] == [1, 0, infinity])
    #expect(try values(logit) == [-infinity, -99, -99, -99])
    #expect(try erfinv(Tensor([-1, 1] as [Float])).scalars(Double.self) == [-infinity, infinity])
    #expect(try atanh(Tensor([-1, 1] as [Float])).scalars(Double.self) == [-infinity, infinity])
  }

  @Test func gradientsOfLargeNumbers() throws {
    let x = Tensor([1e20, -1e20, 1e30] as [Float])
    #expect(try grad { gelu($0).sum() }(x).scalars(Float.self) == [1, 0, 1])
    #expect(try grad { squareplus($0).sum() }(x).scalars(Float.self) == [1, 0, 1])
  }

  static let rows: [Row] = [
    Row(
      "erf", erf, [1e-30, 0.3, 2.5, -6],
      [1.12837917e-30, 0.328626772, 0.999593048, -1.0],
      [1.12837917, 1.0312609, 0.00217828423, 2.61730124e-16]),
    Row(
      "erfc", erfc, [-3, 0.3, 5, 9],
      [1.99997791, 0.671373228, 1.53745979e-12, 4.13703175e-37],
      [-1.39253052e-4, -1.0312609, -1.56708665e-11, -7.49207343e-36]),
    Row(
      "erfinv", erfinv, [1e-20, 0.5, 0.9999, -0.9],
      [8.86226897e-21, 0.476936276, 2.75103544, -1.16308707],
      [0.886226925, 1.11258482, 1715.42088, 3.42804216]),
    Row(
      "gammaln", gammaln,
      [1e-20, 0.5, 1.001, 1.9999, 2.0001, 30, 10000000000.0, -0.5, -2.4570246, -9.5, -30.2],
      [
        46.0517019, 0.572364943, -5.76420495e-4, -4.22822234e-5, 4.22382673e-5, 71.257039, 2.20258509e+11,
        1.26551212, 2.48469699e-7, -12.7958953, -73.6663273,
      ],
      [
        -1.00000003e+20, -1.96351003, -0.575571855, 0.422719829, 0.42284876, 3.38443813, 23.0258509,
        0.036489974, 1.51560504, 2.30300103, 7.74831642,
      ]),
    Row(
      "digamma", digamma, [1e-06, 0.5, 1.46, 1.4616, 30, 10000000000.0, -0.5, -3.2, -9.99],
      [
        -1000000.58, -1.96351003, -0.00158052502, -3.11584857e-5, 3.38443813, 23.0258509, 0.036489974,
        5.63536887, -97.6140092,
      ],
      [
        1.00000001e+12, 4.9348022, 0.969119588, 0.967700759, 0.0338950604, 1.0e-10, 8.9348022, 28.2981746,
        10002.7375,
      ]),
    Row(
      "polygamma1", { polygamma(1, $0) }, [0.001, 1, 50, -0.5, -9.487, -20.3],
      [1000001.55, 1.64493407, 0.0202013332, 8.9348022, 9.78603688, 15.0313985],
      [-1.99999972e+9, -2.40411381, -4.08079989e-4, -0.828796644, 2.52818448, 68.8358204]),
    Row(
      "polygamma2", { polygamma(2, $0) }, [0.1, 1, 50, -0.3, -9.487, -20.3],
      [-2001.86137, -2.40411381, -4.08079989e-4, 67.6390721, 2.52818448, 68.8358204],
      [60004.5093, 6.4939394, 1.64863987e-5, 766.619774, 196.118965, 769.028122]),
    Row(
      "polygamma3", { polygamma(3, $0) }, [0.5, 3, -0.3, -9.487, -11.3],
      [97.409091, 0.118939402, 766.619774, 196.118965, 769.017844],
      [-771.47425, -0.136266123, 9731.83298, 200.908429, 9738.7284]),
    Row(
      "gamma", gamma, [1e-10, 0.5, 5, 28.7, 34.5, -0.5, -28.69],
      [9.99999987e+9, 1.77245385, 24.0, 1.11781482e+29, 5.04462087e+37, -3.5449077, -1.22462863e-30],
      [-9.99999973e+19, -3.48023091, 36.146824, 3.73280219e+29, 1.77893337e+38, -0.12935359, -1.51712288e-30]),
    Row(
      "factorial", factorial, [0, 5, 29, 33.1],
      [1.0, 120.0, 8.84176199e+30, 1.23382681e+37],
      [-0.577215665, 204.73412, 2.99243965e+31, 4.33636195e+37]),
    Row(
      "log1p", log1p, [1e-20, -0.9999, 0.0001],
      [9.99999968e-21, -9.21017445, 9.99949978e-5],
      [1.0, 9998.34088, 0.99990001]),
    Row(
      "expm1", expm1, [1e-20, -0.0001, -40, 80],
      [9.99999968e-21, -9.99949976e-5, -1.0, 5.54062238e+34],
      [1.0, 0.999900005, 4.24835426e-18, 5.54062238e+34]),
    Row(
      "logit", logit, [1e-30, 0.4999, 0.5001, 0.9999],
      [-69.0775528, -3.99947172e-4, 4.00066381e-4, 9.21007442],
      [9.99999997e+29, 4.00000016, 4.00000016, 9999.34098]),
    Row(
      "ndtr", ndtr, [-13, -11.545, -1, 0.1, 5],
      [6.1171644e-39, 3.91207017e-31, 0.158655254, 0.539827838, 0.999999713],
      [7.99882776e-38, 4.54988008e-30, 0.241970725, 0.396952547, 1.48671951e-6]),
    Row(
      "sinc", sinc, [1e-10, 0.5, 0.9999, 1.0001, 1000.5, 12345.75],
      [1.0, 0.636619772, 1.00026597e-4, -1.0000659e-4, 3.18150811e-4, -1.82313006e-5],
      [-3.28986818e-10, -1.27323954, -1.00020001, -0.999799947, -3.17991815e-7, 5.72767967e-5]),
    Row(
      "asinh", asinh, [1e-20, 0.5, 1e+30],
      [9.99999968e-21, 0.481211825, 69.7707],
      [1.0, 0.894427191, 9.99999985e-31]),
    Row(
      "acosh", acosh, [1, 1.0001, 1e+30],
      [0.0, 0.0141431911, 69.7707],
      [.infinity, 70.7030442, 9.99999985e-31]),
    Row(
      "atanh", atanh, [1e-20, 0.9999],
      [9.99999968e-21, 4.95163581],
      [1.0, 4999.42045]),
    Row(
      "atan", atan, [1e-37, 1e-10, 0.5, 3, 10000000000.0, 1e+30, -1e-20, -1e+38],
      [
        9.99999991e-38, 1.00000001e-10, 0.463647609, 1.24904577, 1.57079633, 1.57079633, -9.99999968e-21,
        -1.57079633,
      ],
      [1.0, 1.0, 0.8, 0.1, 1.0e-20, 0.0, 1.0, 0.0]),
    Row(
      "cbrt", cbrt, [1e-30, -8, 1e+30],
      [1.0e-10, -2.0, 1.00000001e+10],
      [3.33333333e+19, 0.0833333333, 3.3333333e-21]),
    Row(
      "entr", entr, [1e-30, 0.5, 5],
      [6.9077553e-29, 0.34657359, -8.04718956],
      [68.0775528, -0.306852819, -2.60943791]),
    Row(
      "exp2", exp2, [-100, 0.5, 100.3],
      [7.88860905e-31, 1.41421356, 1.56066426e+30],
      [5.46796712e-31, 0.980258143, 1.08177003e+30]),
    Row(
      "log2", log2, [1e-30, 1.0001, 1e+30],
      [-99.6578428, 1.44286229e-4, 99.6578429],
      [1.44269504e+30, 1.44255076, 1.44269502e-30]),
    Row(
      "gelu", { gelu($0, approximate: false) }, [-4, 1, 1e+30],
      [-1.26684967e-4, 0.841344746, 1.00000002e+30],
      [-5.03649661e-4, 1.08331547, 1.0]),
    Row(
      "squareplus", { squareplus($0) }, [-1e+25, -50, 0, 3, 1e+25],
      [1.00000004e-25, 0.0199920064, 1.0, 3.30277564, 9.99999956e+24],
      [0.0, 3.99520639e-4, 0.5, 0.916025147, 1.0]),
  ]

  static let pairs: [Pair] = [
    Pair(
      "betaln", betaln, [0.5, 600000000.0, 0.001, 1e+20, 1e+20, 1e+30],
      [0.5, 2e-07, 1000000000.0, 3, 1e+20, 1e-30],
      [1.14472989, 15.4249443, 6.88645557, -137.461958, -1.38629439e+20, 69.0775528]),
    Pair(
      "relent", relEntr, [0.3, 59266.69, 1e-20], [0.7, 59266.605, 1e+20],
      [-0.254189351, 0.0859375623, -9.21034008e-19]),
    Pair(
      "kldiv", klDiv, [0.3, 59266.69, 2.4788e-05, 1e-20], [0.7, 59266.605, 2.4789e-05, 100000.0],
      [0.145810625, 6.23053259e-8, 2.01884303e-14, 100000.0]),
    Pair(
      "hypot", hypot, [3e+30, 3e-30], [4e+30, 4e-30],
      [4.99999998e+30, 5.00000002e-30]),
    Pair(
      "logaddexp", logaddexp, [1e+30, -100], [1, -101],
      [1.00000002e+30, -99.6867383]),
    Pair(
      "xlogy", xlogy, [2, 1e-20], [1e-30, 3],
      [-138.155106, 1.09861225e-20]),
    Pair(
      "xlog1py", xlog1py, [3], [1e-20],
      [2.9999999e-20]),
  ]
}
