import Foundation
import Tensors

/// The elements of a dataset in order, made by workers while others are used.
///
/// No more than `ahead` elements are made before they are asked for. What making one throws is thrown by `next` in its turn;
/// the elements after it are there. Workers end when the loader is gone.
public final class Loader<Element: Sendable> {
  private let work: LoaderWork<Element>

  init(_ dataset: Dataset<Element>, workers: Int, ahead: Int, from index: Int) {
    work = LoaderWork(dataset, ahead: Swift.max(ahead, 1), from: index)
    for _ in 0..<Swift.max(workers, 1) {
      let thread = Thread { [work] in work.run() }
      // Tracing a model's function needs more than a thread's 512 KiB.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  deinit { work.stop() }

  /// The next element; nil after the last.
  ///
  /// - Throws: what making it has thrown.
  public func next() throws -> Element? { try work.next() }

  /// How many elements have been taken: saved, it lets another loader go on.
  public var position: DataPosition { DataPosition(work.taken) }
}

extension Dataset {
  /// A loader, which makes elements ahead while a step runs.
  ///
  /// - Parameters:
  ///   - workers: how many threads make them.
  ///   - ahead: how many are made before they are asked for.
  ///   - position: where to begin.
  /// - Throws: the error of a position that cannot be read.
  public func prefetched(
    workers: Int = 1, ahead: Int = 4, from position: DataPosition = DataPosition()
  ) throws -> Loader<Element> {
    Loader(self, workers: workers, ahead: ahead, from: try position.index)
  }
}
