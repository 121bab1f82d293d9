import Blox

/// 200 operations on f32[64] outside of jit: the cost of one.
struct EagerWorkload: Workload {
  func run(_ meter: Meter) throws {
    let x = numbers([64])
    func block() throws {
      var y = x
      for _ in 0..<50 {
        y = y * 1.0001
        y = y + 0.5
        y = sin(y)
        y = maximum(y, -1)
      }
      try y.blockUntilReady()
    }
    try block()
    meter.print("per_op", try meter.median(block) / 200 * 1e6, "us")
  }
}
