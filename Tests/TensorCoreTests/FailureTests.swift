import Tensors
import Testing

@testable import TensorCore

/// Wrong input, as a user would give it: a readable error, and everything usable afterwards.
@Suite struct FailureTests {
  let a = Tensor.ones([2, 3])
  let b = Tensor.ones([4, 5])

  @Test func mismatchOutsideOfJit() throws {
    let failed = matmul(a, b)
    let error = try #require(failed.error)
    #expect(error.description.contains("f32[2,3], f32[4,5]"))
    #expect(error.sourceLine?.contains("FailureTests.swift") == true)
    #expect((failed + 1).error?.operation == "matmul")
    #expect(failed.shape[5] == 1)
    #expect(throws: TensorError.self) { try (failed + 1).item(Float.self) }
  }

  @Test(
    "Errors name the operation that was called",
    arguments: [
      (stack([.ones([2, 3]), .ones([3])]), "stack: the shapes [2, 3] and [3] differ"),
      (broadcastTo(Tensor.ones([2, 3]), [4, 2, 2]), "broadcastTo: [2, 3] cannot be broadcast to [4, 2, 2]"),
      (Tensor.ones([2, 3]).reshape([-1, -1]), "of which reshape computes one that is -1"),
      (Linalg.inv(.ones([2, 3])), "inv: the matrices have 2 rows and 3 columns"),
      (Linalg.det(.ones([2, 3])), "expected: square matrices"),
      (Linalg.eigh(.ones([2, 3])).eigenvalues, "eigh: the matrices have 2 rows"),
      (Linalg.cholesky(.ones([2, 3])), "cholesky: the matrices have 2 rows"),
      (Linalg.solve(.ones([2, 3]), .ones([2])), "solve: "),
    ])
  func namesOfOperations(tensor: Tensor, words: String) throws {
    #expect(try #require(tensor.error).description.contains(words))
  }

  @Test("Integers of more than 32 bits are an error, as in JAX, and not other numbers")
  func largeIntegers() throws {
    let large = 3_000_000_000
    for tensor in [
      Tensor(large), 3_000_000_000, Tensor([1, large]), Tensor([[1], [large]]), Tensor(1.5) + large,
    ] {
      #expect(try #require(tensor.error).description.contains("3000000000 does not fit int32"))
    }
    #expect(try Tensor(-2_147_483_648).item(Int.self) == -2_147_483_648)
    #expect(try Tensor(UInt32(large)).item(Int.self) == large)
    #expect(try Random.foldIn(Random.key(large), large).scalars(UInt32.self).count == 2)
  }

  @Test func mismatchInsideJitIsThrownEvenIfUnused() throws {
    let f = jit { (x: Tensor) in
      _ = x + b
      return x * 2
    }
    let error = #expect(throws: TensorError.self) { try f(a) }
    #expect(error?.problem.contains("[2, 3] and [4, 5]") == true)
    #expect(try jit { (x: Tensor) in x * 2 }(a).scalars(Float.self) == [2, 2, 2, 2, 2, 2])
  }

  @Test func failuresInsideGradArriveInTheGradient() throws {
    let gradient = grad { (x: Tensor) in (x + b).sum() }(a)
    #expect(gradient.error?.operation == "add")
    #expect(throws: TensorError.self) { try jit(grad { (x: Tensor) in (x + b).sum() })(a) }
  }

  @Test func donatedTensorsNameTheFunction() throws {
    let step = jit(donating: 0, name: "trainStep") { (x: Tensor) in x + 1 }
    let x = Tensor.ones([3])
    let y = try step(x)
    let error = #expect(throws: (any Error).self) { try x.scalars(Float.self) }
    #expect("\(String(describing: error))".contains("trainStep"))
    #expect((x * 2).error?.description.contains("trainStep") == true)
    #expect(try y.scalars(Float.self) == [2, 2, 2])
  }

  @Test func escapedTracersSayWhatToDo() throws {
    let kept = Box()
    _ = try jit(name: "leaky") { (x: Tensor) in
      kept.tensor = x
      return x
    }(a)
    let leaked = try #require(kept.tensor)
    #expect((leaked + 1).error?.problem.contains("leaky was kept after the function ended") == true)
    #expect(throws: TensorError.self) { try leaked.scalars(Float.self) }
    #expect(throws: TensorError.self) { try jit { (x: Tensor) in x + leaked }(a) }
  }

  @Test func readingInsideJitIsAnError() throws {
    let error = #expect(throws: TensorError.self) {
      try jit { (x: Tensor) in try x * Tensor(x.sum().item(Float.self)) }(a)
    }
    #expect(error?.problem.contains("no concrete value") == true)
  }

  @Test func gradientsNeedScalarFloats() {
    #expect(grad { (x: Tensor) in x * 2 }(a).error?.expected.contains("scalar") == true)
    #expect(grad { (x: Tensor) in x.sum() }(Tensor.arange(3)).error?.problem.contains("int32") == true)
  }

  @Test func axesOutOfRange() {
    #expect(a.sum(axis: 2).error?.problem == "axis 2 is out of range for a tensor of rank 2")
    #expect(a.sum(axis: [0, -2]).error?.problem.contains("twice") == true)
    #expect(a.transpose([0]).error != nil)
    #expect(a.reshape([4]).error?.problem.contains("6 elements") == true)
    #expect(concatenate([a, b]).error?.problem.contains("differ") == true)
    #expect(concatenate([]).error != nil)
    #expect(broadcastTo(a, [3]).error != nil)
  }

  /// What a function captured stays its own, also when it is returned and then given away.
  @Test func constantsThatAreReturnedCanBeDonated() throws {
    let captured = Tensor([1, 2] as [Float])
    let make = jit { (x: Tensor) in (captured, x + 1) }
    let take = jit(donating: 0) { (x: Tensor) in x * 2 }
    for _ in 0..<3 { #expect(try take(make(1).0).scalars(Float.self) == [2, 4]) }
    #expect(try captured.scalars(Float.self) == [1, 2])
  }

  @Test func donationNumbersAreChecked() {
    let f = jit(donating: 3) { (x: Tensor) in x }
    #expect(throws: TensorError.self) { try f(a) }
  }

  @Test func trees() {
    let different = map([a], [a, b]) { $0 + $1 }
    #expect(different[0].error?.problem.contains("structure") == true)
  }
}

/// Somewhere to keep a tensor beyond the function that made it.
final class Box: @unchecked Sendable {
  // Unchecked: only the test's own thread touches it.
  var tensor: Tensor?
}
