import Blox

/// Causal attention, 8 heads of 64, with its gradients by queries, keys and values.
struct AttentionWorkload: Workload {
  let times: Int

  func run(_ meter: Meter) throws {
    let operands = (0..<3).map { _ in numbers([1, times, 8, 64]) }
    let step = jit(name: "step") { (operands: [Tensor]) in
      grad { (x: [Tensor]) in square(dotProductAttention(x[0], x[1], x[2], isCausal: true)).mean() }(operands)
    }
    try TrainingMeasures(lastStep: 5, block: 5).takeSteps(meter) { try step(operands)[0] }
  }
}
