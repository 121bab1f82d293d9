import Blox

/// 30 attentions of 600 queries to 1024 keys, 8 heads, batch 2, each for itself: what memory is left behind.
struct AttentionsWorkload: Workload {
  func run(_ meter: Meter) throws {
    let query = numbers([2, 600, 8, 64])
    let keys = numbers([2, 1024, 8, 64])
    let values = numbers([2, 1024, 8, 64])
    var total = Tensor(0.0)
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<30 {
      let mixed = dotProductAttention(query + Tensor(Double(number) * 0.01), keys, values)
      total = total + mixed.sum()
    }
    meter.print("sum", try total.item(Double.self), "1")
    meter.print("attention", (clock.now - start).seconds / 30 * 1e3, "ms")
    meter.printMemory()
  }
}
