import PJRT
import Testing

@testable import Tensors

/// Numbers beyond reason: an error, or the right value, and never the end of the process.
@Suite struct LimitTests {
  static let x = Tensor([[1, 2, 3], [4, 5, 6]] as [[Float]])
  static let key = Random.key(0)
  static let many: [Int] = [.max, 1 << 62, 1 << 40]

  @Test("Shapes larger than memory are an error that says so", arguments: many)
  func hugeShapes(count: Int) throws {
    let x = LimitTests.x
    let tensors: [Tensor] = [
      .ones([count]), .ones([count, 2]), .arange(count), .arange(0, count), .broadcastedIota([count], 0),
      .eye(count),
      .eye(1, count), .tri(count), .full([2, count], 1), Tensor.zeros([count, 0]),
      Tensor.linspace(0, 1, count),
      broadcastTo(Tensor(1.5), [count, 2]), pad(x, [(0, count)]), pad(x, [(count, count)], mode: .edge),
      pad(x, 0, [(count, 0, 0), (0, 0, 0)]), oneHot(x, count), FFT.fft(x, n: count),
      FFT.ifftn(x, s: [count, count]), Random.normal(LimitTests.key, [count]),
      Random.split(LimitTests.key, count), Random.permutation(LimitTests.key, count),
      x.repeat(count, axis: 0),
      tile(x, [count, count]), diag(x.ravel(), k: count), x.nonzero(size: count)[0],
      unique(x, size: count),
      bincount(x.astype(.int32), length: count), vander(x[0], count), Tensor.hanning(count),
      FFT.fftfreq(count), Tensor.trilIndices(count).0, Tensor.geomspace(1, 2, count),
      segmentSum(x, [0, 1], numSegments: count), Tensor([] as [Float], shape: [count, 4, 0]),
    ]
    for (number, tensor) in tensors.enumerated() {
      let error = try #require(tensor.error, "number \(number) of \(count)")
      #expect(error.cause == nil, "number \(number) was found by the compiler: \(error)")
    }
    #expect("\(try #require(Tensor.ones([count, 2]).error))".contains("BLOX_MEMORY_LIMIT"))
    #expect(throws: TensorError.self) { try jit { (x: Tensor) in x + Tensor.ones([count, 3]).sum() }(x) }
  }

  @Test func extremePositionsAreRight() throws {
    let x = LimitTests.x
    let row = x[0]
    #expect(try roll(row, .min, axis: 0).scalars(Int.self) == [3, 1, 2])
    #expect(try roll(row, .max, axis: 0).scalars(Int.self) == [3, 1, 2])
    #expect(try roll(row, -1, axis: 0).scalars(Int.self) == [2, 3, 1])
    #expect(try rot90(x, k: .min).scalars(Int.self) == [1, 2, 3, 4, 5, 6])
    #expect(try rot90(x, k: .max).scalars(Int.self) == rot90(x, k: 3).scalars(Int.self))
    for offset in [Int.min, .min + 1, .max] {
      #expect(x.diagonal(offset: offset).shape == [0])
      #expect(try Tensor.eye(2, k: offset).scalars(Int.self) == [0, 0, 0, 0])
    }
    #expect(try tril(x, k: .max).scalars(Int.self) == [1, 2, 3, 4, 5, 6])
    #expect(try triu(x, k: .min).scalars(Int.self) == [1, 2, 3, 4, 5, 6])
    #expect(try triu(x, k: .max).scalars(Int.self) == [0, 0, 0, 0, 0, 0])
    #expect(try row[0..<Int.max].scalars(Int.self) == [1, 2, 3])
    #expect(try row[Int.min...Int.max].scalars(Int.self) == [1, 2, 3])
    #expect(try row[StridedRange(step: .min)].scalars(Int.self) == [3])
    #expect(try row[StridedRange(start: 1, step: .max)].scalars(Int.self) == [2])
    #expect(try row[(Int.min..<Int.max).by(-2)].scalars(Int.self) == [3, 1])
    #expect(try slice(row, [1], [3], strides: [.max]).scalars(Int.self) == [2])
    #expect(split(row, [.min, .max]).map(\.size) == [0, 3, 0])
    #expect(try x.var(correction: .min).item(Float.self) == 17.5 / 9.223372e18)
    #expect(try x.var(correction: .max).item(Float.self).isNaN)
    let (rows, columns) = Tensor.triuIndices(1 << 50, m: 2)
    #expect(try rows.scalars(Int.self) == [0, 0, 1] && columns.scalars(Int.self) == [0, 1, 1])
    #expect(Tensor.trilIndices(1 << 50, m: 0).0.shape == [0])
  }

  @Test func stridesOfOneElementHaveDerivatives() throws {
    let gradient = grad { (x: Tensor) in slice(x, [1], [3], strides: [.max]).sum() }(
      LimitTests.x[0])
    #expect(try gradient.scalars(Int.self) == [0, 1, 0])
  }

  @Test func differencesOfHighOrder() throws {
    let x = Tensor((0..<40).map { Float($0 * $0 % 7) })
    let step = (0..<20).reduce(x) { y, _ in diff(y) }
    #expect(try diff(x, n: 20).scalars(Float.self) == step.scalars(Float.self))
    #expect(diff(x, n: .max).shape == [0] && diff(x, n: 39).shape == [1])
    #expect(try diff(x, n: .min).scalars(Float.self) == x.scalars(Float.self))
  }

  @Test func manyPowersAreThoseOfFew() throws {
    let x = Tensor([2, 0.5] as [Float])
    let few = try vander(x, 64, increasing: true).scalars(Float.self)
    let many = try vander(x, 65, increasing: true)[FullRange(), 0..<64].scalars(Float.self)
    #expect(few == many)
  }

  @Test("Extreme numbers elsewhere are errors of ours")
  func extremesAreErrors() throws {
    let x = LimitTests.x
    let image = x.reshape([1, 2, 3, 1])
    let kernel = Tensor.ones([2, 2, 1, 1])
    func convolved(_ padding: Padding, _ strides: [Int], _ dilation: [Int]) -> Tensor {
      convGeneralDilated(
        image, kernel, windowStrides: strides, padding: padding, rhsDilation: dilation,
        dimensionNumbers: .featuresLast(2))
    }
    for extreme in [Int.min, .max, .min + 1, 1 << 60] {
      var tensors: [Tensor] = [
        x.sum(axis: extreme), x.squeeze(axis: extreme), x.swapaxes(extreme, 0), stack([x], axis: extreme),
        x.take([0], axis: extreme), x[extreme],
        pad(x, 0, [(extreme, 0 &- extreme, 0), (0, 0, 0)]),
        pad(x, 0, [(0, 0, extreme), (0, 0, 0)]), split(x, extreme)[0],
        arraySplit(x, extreme)[0], topK(x, extreme).values,
        dynamicSlice(x, [0, 0], [extreme, 1]),
        convolved(.explicit([(extreme, 0), (0, 0)]), [1, 1], [1, 1]),
        convolved(.valid, [1, 1], [extreme, 1]),
        reduceWindow(x, .add, windowDimensions: [extreme, 1]),
        reduceWindow(x, .max, windowDimensions: [1, 1], baseDilation: [extreme, 1]),
        reducePrecision(x, exponentBits: extreme, mantissaBits: 2),
        scan(x, length: extreme) { (c: Tensor) in c },
        foriLoop(0, extreme, x) { _, x in x },
        vmap(axisSize: extreme) { (x: Tensor) in x + axisIndex("i") }(x),
        Tensor(extreme), unravelIndex(ones(like: x).astype(.int32), [extreme])[0],
      ]
      tensors.append(vmap(in: [.axis(extreme)]) { (x: Tensor) in x }(x))
      for (number, tensor) in tensors.enumerated() {
        let error = try #require(tensor.error, "number \(number) of \(extreme)")
        #expect(error.cause == nil, "number \(number) of \(extreme) was found by the compiler: \(error)")
      }
    }
  }

  private func ones(like x: Tensor) -> Tensor { .onesLike(x) }

  @Test("Errors about bits are ours")
  func bits() throws {
    let cases: [(Tensor, String)] = [
      (reducePrecision(LimitTests.x, exponentBits: 0, mantissaBits: 7), "from 1 to 11 exponent bits"),
      (reducePrecision(LimitTests.x, exponentBits: 5, mantissaBits: -1), "from 0 to 52 mantissa bits"),
      (bitcastConvertType(LimitTests.x.astype(.complex64), .float64), "complex numbers only as themselves"),
      (bitcastConvertType(LimitTests.x, .bool), "booleans"),
      (bitcastConvertType(LimitTests.x, .float64), "a last axis of 2"),
      (bitcastConvertType(Tensor(Float(1)), .float64), "has no axis"),
    ]
    for (tensor, words) in cases {
      let error = try #require(tensor.error)
      #expect(error.cause == nil && error.description.contains(words), "\(error)")
    }
    #expect(
      try bitcastConvertType(LimitTests.x[0], .int32).scalars(Int.self) == [
        0x3F80_0000, 0x4000_0000, 0x4040_0000,
      ])
  }

  @Test func saturatingArithmetic() {
    let sums = [Int.max +| 1, Int.min +| -1, 1 +| 2, Int.min +| .max]
    #expect(sums == [.max, .min, 3, -1])
    let differences = [Int.min -| 1, 0 -| Int.min, 5 -| 7]
    #expect(differences == [.min, .max, -2])
    let products = [Int.max *| 2, Int.max *| -2, Int.min *| -1, -3 *| 4]
    #expect(products == [.max, .min, .max, -12])
    #expect(Int(saturating: .nan) == 0 && Int(saturating: .infinity) == .max)
    #expect(Int(saturating: -1e300) == .min)
    #expect(Int(saturating: 2.9) == 2 && Int(saturating: -2.9) == -2)
    #expect(Int.steps(from: .min, to: .max, by: .max) == 3 && Int.steps(from: .max, to: .min, by: .min) == 2)
    #expect(Int.steps(from: 0, to: 7, by: 3) == 3 && Int.steps(from: 7, to: 0, by: -3) == 3)
    #expect(Int.steps(from: 0, to: -1, by: 1) == 0 && Int.steps(from: .min, to: .max, by: 1) == .max)
    #expect(Int.min.modulo(3) == 1 && (-1).modulo(4) == 3)
    #expect([Int.max, 4, 0].saturatingProduct == 0 && [1 << 62, 4].saturatingProduct == .max)
    #expect(Shape([1 << 62, 4]).size == .max && Shape([1 << 62, 4, 0]).size == 0)
  }

  @Test func settingsSayWhatIsRight() throws {
    let settings = Settings(["A": "12", "B": "many", "C": "", "D": "99999999999999999999"])
    #expect(try settings.integer("A", in: 1...12) == 12)
    #expect(try settings.integer("C", in: 1...2) == nil && settings.text("C") == nil)
    for name in ["B", "D"] {
      let error = #expect(throws: SettingError.self) { try settings.integer(name, in: 1...5) }
      #expect(error?.description.contains("expected: a whole number from 1 to 5") == true)
    }
    #expect(throws: SettingError.self) { try settings.integer("A", in: 1...11) }
    for count in [0, -1, 1025, Int.max] {
      let error = #expect(throws: TensorError.self) { try Backend.configure(deviceCount: count) }
      #expect(error?.expected == "a number from 1 to 1024")
    }
  }

  /// Reading the debugging information takes tenths of a second.
  @Test func linesAreLookedUpOnceForEachPlace() throws {
    var lines: Set<String?> = []
    for number in 0..<50 {
      let failed = LimitTests.x.reshape([7])
      let error = try #require(failed.error)
      #expect(error.location.isKnown || number == 0)
      lines.insert(error.sourceLine)
    }
    #expect(lines.count == 1)
    #expect(lines.first??.contains("LimitTests.swift") == true)
  }
}
