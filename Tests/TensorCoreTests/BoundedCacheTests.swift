import Foundation
import Synchronization
import Tensors
import Testing

@testable import TensorCore

/// Compiled programs are found by hash, kept in bounded number, and compiled once.
@Suite struct BoundedCacheTests {
  @Test func theEntryUsedLeastRecentlyGoes() {
    var cache = BoundedCache<Int, String>(capacity: 3)
    for key in 1...3 { cache.insert("\(key)", for: key) }
    #expect(cache.value(for: 1) == "1")
    cache.insert("4", for: 4)
    #expect(cache.value(for: 2) == nil)
    cache.insert("three", for: 3)
    cache.insert("5", for: 5)
    #expect(cache.value(for: 1) == nil)
    #expect(Set(cache.values) == ["three", "4", "5"])
    for key in 6...1000 {
      cache.insert("\(key)", for: key)
      #expect(cache.count == 3 && cache.value(for: key) == "\(key)")
    }
    #expect(Set(cache.values) == ["998", "999", "1000"])
    cache.removeAll()
    #expect(cache.count == 0 && cache.value(for: 1000) == nil)
    cache.insert("1", for: 1)
    #expect(cache.values == ["1"])
  }

  /// Each thread traces; the program of the first is the one that is compiled, and the others wait for it.
  @Test func threadsThatCallAFunctionFirstCompileItOnce() throws {
    final class Compiled: Sendable {}
    let slot = CompiledOnce<Compiled>()
    let compilations = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      _ = try? slot.value {
        compilations.withLock { $0 += 1 }
        return Compiled()
      }
    }
    #expect(compilations.withLock { $0 } == 1)
    #expect(slot.value != nil)
    struct Refused: Error {}
    let (other, made) = (CompiledOnce<Compiled>(), Compiled())
    #expect(throws: Refused.self) { try other.value { throw Refused() } }
    #expect(try other.value { made } === made)
    #expect(try other.value { throw Refused() } === made)
  }

  @Test func callsOfManyStaticValuesFindTheirPrograms() throws {
    let traced = Mutex(0)
    let f = jit { (x: Tensor, n: Static<Int>) in
      traced.withLock { $0 += 1 }
      return x + Tensor(n.value)
    }
    for round in 0..<2 {
      for n in 0..<5 {
        let sum = try f(1, Static(n))
        #expect(try sum.item(Int.self) == n + 1, "round \(round)")
      }
    }
    #expect(traced.withLock { $0 } == 5)
    clearCaches()
    #expect(try f(1, Static(2)).item(Int.self) == 3)
    #expect(traced.withLock { $0 } == 6)
  }
}

/// Numbers that differ from call to call are operands: the same programs serve them all.
@Suite struct VaryingNumberTests {
  @Test("A hundred indices, bounds and steps are compiled a handful of times, and are right")
  func compiledOnce() throws {
    let x = Tensor((0..<77).map { Float($0) }).reshape([7, 11])
    // Of the types of this test: others run beside it.
    func programs(_ name: String, _ type: String) -> Int {
      EvaluationInterpreter.shared.programCount(named: name, with: type)
    }
    for number in 0..<100 {
      let (row, column) = (number % 7, number % 11)
      #expect(try x[row, column].item(Float.self) == Float(11 * row + column))
      #expect(try x[row - 7].scalars(Float.self) == (0..<11).map { Float(11 * row + $0) })
      #expect(try x[0..., column].scalars(Float.self) == (0..<7).map { Float(11 * $0 + column) })
      let (set, added) = (x.at[row, column].set(-1), x.at[row].add(1))
      var (wantSet, wantAdded) = (try x.scalars(Float.self), try x.scalars(Float.self))
      wantSet[11 * row + column] = -1
      for place in 0..<11 { wantAdded[11 * row + place] += 1 }
      #expect(try set.scalars(Float.self) == wantSet)
      #expect(try added.scalars(Float.self) == wantAdded)
      let end = Double(number) + 0.5
      let line = try Tensor.linspace(-end, end, 77).scalars(Float.self)
      #expect(line[0] == Float(-end) && abs(line[38]) <= 1e-6 * Float(end) && line[76] == Float(end))
      let steps = try Tensor.arange(end, end + 76.5 * (end + 1), end + 1).scalars(Float.self)
      #expect(steps == (0..<77).map { Float(end + Double($0) * (end + 1)) })
    }
    // An element, a row and a column are read; an element is set, and a row added to.
    #expect((1...3).contains(programs("at.get", "tensor<7x11xf32>")))
    #expect(programs("at.set", "tensor<7x11xf32>") == 1)
    #expect(programs("at.add", "tensor<7x11xf32>") == 1)
    #expect(programs("linspace", "tensor<77xf32>") == 1)
    #expect((1...2).contains(programs("arange", "tensor<77xf32>")))
    #expect(try #require(x[7].error).problem.contains("7"))
    #expect(x.at[0, -12].set(1).error != nil)
  }
}
