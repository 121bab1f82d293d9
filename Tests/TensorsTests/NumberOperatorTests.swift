import Testing

@testable import Tensors

@Suite struct NumberOperatorTests {
  @Test("Numbers of Swift go with tensors, and give way to their dtype")
  func arithmetic() throws {
    let (rate, count) = (0.5, 3)
    let x = Tensor([1.0, 2.0])
    #expect(try (x * rate).scalars(Float.self) == [0.5, 1])
    #expect(try (rate * x + count - rate).scalars(Float.self) == [3, 3.5])
    #expect(try (count - x / rate).scalars(Float.self) == [1, -1])
    #expect(try (x ** count).scalars(Float.self) == [1, 8])
    #expect(try (count / x).scalars(Float.self) == [3, 1.5])
    let half = x.cast(to: .bfloat16)
    #expect((half * rate).dtype == .bfloat16)
    #expect((count * half).dtype == .bfloat16)
    // As in JAX: an integer meets a float, and a number with a size of its own does not give way.
    #expect((Tensor([1, 2]) * rate).dtype == .float32)
    #expect((half * Float(0.5)).dtype == .float32)
  }

  @Test("Comparisons and assignments take numbers")
  func comparison() throws {
    let limit = 2
    var x = Tensor([1.0, 2.0, 3.0])
    #expect(try (x .< limit).scalars(Bool.self) == [true, false, false])
    #expect(try (x .>= limit).scalars(Bool.self) == [false, true, true])
    #expect(try (x .== limit).scalars(Bool.self) == [false, true, false])
    x *= limit
    x -= 0.5 * Double(limit)
    #expect(try x.scalars(Float.self) == [1, 3, 5])
  }

  @Test("A power with an Int of Swift has the derivative of a known exponent")
  func power() throws {
    let n = 2
    #expect(try grad { ($0 ** n).sum() }(Tensor([0.0, -1.0])).scalars(Float.self) == [0, -2])
  }
}
