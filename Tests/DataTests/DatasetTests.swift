import Checkpoints
import Data
import Foundation
import Synchronization
import Tensors
import Testing

/// Orders, batches, parts and positions; workers, and what one throws.
@Suite struct DatasetTests {
  private func all<Element>(_ dataset: Dataset<Element>) throws -> [Element] {
    try (0..<dataset.count).map { try dataset[$0] }
  }

  private func rest<Element>(_ loader: Loader<Element>) throws -> [Element] {
    var elements: [Element] = []
    while let element = try loader.next() { elements.append(element) }
    return elements
  }

  @Test func batchesOfTrees() throws {
    let data = try Dataset([
      "x": Tensor.arange(10).reshape([5, 2]), "y": Tensor([true, false, true, true, false]),
    ])
    let batches = data.batched(2)
    #expect(batches.count == 3 && data.batched(2, remainder: .drop).count == 2)
    let last = try batches[2]
    #expect(last["x"]?.shape == [1, 2])
    #expect(try last["x"]?.scalars(Int32.self) == [8, 9])
    #expect(try batches[1]["y"]?.scalars(Bool.self) == [true, true])
    #expect(data.batched(9).count == 1 && data.batched(9, remainder: .drop).count == 1)
    let error = #expect(throws: DataError.self) { try data.batched(9, remainder: .drop)[0] }
    #expect("\(try #require(error))".contains("batches of 9 of 5 elements"))
    #expect(throws: DataError.self) { try data.batched(0)[0] }
    let none = try Dataset(Tensor.zeros([0, 3]))
    for empty in [
      none.batched(4), none.shuffled(Random.key(0)).batched(4, remainder: .drop), none.repeated(),
    ] {
      let loader = try empty.prefetched()
      let error = #expect(throws: DataError.self) { try loader.next() }
      #expect("\(try #require(error))".contains("at least one"))
    }
    #expect(none.count == 0 && none.repeated(3).count == 0)
    #expect(try none.prefetched().next() == nil)
    #expect(throws: DataError.self) { try Dataset([Tensor.zeros([2]), Tensor.zeros([3])]) }
    #expect(throws: DataError.self) { try Dataset(Tensor(1.0)) }
    let nested = #expect(throws: TensorError.self) {
      try Dataset(["x": Tensor([[1, 2], [3]] as [[Float]]), "y": Tensor.zeros([2])])
    }
    #expect(try #require(nested).description.contains("the nested arrays have different lengths"))
    #expect(throws: DataError.self) { try data[5] }
    let ragged = Dataset(elements: [Tensor([1.0]), Tensor([1.0, 2.0])]).batched(2)
    let unlike = #expect(throws: DataError.self) { try ragged[0] }
    let text = "element 1 of the batch has float32[2], the first one float32[1]"
    #expect("\(try #require(unlike))".contains(text))
  }

  @Test("An order is another in each epoch, always the same by the same key, and parts are disjoint")
  func orders() throws {
    let data = Dataset(elements: Array(0..<20))
    let shuffled = data.shuffled(Random.key(1))
    let epochs = try all(shuffled.repeated(3))
    #expect(epochs.count == 60)
    let (first, second) = (Array(epochs.prefix(20)), Array(epochs.dropFirst(20).prefix(20)))
    #expect(first.sorted() == Array(0..<20) && second.sorted() == Array(0..<20))
    #expect(first != second && first != Array(0..<20))
    #expect(try all(data.shuffled(Random.key(1)).repeated(3)) == epochs)
    #expect(try all(data.shuffled(Random.key(2))) != first)
    let parts = try (0..<3).map { try all(shuffled.part($0, of: 3)) }
    #expect(parts.map(\.count) == [7, 7, 6])
    #expect(parts.flatMap { $0 }.sorted() == Array(0..<20))
    #expect(data.part(19, of: .max).count == 1 && data.part(20, of: .max).count == 0)
    #expect(data.part(3, of: 3).count == 0 && data.part(0, of: 0).count == 0)
    #expect(data.repeated().count > 1 << 60 && Dataset(elements: [Int]()).repeated(2).count == 0)
    #expect(try all(data.prefix(3)) == [0, 1, 2] && all(data.dropFirst(18)) == [18, 19])
  }

  @Test("Keys belong to elements and epochs, not to workers")
  func augmentation() throws {
    let data = Dataset(elements: Array(repeating: 0, count: 4)).map(Random.key(3)) { _, key in
      try Random.uniform(key).item(Float.self)
    }.repeated(2)
    let expected = try all(data)
    #expect(Set(expected).count == 8)
    #expect(try rest(data.prefetched(workers: 3)) == expected)
  }

  @Test("Several workers give elements in order, and no more than are asked for ahead")
  func workers() throws {
    let running = Mutex((now: 0, most: 0, last: 0))
    let data = Dataset(count: 50) { index in
      running.withLock { $0 = ($0.now + 1, Swift.max($0.most, $0.now + 1), Swift.max($0.last, index)) }
      defer { running.withLock { $0.now -= 1 } }
      // Later elements are done earlier.
      usleep(UInt32(index % 5 == 0 ? 4000 : 100))
      return index
    }
    let loader = try data.prefetched(workers: 4, ahead: 6)
    var taken: [Int] = []
    while let element = try loader.next() {
      taken.append(element)
      #expect(running.withLock { $0.last } <= element + 6)
    }
    #expect(taken == Array(0..<50))
    #expect(running.withLock { $0.most } <= 4)
    #expect(try loader.next() == nil)
  }

  @Test("What a worker throws is thrown at its element; the next ones are there")
  func errors() throws {
    struct Broken: Error { let index: Int }
    let data = Dataset(count: 6) { index in
      if index == 3 { throw Broken(index: index) }
      return index
    }
    let loader = try data.prefetched(workers: 2)
    #expect(try (0..<3).map { _ in try loader.next() } == [0, 1, 2])
    let error = #expect(throws: Broken.self) { try loader.next() }
    #expect(error?.index == 3)
    #expect(try loader.next() == 4)
  }

  @Test("Training goes on in the middle of an epoch with the very next batch, also from a file")
  func positions() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    let batches = try Dataset(Tensor.arange(23)).shuffled(Random.key(5)).batched(4, remainder: .drop)
      .repeated(3)
    func values(_ batches: [Tensor]) throws -> [[Int32]] { try batches.map { try $0.scalars(Int32.self) } }
    let whole = try values(all(batches))
    let loader = try batches.prefetched(workers: 2)
    for _ in 0..<7 { _ = try loader.next() }
    try loader.position.save(to: url)
    let position = try DataPosition().loading(from: url)
    #expect(try position.index == 7)
    #expect(try values(rest(batches.prefetched(workers: 2, from: position))) == Array(whole.dropFirst(7)))
    #expect(try DataPosition(1 << 40).index == 1 << 40)
    #expect(try batches.prefetched(from: DataPosition(1 << 40)).next() == nil)
  }

  @Test("Workers put batches onto devices ahead")
  func devices() throws {
    let rows = NamedSharding(try Mesh(["a": 2]), ["a"])
    let batches = try Dataset(Tensor.arange(12)).batched(4).map { devicePut($0, rows) }
    let all = try rest(batches.prefetched(workers: 2))
    #expect(all.count == 3 && all.allSatisfy { $0.sharding == rows })
    #expect(try all[1].scalars(Int32.self) == [4, 5, 6, 7])
  }

  @Test("A loader that is gone ends its workers")
  func ended() throws {
    let made = Mutex(0)
    let data = Dataset(count: Int.max) { index in
      made.withLock { $0 += 1 }
      return index
    }
    var loader: Loader<Int>? = try data.prefetched(workers: 2, ahead: 3)
    for _ in 0..<100_000 { _ = try loader?.next() }
    loader = nil
    let count = made.withLock { $0 }
    #expect(count <= 100_003)
    #expect(loader == nil)
  }
}
