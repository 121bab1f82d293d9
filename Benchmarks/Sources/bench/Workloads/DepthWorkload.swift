import Blox

/// A training step of 10, 50 and 200 layers: the cost of tracing, lowering and compiling.
struct DepthWorkload: Workload {
  func run(_ meter: Meter) throws {
    let x = numbers([32, 64])
    for count in [10, 50, 200] {
      let (model, rng) = try Stack.build([Int](repeating: 64, count: count), endsWithRelu: true)
      let params = try model.initialized(rng, x[0..<1])
      let step = trainingStep(model) { outputs, _ in square(outputs).mean() }
      let clock = ContinuousClock()
      let start = clock.now
      let lowered = try lower(name: "step", step)(params, x, x)
      let middle = clock.now
      _ = try lowered.compile()
      meter.print("trace_lower_\(count)", (middle - start).seconds * 1e3, "ms")
      meter.print("compile_\(count)", (clock.now - middle).seconds * 1e3, "ms")
    }
  }
}
