import PJRT
import Tensors
import Testing

@testable import TensorCore

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

  @Test func numbersOfDevicesAreBounded() throws {
    for count in [0, -1, 1025, Int.max] {
      let error = #expect(throws: TensorError.self) { try Backend.configure(deviceCount: count) }
      #expect(error?.expected == "a number from 1 to 1024")
    }
  }

  @Test func bytesForShapesBeyondReason() throws {
    let none = [UInt8](), one: [UInt8] = [1]
    let wrong: [(bytes: [UInt8], shape: Shape, problem: String, expected: String)] = [
      (none, [1 << 62, 4], "0 bytes were given for f32[", "this one has more than 2^63 bytes"),
      (one, [.max, .max], "1 bytes were given", "this one has more than 2^63 bytes"),
      (none, [-1], "has the extent -1", "at least 0"), (none, [-1, 0], "has the extent -1", "at least 0"),
      (none, [0, .min], "has the extent \(Int.min)", "at least 0"),
      (none, [-1, -1], "has the extent -1", "at least 0"),
      (none, [1 << 62, 4, 0], "the result would be", "at most"),
      (one, [1 << 62, 4, 0], "1 bytes were given", "0 bytes"),
      (one, [], "1 bytes were given", "4 bytes: 1 elements"),
      (one, [0], "1 bytes were given", "0 bytes: 0 elements"),
    ]
    for (bytes, shape, problem, expected) in wrong {
      let error = Tensor(bytes: bytes, shape: shape, dtype: .float32).error
      #expect(error?.problem.contains(problem) == true, "\(shape): \(error?.problem ?? "none")")
      #expect(error?.expected.contains(expected) == true, "\(shape): \(error?.expected ?? "none")")
    }
    #expect(Tensor([] as [Float], shape: [0, -1]).error?.problem.contains("has the extent -1") == true)
    #expect(try Tensor(bytes: none, shape: [3, 0], dtype: .float32).scalars(Float.self) == [])
    #expect(try Tensor(bytes: [0, 0, 128, 63] as [UInt8], shape: [1], dtype: .float32).item(Float.self) == 1)
  }

  /// What int32 cannot hold is an error, where JAX goes on from -2^31; the narrow dtypes begin again, as JAX's do.
  @Test func countingBeyondTheDType() throws {
    let most = Int(Int32.max)
    #expect(try Tensor.arange(most - 2, most + 1).scalars(Int.self) == [most - 2, most - 1, most])
    #expect(try Tensor.arange(-most - 1, -most + 1).scalars(Int.self) == [-most - 1, -most])
    #expect(try Tensor.arange(0, 10, 1 << 40).scalars(Int.self) == [0])
    #expect(
      try Tensor.arange(1 << 40, (1 << 40) + 2, dtype: .int64).scalars(Int64.self) == [
        1 << 40, (1 << 40) + 1,
      ])
    #expect(
      try Tensor.arange(1 << 31, (1 << 31) + 2, dtype: .uint32).scalars(UInt32.self) == [
        1 << 31, (1 << 31) + 1,
      ])
    #expect(
      try Tensor.arange(1 << 40, (1 << 40) + 1, dtype: .float32).scalars(Float.self) == [1_099_511_627_776])
    #expect(
      try Tensor.arange(254, 258, dtype: .uint8).astype(.int32).scalars(Int.self) == [254, 255, 0, 1])
    #expect(try Tensor.arange(300, dtype: .uint8)[299].astype(.int32).item(Int.self) == 43)
    let wrong: [(Tensor, Int)] = [
      (.arange(most - 2, most + 2), most + 1), (.arange(most - 7, most + 8, 5), most + 3),
      (.arange(-most, -most - 4, -1), -most - 3), (.arange(1 << 40, (1 << 40) + 2), 1 << 40),
      (.arange(0, 1 << 33, 1 << 32), 1 << 32), (.arange(-1, 2, dtype: .uint32), -1),
      (.arange(.min, .max, .max), .min),
    ]
    for (tensor, number) in wrong {
      #expect(tensor.error?.problem.hasPrefix("the number \(number), from ") == true, "\(number): \(tensor)")
    }
    for tensor in [Tensor.arange((1 << 31) + 1), .broadcastedIota([1, (1 << 31) + 1], 1)] {
      #expect(tensor.error?.problem == "positions up to 2147483648 do not fit int32")
    }
  }

  @Test func collectivesOverNoLanes() throws {
    let divided: [@Sendable (Tensor) -> Tensor] = [
      { psumScatter($0, "i") }, { psumScatter($0, "i", tiled: true) },
      { allToAll($0, "i", splitAxis: 0, concatAxis: 0) },
      { allToAll($0, "i", splitAxis: 0, concatAxis: 0, tiled: true) },
    ]
    let none = Tensor.zeros([0, 4])
    for collective in divided {
      let f = { (x: Tensor) in vmap(axisName: "i", collective)(x) }
      #expect(f(none).error?.expected == "at least one lane")
      #expect(jvp(f, primals: none, tangents: none).0.error != nil)
      #expect(grad { (x: Tensor) in f(x).sum() }(none).error != nil)
    }
    let whole: [@Sendable (Tensor) -> Tensor] = [
      { psum($0, "i") }, { pmean($0, "i") }, { pmax($0, "i") }, { allGather($0, "i") },
      { ppermute($0, "i", []) },
    ]
    for collective in whole {
      let f = { (x: Tensor) in vmap(axisName: "i", collective)(x) }
      // Whatever it is, it is a result or an error.
      _ = [f(none), jvp(f, primals: none, tangents: none).1, grad { (x: Tensor) in f(x).sum() }(none)]
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

  /// Of a new place only the frames around the user's are looked up by line, not the whole stack.
  @Test func aNewPlaceIsFewLookups() throws {
    func expectLine(_ failed: Tensor, _ line: Int) throws {
      let found = try #require(failed.error).location.find()
      #expect(found.line?.hasSuffix("LimitTests.swift:\(line)") == true, "\(found)")
      #expect(found.lookups <= 20, "\(found)")
    }
    try expectLine(LimitTests.x.reshape([7]), #line)
    try expectLine(matmul(LimitTests.x, Tensor.ones([1000])), #line)
    try expectLine(LimitTests.x.failingInAnExtension(), Tensor.lineOfFailure)
    try expectLine(grad { (x: Tensor) in (x + Tensor.ones([1000])).sum() }(LimitTests.x), #line)
  }

  /// XLA ends the process by a signal where it compiles a remainder of complex numbers.
  @Test func complexNumbersHaveNoRemainder() throws {
    let (x, y) = (complex(Tensor(3.0), Tensor(1.0)), complex(Tensor(2.0), Tensor(0.5)))
    for result in [fmod(x, y), remainder(x, y), rem(x, y), floorDivide(x, y), divmod(x, y).quotient] {
      #expect(try #require(result.error).expected.contains("floating-point"))
    }
    #expect(try fmod(Tensor(7.5), Tensor(-2.0)).item(Float.self) == 1.5)
  }
}

extension Tensor {
  fileprivate static let lineOfFailure = #line + 1
  fileprivate func failingInAnExtension() -> Tensor { reshape([7]) }
}
