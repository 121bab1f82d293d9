import Foundation

/// What a loader and its workers share.
///
/// `@unchecked Sendable`: what changes is read and written with the condition's lock held alone.
final class LoaderWork<Element: Sendable>: @unchecked Sendable {
  private let dataset: Dataset<Element>
  private let ahead: Int
  private let condition = NSCondition()
  /// Elements that are made and not taken, by number: at most `ahead`.
  private var made: [Int: Result<Element, any Error>] = [:]
  private var nextToMake: Int
  private var nextToTake: Int
  private var isStopped = false

  init(_ dataset: Dataset<Element>, ahead: Int, from index: Int) {
    self.dataset = dataset
    self.ahead = ahead
    nextToMake = index
    nextToTake = index
  }

  var taken: Int { condition.withLock { nextToTake } }

  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }

  /// Makes elements until there are no more or the loader is gone.
  func run() {
    while let index = claim() {
      let result = Result { try dataset[index] }
      condition.withLock {
        made[index] = result
        condition.broadcast()
      }
    }
  }

  private func claim() -> Int? {
    condition.withLock {
      while !isStopped, nextToMake < dataset.count, nextToMake - nextToTake >= ahead { condition.wait() }
      guard !isStopped, nextToMake < dataset.count else { return nil }
      defer { nextToMake += 1 }
      return nextToMake
    }
  }

  func next() throws -> Element? {
    let result: Result<Element, any Error>? = condition.withLock {
      guard nextToTake < dataset.count else { return nil }
      while made[nextToTake] == nil { condition.wait() }
      defer {
        nextToTake += 1
        condition.broadcast()
      }
      return made.removeValue(forKey: nextToTake)
    }
    return try result?.get()
  }
}
