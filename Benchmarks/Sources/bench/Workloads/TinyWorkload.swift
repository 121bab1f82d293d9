import Blox

/// `jit(x + 1)` on f32[8]: the cost of a call.
struct TinyWorkload: Workload {
  func run(_ meter: Meter) throws {
    let addOne = jit { (x: Tensor) in x + 1 }
    let x = Tensor.zeros([8])
    try addOne(x).blockUntilReady()
    let dispatch = try meter.median {
      var y = x
      for _ in 0..<2000 { y = try addOne(x) }
      try y.blockUntilReady()
    }
    meter.print("dispatch", dispatch / 2000 * 1e6, "us")
    let waiting = try meter.median {
      for _ in 0..<2000 { try addOne(x).blockUntilReady() }
    }
    meter.print("dispatch_and_wait", waiting / 2000 * 1e6, "us")
  }
}
