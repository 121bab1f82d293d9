public import Tensors

/// Elements that are found by number: of arrays, of files, of a function.
///
/// Nothing is read before it is asked for, and what is done to elements is done then. A pipeline is a dataset of batches:
///
///     let batches = Dataset(images)                 // a tree of tensors, an example for each index of the first axis
///       .shuffled(Random.key(0))                    // in another order in each epoch
///       .part(process, of: processCount)
///       .batched(64, remainder: .drop)
///       .map { devicePut($0, device) }              // ahead too
///       .repeated()
///     let loader = batches.prefetched(workers: 2)
///     while let batch = try loader.next() { … }
///
/// An element depends on its number alone, so that a number is all that one needs to go on in the middle of an epoch.
public struct Dataset<Element: Sendable>: Sendable {
  /// How many elements there are.
  public let count: Int
  private let get: @Sendable (_ index: Int, _ epoch: Int) throws -> Element

  /// A dataset of a function.
  ///
  /// - Parameters:
  ///   - count: how many elements there are.
  ///   - element: gives the element of a number from 0 to `count - 1`; called from several threads at once.
  public init(count: Int, _ element: @escaping @Sendable (_ index: Int) throws -> Element) {
    self.init(count: count) { index, _ in try element(index) }
  }

  init(count: Int, inEpoch get: @escaping @Sendable (_ index: Int, _ epoch: Int) throws -> Element) {
    self.count = Swift.max(count, 0)
    self.get = get
  }

  /// A dataset of elements in memory.
  public init(elements: [Element]) { self.init(count: elements.count) { elements[$0] } }

  /// The element of a number.
  ///
  /// - Throws: `DataError` if there is none; what reading it throws.
  public subscript(index: Int) -> Element {
    get throws { try element(index, inEpoch: 0) }
  }

  /// The element of a number in one of the rounds of `repeated`.
  func element(_ index: Int, inEpoch epoch: Int) throws -> Element {
    guard (0..<count).contains(index) else {
      throw DataError(
        "Dataset", problem: "there is no element \(index)", expected: "a number below \(count), the count")
    }
    return try get(index, epoch)
  }

  /// The elements changed by a function, which `prefetched` calls from several workers.
  public func map<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) throws -> Result
  ) -> Dataset<Result> {
    Dataset<Result>(count: count) { index, epoch in
      try transform(element(index, inEpoch: epoch))
    }
  }

  /// The elements changed by a function that draws at random, with a key for each element and epoch: augmentation.
  public func map<Result: Sendable>(
    _ key: Tensor, _ transform: @escaping @Sendable (Element, _ key: Tensor) throws -> Result
  ) -> Dataset<Result> {
    Dataset<Result>(count: count) { index, epoch in
      let own = Random.foldIn(Random.foldIn(key, epoch), index)
      return try transform(element(index, inEpoch: epoch), own)
    }
  }

  /// The elements in a random order, another one in each epoch of `repeated`, by the same key always the same.
  public func shuffled(_ key: Tensor) -> Dataset {
    let orders = EpochOrders(key, count)
    return Dataset(count: count) { index, epoch in
      try element(orders.order(epoch)[index], inEpoch: epoch)
    }
  }

  /// Every `parts`th element, beginning with the one numbered `index`: the share of one process or device.
  ///
  /// Shares differ in size by one where the count is no multiple; `batched(…, remainder: .drop)` before it makes them equal
  /// often enough. A part that is none is empty.
  public func part(_ index: Int, of parts: Int) -> Dataset {
    guard parts > 0, (0..<parts).contains(index), index < count else {
      return Dataset(count: 0) { try self[$0] }
    }
    return Dataset(count: (count - index - 1) / parts + 1) { position, epoch in
      try element(index + position * parts, inEpoch: epoch)
    }
  }

  /// The elements again and again, without end or a number of times; each time is an epoch.
  ///
  /// No elements without end are an error of the first one.
  public func repeated(_ times: Int? = nil) -> Dataset {
    if count == 0, times == nil {
      return Dataset(count: 1) { _ in
        throw DataError(
          "Dataset.repeated", problem: "there are no elements", expected: "at least one, or a number of times"
        )
      }
    }
    let total = count.multipliedReportingOverflow(by: Swift.max(times ?? Int.max, 0))
    return Dataset(count: total.overflow ? Int.max : total.partialValue) { index, _ in
      try element(index % count, inEpoch: index / count)
    }
  }

  /// The first elements.
  public func prefix(_ length: Int) -> Dataset {
    Dataset(count: Swift.min(count, Swift.max(length, 0))) { try element($0, inEpoch: $1) }
  }

  /// The elements after the first ones.
  public func dropFirst(_ length: Int) -> Dataset {
    let start = Swift.min(count, Swift.max(length, 0))
    return Dataset(count: count - start) { try element(start + $0, inEpoch: $1) }
  }
}
