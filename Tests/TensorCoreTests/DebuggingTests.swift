import Synchronization
import Tensors
import Testing

@testable import TensorCore

/// Printing from compiled programs, NaNs, and why functions are compiled.
@Suite(.serialized) struct DebuggingTests {
  final class Lines: Sendable {
    private let list = Mutex<[String]>([])
    func append(_ line: String) { list.withLock { $0.append(line) } }
    var all: [String] { list.withLock { $0 } }
  }

  func printed(_ body: () throws -> Void) rethrows -> [String] {
    let lines = Lines()
    DebugPrint.output.withLock { $0 = { lines.append($0) } }
    defer { DebugPrint.output.withLock { $0 = { print($0) } } }
    try body()
    return lines.all
  }

  @Test func compiledFunctionsPrint() throws {
    let f = jit { (x: Tensor) in
      debugPrint("x \"is\" {} and its sum {}", x, x.sum())
      return x * 2
    }
    let lines = try printed {
      try f(Tensor([1, 2] as [Float])).blockUntilReady()
      try f(Tensor([3, 4] as [Float])).blockUntilReady()
    }
    #expect(lines == ["x \"is\" [1. 2.] and its sum 3.", "x \"is\" [3. 4.] and its sum 7."])
  }

  @Test func everyLaneAndEveryRunPrints() throws {
    let f = { (x: Tensor) in
      scan(x, length: 2) { s in
        debugPrint("{}", s)
        return s * 2
      }
    }
    let lines = try printed { try jit(vmap(f))(Tensor([1, 10] as [Int32])).blockUntilReady() }
    #expect(lines.sorted() == ["1", "10", "2", "20"])
    #expect(printed { debugPrint("now {}", Tensor(1 as Int32)) } == ["now 1"])
    let gradient = try printed { try grad(f)(Tensor(1 as Float)).blockUntilReady() }
    #expect(gradient.count == 2)
  }

  @Test func programsOnSeveralDevicesPrintOnceOrOnEach() throws {
    let mesh = try Mesh(["a": 2, "b": 4])
    let x = devicePut(Tensor([1, 2, 3, 4, 5, 6, 7, 8] as [Float]), NamedSharding(mesh, [["a", "b"]]))
    let whole = try printed {
      try jit { (x: Tensor) -> Tensor in
        debugPrint("whole {}", x)
        return x + 1
      }(x).blockUntilReady()
    }
    #expect(whole == ["whole [1. 2. 3. 4. 5. 6. 7. 8.]"])
    let parts = try printed {
      let f = shardMap(mesh, in: [["b"]], out: [["b"]]) { (x: Tensor) -> Tensor in
        debugPrint("part {}", x)
        return x + 1
      }
      try jit(f)(x.reshape([4, 2]) * 1).blockUntilReady()
    }
    #expect(parts.count == 8 && Set(parts).count == 4)
    // Each device along "b" once, whatever the compiler divides along "a".
    let rows = try printed {
      let f = shardMap(mesh, in: [["b"]], out: [["b"]], axisNames: ["b"]) { (x: Tensor) -> Tensor in
        debugPrint("row {}", x)
        return x + 1
      }
      try jit(f)(devicePut(x.reshape([4, 2]), NamedSharding(mesh, ["b", "a"]))).blockUntilReady()
    }
    #expect(rows.sorted() == ["row [[1. 2.]]", "row [[3. 4.]]", "row [[5. 6.]]", "row [[7. 8.]]"])
  }

  @Test func aNaNNamesItsOperationAndLine() throws {
    let f = jit { (x: Tensor) in
      let y = x - 2
      return exp(log(y)).sum()
    }
    let x = Tensor([1, 3] as [Float])
    #expect(try f(x).item(Float.self).isNaN)
    let error = #expect(throws: TensorError.self) { try debugNans { try f(x) } }
    #expect(error?.operation == "log")
    #expect(error?.problem == "the result has NaN in 1 of 2 elements")
    #expect(error?.sourceLine?.contains("DebuggingTests.swift") == true)
    #expect(try debugNans { try f(x + 3).item(Float.self) } == 6)
  }

  @Test func aNaNInALoopIsFoundInItsBody() throws {
    let f = jit { (x: Tensor) in scan(x, length: 3) { s in sqrt(s) - 1 } }
    let error = #expect(throws: TensorError.self) { try debugNans { try f(Tensor(1 as Float)) } }
    #expect(error?.operation == "sqrt")
  }

  @Test func donatedMemoryIsKeptWhileLookingForNaNs() throws {
    let f = jit(donating: 0) { (x: Tensor) in log(x) }
    let x = Tensor([-1, 1] as [Float])
    #expect(throws: TensorError.self) { try debugNans { try f(x) } }
    #expect(try x.scalars(Float.self) == [-1, 1])
  }

  @Test func withoutCompilingEverythingIsTheSame() throws {
    let f = jit { (x: Tensor) in
      let s = scan(Tensor(0 as Float), x, reverse: true) { s, v in (sin(s) + v, s) }
      let branch = cond(x.sum() .> 0, x) {
        $0 * 2
      } else: {
        $0
      }
      return [
        s.0, s.1, branch,
        whileLoop(x) {
          $0.sum() .< 9
        } body: {
          $0 * 2
        }, associativeScan(x, +),
      ]
    }
    let x = Tensor([0.5, 1, 2] as [Float])
    let compiled = try f(x)
    let count = EvaluationInterpreter.shared.programCount(named: "scan")
    let plain = try disableJit { try f(x) }
    #expect(EvaluationInterpreter.shared.programCount(named: "scan") <= count)
    for (a, b) in zip(compiled, plain) {
      for (p, q) in zip(try a.scalars(Float.self), try b.scalars(Float.self)) { #expect(abs(p - q) < 1e-6) }
    }
  }

  @Test func compilationsAreExplained() throws {
    let f = jit(name: "step") { (w: [String: Tensor], x: Tensor, n: Static<Int>) in
      x * Tensor(Float(n.value)) + (w["b"] ?? 0)
    }
    let lines = Lines()
    try explainCacheMisses(to: { lines.append($0) }) {
      let w = ["b": Tensor(1 as Float)]
      _ = try f(w, Tensor.zeros([128, 784]), 1)
      _ = try f(w, Tensor.zeros([128, 784]), 1)
      _ = try f(w, Tensor.zeros([100, 784]), 1)
      _ = try f(w, Tensor.zeros([100, 784]), 2)
      _ = try f(["b": Tensor(1 as Float), "c": Tensor(1 as Float)], Tensor.zeros([100, 784]), 2)
    }
    #expect(
      lines.all == [
        "step is compiled: its first call, with f32[], f32[128,784]",
        "step is compiled again: argument 1 changed from f32[128,784] to f32[100,784]",
        "step is compiled again: a static value or the structure of an argument changed",
        "step is compiled again: argument 0 has 2 tensors instead of 1",
      ])
  }
}
