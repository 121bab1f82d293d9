import Tensors
import Testing

@testable import TensorPrimitives

/// Operations on other dtypes than float32: 16-bit floats, small and unsigned integers, booleans. The values are JAX's.
@Suite struct OtherDTypeTests {
  @Test func linearAlgebraKeepsTheDType() throws {
    let m = Tensor([[2.0, 1.0], [1.0, 3.0]] as [[Float]]).astype(.float16)
    let results = try jit { (m: Tensor) in
      [
        Linalg.det(m), Linalg.matrixPower(m, 3), Linalg.inv(m), Linalg.solve(m, m[0]),
        Linalg.cholesky(m), Linalg.svdvals(m), Linalg.triangularSolve(m, m),
      ]
    }(m)
    #expect(results.allSatisfy { $0.dtype == .float16 })
    #expect(try results[0].item(Float.self) == 5)
    #expect(try results[1].scalars(Float.self) == [15, 20, 20, 35])
    #expect(
      try results[2].scalars(Float.self) == [0.60009765625, -0.199951171875, -0.199951171875, 0.39990234375])
    let power = Linalg.matrixPower(m.astype(.int32), 3)
    #expect(try power.dtype == .int32 && power.scalars(Int.self) == [15, 20, 20, 35])
    #expect(Linalg.matrixPower(Tensor(2.0), 2).error != nil)
  }

  @Test func aFactorThatIsNoneIsNaNAsAWhole() throws {
    let matrices = Tensor([[[4.0, 2.0], [2.0, 1.0]], [[4.0, 2.0], [2.0, 5.0]]] as [[[Float]]])
    let factors = try Linalg.cholesky(matrices).scalars(Float.self)
    #expect(factors[0].isNaN && factors[1] == 0 && factors[2].isNaN && factors[3].isNaN)
    #expect(factors[4...] == [2, 0, 1, 2])
  }

  @Test func smallIntegersWrapAndDoNotCompareWithNegatives() throws {
    func positions(_ numbers: Tensor) throws -> [[Int]] {
      try unravelIndex(numbers, [3, 4]).map { try $0.scalars(Int.self) }
    }
    #expect(try positions(Tensor([4, 2, 10, 13] as [UInt8])) == [[1, 0, 2, 2], [0, 2, 2, 3]])
    #expect(
      try positions(Tensor([4, -1, -10, 13, -13, -40] as [Int8]))
        == [[1, 2, 0, 2, 0, 0], [0, 3, 2, 3, 0, 0]])
    let distinct = unique(Tensor([7, 3, 7] as [UInt8]), size: 4, fillValue: -99)
    #expect(try distinct.scalars(Int.self) == [3, 7, 157, 157])
  }

  @Test func booleansAndIntegersWhereFloatsAreUsual() throws {
    let (flags, numbers) = (Tensor([true, false]), Tensor([-5, 0, 3] as [Int32]))
    let rectified = relu(flags)
    #expect(try rectified.dtype == .int32 && rectified.scalars(Int.self) == [1, 0])
    let limited = hardTanh(numbers)
    #expect(try limited.dtype == .int32 && limited.scalars(Int.self) == [-1, 0, 1])
    let rounded = rint(numbers)
    #expect(try rounded.dtype == .float32 && rounded.scalars(Float.self) == [-5, 0, 3])
    #expect(try flags.cumsum().dtype == .int32 && flags.cumsum().scalars(Int.self) == [1, 1])
    let any = einsum("i->", flags)
    #expect(try any.dtype == .bool && any.item(Bool.self))
  }

  /// x⁰ is 1 everywhere, so that its derivative is 0, at 0 too, where JAX has no number for real exponents.
  @Test func aPowerOfZeroIsConstant() throws {
    let x = Tensor([Float.infinity, 0, 2])
    func slopes(_ exponents: Tensor) throws -> [Float] {
      try grad { (x: Tensor) in power(x, exponents).sum() }(x).scalars(Float.self)
    }
    #expect(try slopes(.zeros([3])) == [0, 0, 0])
    #expect(try slopes(.zeros([3], dtype: .int32)) == [0, 0, 0])
    #expect(try slopes(Tensor([2, 2, 2] as [Int32])) == [.infinity, 0, 4])
  }

  @Test func everyStepIsRoundedToBFloat16() throws {
    let x = Tensor([-2, -0.75, 1.5, 2.25] as [Float]).astype(.bfloat16)
    #expect(try sigmoid(x).scalars(Float.self) == [0.11962890625, 0.322265625, 0.8203125, 0.90234375])
    let key = Random.key(0)
    #expect(
      try Random.uniform(key, [6], dtype: .bfloat16, minval: -2, maxval: 3).scalars(Float.self)
        == [1.25, 0.84375, -1.21875, -0.984375, 1.5625, -0.7109375])
    #expect(
      try Random.truncatedNormal(key, -2, 2, [6], dtype: .bfloat16).scalars(Float.self)
        == [0.359375, 0.1669921875, -0.9453125, -0.78515625, 0.5234375, -0.61328125])
  }

  @Test func pointsAreOnTopOfEachOtherByTheirDType() throws {
    let points = Tensor([0, 1.2e-7, 1] as [Float]).astype(.float16)
    let between = Tensor(6e-8).astype(.float16)
    let value = interp(between, points, Tensor([1, 3, 5] as [Float]).astype(.float16))
    #expect(try value.item(Float.self) == 1)
  }

  @Test func multiplesOfSmallFloatsAreTakenInFloat32() throws {
    let rounded = round(Tensor([2.675, 1000.123] as [Float]).astype(.float16), decimals: 2)
    #expect(try rounded.dtype == .float16 && rounded.scalars(Float.self) == [2.6796875, 1000])
    #expect(try round(Tensor([0.1] as [Float]), decimals: 40).item(Float.self) == 0.1)
    let tenths = Tensor.arange(0, 1, 0.1, dtype: .float16)
    #expect(try tenths.dtype == .float16 && tenths.scalars(Float.self)[3] == 0.300048828125)
    #expect(Tensor.arange(0, 10, 2.5, dtype: .int32).dtype == .int32)
  }

  @Test func literalsHaveAllTheirDigitsBesideDoubles() throws {
    let x = Tensor([1.0, 2.0] as [Float]).astype(.float64)
    #expect(try (x * 0.1).scalars(Double.self) == [0.1, 0.2])
    #expect(try clip(x, 0.1, 1.7).scalars(Double.self) == [1, 1.7])
    #expect(
      try exp2(x * 0.3).scalars(Double.self).map { ($0 * 1e12).rounded() } == [
        1_231_144_413_345, 1_515_716_566_510,
      ])
    #expect(try grad { (x: Tensor) in cbrt(x).sum() }(x).scalars(Double.self)[0] == 1.0 / 3)
    #expect((Tensor([1] as [UInt8]) + Tensor(2).astype(.int32)).dtype == .int32)
    // Elsewhere they are float32, as in JAX.
    #expect(try Tensor(0.1).item(Double.self) == Double(Float(0.1)))
    let count = Tensor([5] as [Int64])
    #expect(try (count + Tensor(Int64(3_000_000_000))).item(Int64.self) == 3_000_000_005)
    #expect(try (Tensor(Float(2)) * 3e9).item(Float.self) == 6e9)
  }

  @Test func sizesOfComplexNumbers() throws {
    let z = complex([3, 1, 0], [4, -2, 0.5])
    let variance = z.var()
    #expect(try variance.dtype == .float32 && abs(variance.item(Float.self) - 7.611111) < 1e-5)
    let among = z.var(where: Tensor([true, true, false]))
    #expect(try abs(among.item(Float.self) - 10) < 1e-5)
    let length = Linalg.norm(z)
    #expect(try length.dtype == .float32 && abs(length.item(Float.self) - 5.5) < 1e-5)
    let slope = grad { (z: Tensor) in z.var() }(z)
    #expect(
      try abs(real(slope).scalars(Float.self)[0] - 1.1111112) < 1e-5
        && abs(imag(slope).scalars(Float.self)[0] + 2.1111112) < 1e-5)
    let odd = complex([1, Tensor(Double.nan)], [Tensor(Double.infinity), 2])
    #expect(
      try isfinite(odd).scalars(Bool.self) == [false, false]
        && isinf(odd).scalars(Bool.self) == [true, false])
    let tame = nanToNum(odd)
    #expect(
      try real(tame).scalars(Float.self) == [1, 0]
        && imag(tame).scalars(Float.self) == [.greatestFiniteMagnitude, 2])
    // XLA's own maximum of complex numbers looks at their real parts alone.
    #expect(maximum(z, z).error?.problem.contains("complex64") == true)
    #expect(relu(z).error?.problem.contains("complex64") == true)
  }
}
