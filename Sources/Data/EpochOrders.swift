import Foundation
import Tensors

/// The random order of each epoch, of which the last two are kept: workers are in one or go over to the next.
///
/// `@unchecked Sendable`: what changes is read and written with the lock held alone.
final class EpochOrders: @unchecked Sendable {
  private let key: Tensor
  private let count: Int
  private let lock = NSLock()
  private var kept: [(epoch: Int, order: [Int32])] = []

  init(_ key: Tensor, _ count: Int) {
    self.key = key
    self.count = count
  }

  func order(_ epoch: Int) throws -> Order {
    try lock.withLock {
      if let found = kept.first(where: { $0.epoch == epoch }) { return Order(numbers: found.order) }
      let order = try Random.permutation(Random.foldIn(key, epoch), count).astype(.int32).scalars(Int32.self)
      kept = kept.suffix(1) + [(epoch, order)]
      return Order(numbers: order)
    }
  }

  /// The number of the element at each position.
  struct Order {
    let numbers: [Int32]
    subscript(index: Int) -> Int { Int(numbers[index]) }
  }
}
