import Tensors
import Testing

@testable import TensorPrimitives

@Suite struct NumberOperatorTests {
  @Test("Numbers of Swift go with tensors, and give way to their dtype")
  func arithmetic() throws {
    let (rate, count) = (0.5, 3)
    let x = Tensor([1.0, 2.0])
    #expect(try (x * rate).scalars(Float.self) == [0.5, 1])
    #expect(try (rate * x + count - rate).scalars(Float.self) == [3, 3.5])
    #expect(try (count - x / rate).scalars(Float.self) == [1, -1])
    #expect(try (count / x).scalars(Float.self) == [3, 1.5])
    let half = x.astype(.bfloat16)
    #expect((half * rate).dtype == .bfloat16)
    #expect((count * half).dtype == .bfloat16)
    // As in JAX, integers become floats.
    #expect((Tensor([1, 2]) * rate).dtype == .float32)
  }

  @Test("Assignments take numbers")
  func assignment() throws {
    let factor = 2
    var x = Tensor([1.0, 2.0, 3.0])
    x *= factor
    x -= 0.5 * Double(factor)
    #expect(try x.scalars(Float.self) == [1, 3, 5])
  }
}
