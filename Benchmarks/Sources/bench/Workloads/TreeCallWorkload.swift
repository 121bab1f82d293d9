import Blox

/// A jitted model of 20 small layers: the cost of passing 42 arrays.
struct TreeCallWorkload: Workload {
  func run(_ meter: Meter) throws {
    let (model, rng) = try Stack.build([Int](repeating: 8, count: 20), endsWithRelu: true)
    let x = numbers([1, 8])
    let params = try model.initialized(rng, x)
    let forward = jit(model)
    try forward(params, x).0.blockUntilReady()
    let call = try meter.median {
      var y = x
      for _ in 0..<200 { (y, _) = try forward(params, x) }
      try y.blockUntilReady()
    }
    meter.print("call", call / 200 * 1e6, "us")
  }
}
