import Tensors
import Testing

@testable import TensorCore

/// What a program that runs several operations at once is kept for: the code of its body, its settings, its operands' types.
@Suite struct FusedTests {
  private struct Body: FunctionValue {
    let body: @Sendable (Int) -> Int
  }

  @Test func functionsAreEqualByTheirCodeAndWhatTheyCapture() {
    func plain() -> Body { Body { $0 + 1 } }
    func adding(_ number: Int) -> Body { Body { $0 + number } }
    #expect(plain() == plain() && plain().capturesNothing)
    #expect(plain() != Body { $0 + 2 })
    let (three, four) = (adding(Int(Array("abc").count)), adding(Int(Array("abcd").count)))
    #expect(three == three && three != four && !three.capturesNothing)
    // Kept, so that nothing else comes to lie where what it captures is.
    let kept = (0..<100).map { adding($0 + Array("ab").count) }
    #expect(Set(kept).count == 100)
  }

  @Test func bodiesOfOneNameAreDifferentPrograms() throws {
    func first(_ x: Tensor) -> Tensor { fused("same", x) { $0 + 1 } }
    func second(_ x: Tensor) -> Tensor { fused("same", x) { $0 * 10 } }
    for _ in 0..<2 {
      #expect(try first([1, 2]).scalars(Float.self) == [2, 3])
      #expect(try second([1, 2]).scalars(Float.self) == [10, 20])
    }
    #expect(EvaluationInterpreter.shared.programCount(named: "same") == 2)
  }

  @Test func eachSettingHasItsProgramAndKeepsIt() throws {
    func scaled(_ x: Tensor, _ factor: Double, _ text: String) -> Tensor {
      fused("scaledBySettings", x, factor, text) { x, factor, text in x * Tensor(factor) + Tensor(text.count)
      }
    }
    for _ in 0..<3 {
      #expect(try scaled([1, 2], 2, "a").scalars(Float.self) == [3, 5])
      #expect(try scaled([1, 2], 3, "a").scalars(Float.self) == [4, 7])
      #expect(try scaled([1, 2], 2, "ab").scalars(Float.self) == [4, 6])
      #expect(try scaled([1, 2], .nan, "a").scalars(Float.self).allSatisfy(\.isNaN))
    }
    #expect(EvaluationInterpreter.shared.programCount(named: "scaledBySettings") == 4)
  }

  /// As numbers 0 and -0 are equal; the programs that they make are not.
  @Test func theSignOfZeroIsPartOfASetting() throws {
    let x = Tensor([Float.nan])
    #expect(try nanToNum(x, nan: 0).item(Float.self).sign == .plus)
    #expect(try nanToNum(x, nan: -0.0).item(Float.self).sign == .minus)
    #expect(try nanToNum(x, nan: 0, posinf: 0).item(Float.self).sign == .plus)
    let infinite = Tensor([Float.infinity])
    #expect(try nanToNum(infinite, posinf: 0).item(Float.self).sign == .plus)
    #expect(try nanToNum(infinite, posinf: -0.0).item(Float.self).sign == .minus)
  }
}
