import Tensors
import Testing

@testable import TensorPrimitives

/// No operands, however wrong, may end the process: an operation gives a result or an error that can be read.
@Suite struct OpRobustnessTests {
  private static let odd: [TensorType] = [
    TensorType([], .float32), TensorType([0], .float32), TensorType([0, 3], .float32),
    TensorType([3], .int32),
    TensorType([2, 3, 4, 5], .float32), TensorType([2, 2, 2], .bool), TensorType([1, 1], .complex64),
    TensorType([5, 3], .uint8),
  ]

  /// Rows of many operations are left out: each of these has one of its own.
  private static let single = OpCase.all.dropLast(OpCase.complexNumbers.count + OpCase.sizes.count)

  @Test(arguments: single) func oddOperands(_ op: OpCase) {
    let proper = op.tensors()
    for type in OpRobustnessTests.odd {
      let operand = Tensor.full(type.shape, 1, dtype: type.dtype)
      for place in op.operands.indices {
        var operands = proper
        operands[place] = operand
        check(op, operands)
      }
      if op.operands.count > 1 { check(op, op.operands.map { _ in operand }) }
    }
    let error = TensorError("before", problem: "a mistake", expected: "none")
    let failed = op.function(op.operands.map { _ in Tensor(failure: error) })
    #expect(failed.error?.operation == "before", "the first error is passed on")
  }

  /// The operation itself, its gradient and its batching, by types alone.
  private func check(_ op: OpCase, _ operands: [Tensor]) {
    func readable(_ body: () throws -> Void) {
      do { try body() } catch {
        // Not the whole text, which looks up the user's line.
        let error = error as? TensorError
        #expect(
          error?.expected.contains("report this as a bug") == false, "\(op.name): \(error?.problem ?? "")")
      }
    }
    readable { _ = try evalShape { (x: [Tensor]) in op.function(x) }(operands) }
    readable {
      _ = try evalShape { (x: [Tensor]) in grad { (x: [Tensor]) in op.function(x).sum() }(x) }(operands)
    }
    readable {
      _ = try evalShape { (x: [Tensor]) in
        jvp({ (x: [Tensor]) in op.function(x) }, primals: x, tangents: x.map(\.zeroTangent))
      }(operands)
    }
    readable { _ = try evalShape { (x: [Tensor]) in vmap { (x: [Tensor]) in op.function(x) }(x) }(operands) }
  }
}
