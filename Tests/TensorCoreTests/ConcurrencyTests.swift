import PJRT
import Tensors
import Testing

@testable import TensorCore

@Suite(.serialized) struct ConcurrencyTests {
  @Test func oneJittedFunctionFromManyTasks() async throws {
    let f: @Sendable (Tensor) throws -> Tensor = jit { x in sin(x) * x + 1 }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for size in 1...4 {
        for value in 0..<8 {
          group.addTask {
            let x = Tensor([Float](repeating: Float(value), count: size))
            let expected = Float(value) * sinOf(Float(value)) + 1
            return try f(x).scalars(Float.self).allSatisfy { Swift.abs($0 - expected) < 1e-4 }
          }
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  /// A type that is written as `@Sendable` makes a jitted function one that statics and tasks may hold.
  static let scaled: @Sendable (Tensor, [Tensor]) throws -> (Tensor, Tensor) = jit { x, others in
    (x * 2, others.reduce(x) { $0 + $1 })
  }
  static let made: @Sendable () throws -> Tensor = jit { Tensor.arange(4) * 2 }
  static let gradient: @Sendable (Tensor) throws -> Tensor = jit { x in grad { square($0).sum() }(x) }

  @Test func jittedStaticsFromManyTasks() async throws {
    try await withThrowingTaskGroup(of: [Float].self) { group in
      for value in 0..<32 {
        group.addTask {
          let x = Tensor(Float(value))
          let (double, sum) = try ConcurrencyTests.scaled(x, [x, 1])
          let all = [double, sum, try ConcurrencyTests.made()[3], try ConcurrencyTests.gradient(x)]
          return try all.map { try $0.item(Float.self) } + [Float(value)]
        }
      }
      for try await values in group {
        let value = values[4]
        #expect(values == [2 * value, 2 * value + 1, 6, 2 * value, value])
      }
    }
  }

  @Test func transformationsInDifferentTasksDoNotMeet() async throws {
    try await withThrowingTaskGroup(of: Float.self) { group in
      for value in 0..<16 {
        group.addTask {
          let x = Tensor(Float(value))
          return try vmap(grad { (x: Tensor) in x * x * x })(stack([x, x])).scalars(Float.self)[1]
            - Float(3 * value * value)
        }
      }
      for try await difference in group { #expect(difference == 0) }
    }
  }
}

private func sinOf(_ x: Float) -> Float { (try? sin(Tensor(x)).item(Float.self)) ?? .nan }

@Suite struct MemoryTests {
  @Test func tensorsFreeTheirMemory() throws {
    let f = jit(donating: 0) { (x: Tensor) in x * 2 }
    _ = try f(Tensor.ones([32]))
    // Other tests run beside this one, so the count is only compared over many more buffers than they hold.
    let before = LiveObjects.counts.buffers
    for _ in 0..<20 {
      var x = Tensor.ones([1024])
      for _ in 0..<50 { x = try f(x) }
      try x.blockUntilReady()
    }
    #expect(LiveObjects.counts.buffers - before < 900)
  }
}
