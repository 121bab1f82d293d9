import Blox
import Foundation

/// What is measured of a training step: its loss in the beginning, and how long it takes.
struct TrainingMeasures {
  /// The step whose loss is printed as the last one, however long the measuring takes.
  let lastStep: Int
  /// How many steps are started before the end of a block is waited for.
  let block: Int

  /// - Parameter step: does one step and hands back its loss.
  func take(_ meter: Meter, _ step: () throws -> Tensor) throws {
    var loss = try step()
    meter.print("first_loss", try loss.item(Double.self), "1")
    for _ in 1..<lastStep { loss = try step() }
    meter.print("last_loss", try loss.item(Double.self), "1")
    try takeTimes(meter, step)
  }

  /// The times of steps without a loss.
  func takeSteps(_ meter: Meter, _ step: () throws -> Tensor) throws {
    for _ in 0..<lastStep { try step().blockUntilReady() }
    try takeTimes(meter, step)
  }

  private func takeTimes(_ meter: Meter, _ step: () throws -> Tensor) throws {
    let waiting = try meter.median { try step().blockUntilReady() }
    meter.print("step", waiting * 1e3, "ms")
    let (started, faults) = (clock(), Meter.pageFaults)
    var count = 0
    let pipelined = try meter.median {
      for _ in 1..<block { _ = try step() }
      try step().blockUntilReady()
      count += block
    }
    meter.print("step_pipelined", pipelined / Double(block) * 1e3, "ms")
    meter.print("cpu_ms", Double(clock() - started) / Double(CLOCKS_PER_SEC) / Double(count) * 1e3, "ms")
    meter.print("page_faults", Double(Meter.pageFaults - faults) / Double(count), "1/step")
  }

  /// The measures of the README's training step, initialized with the first of the inputs.
  func take(
    _ meter: Meter, _ model: any Layer, _ rng: Rng, _ inputs: Tensor, _ targets: Tensor,
    loss: @escaping (Tensor, Tensor) -> Tensor
  ) throws {
    var params = try model.initialized(rng, inputs[0..<1])
    let step = jit(donating: 0, name: "step", trainingStep(model, loss))
    try take(meter) {
      let (loss, next) = try step(params, inputs, targets)
      params = next
      return loss
    }
  }
}
