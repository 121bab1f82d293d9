import Blox
import Data
import Foundation

/// Steps of 5 ms, and 4 ms for each batch that one worker makes meanwhile: at best 5 ms for both.
struct InputWorkload: Workload {
  func run(_ meter: Meter) throws {
    let batches = Dataset(count: Int.max) {
      Tensor([Float](repeating: Float($0 % 100), count: 64 * 64), shape: [64, 64])
    }
    let loader = try batches.map { batch in
      InputWorkload.work(0.004)
      return batch
    }.prefetched(workers: 1)
    let step = jit { (total: Tensor, batch: Tensor) in total + batch.sum() }
    let warm = Tensor(Float(0))
    if let batch = try loader.next() { _ = try step(warm, batch).item(Float.self) }
    let one = try meter.median {
      guard let batch = try loader.next() else { return }
      let start = ContinuousClock.now
      _ = try step(warm, batch).item(Float.self)
      InputWorkload.work(0.005 - (ContinuousClock.now - start).seconds)
    }
    meter.print("step", one * 1000, "ms")
  }

  /// Keeps a core busy for some seconds.
  private static func work(_ seconds: Double) {
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    while ContinuousClock.now < end {}
  }
}
