import Blox
import Optimizers

// Models, optimizers and shardings as arguments.
extension Draw {
  func initializer() -> Initializer {
    one(of: [
      .zeros, .ones, .constant(tensor()), .normal(double()), .uniform(double()), .lecunNormal(),
      .orthogonal(double(), columnAxis: int()), .deltaOrthogonal(double()),
      .varianceScaling(double(), inAxis: axes(), outAxis: axes()),
    ])
  }

  func schedule() -> Schedule {
    one(of: [
      .constantSchedule(double()), .linearSchedule(double(), double(), int()),
      .cosineDecaySchedule(double(), int()),
      .piecewiseConstantSchedule(double(), [int(): double()]),
    ])
  }

  func optimizer() -> GradientTransformation {
    one(of: [
      .sgd(learningRate: schedule(), momentum: optional(double())), .adam(learningRate: schedule()),
      .clipByGlobalNorm(double()), .scale(double()), .adafactor(minDimSizeToFactor: int()),
      .lamb(learningRate: schedule(), mask: mask()), .muon(learningRate: schedule(), nsSteps: int()),
      .multiSteps(.adam(learningRate: schedule()), every: schedule()), .applyEvery(int()),
      .partition(["a": .sm3(learningRate: schedule()), "b": .setToZero()]) { _, param in
        param.ndim > 1 ? "a" : "b"
      },
      .dynamicLossScale(.sgd(learningRate: 1), growthInterval: int()), .adaptiveGradClip(double()),
      .lookahead(.adam(learningRate: schedule()), syncPeriod: int(), slowStepSize: double()),
      .reduceOnPlateau(patience: int(), cooldown: int(), accumulationSize: int()),
    ])
  }

  func optimizerState() -> OptimizerState {
    chance(50) ? optimizer().initialState(tensors()) : OptimizerState(count: tensor(), averages: [tensors()])
  }

  func mask() -> GradientTransformation.Mask {
    let least = chance(50) ? 1 : 2
    return { path, param in path.count < 2 || param.ndim >= least }
  }

  func metadata() -> Metadata { chance(70) ? Metadata() : Metadata(sharding: spec(), tag: text()) }

  func metadataValue() -> Metadata.Value { one(of: [.string(text()), .integer(int()), .number(double())]) }

  func graph() throws -> Graph { try parts().graph.child("m\(bits() % 1_000_000)") }

  func rng() throws -> Rng { try parts().rng }

  func params() throws -> Params {
    let params = try parts().params
    return chance(20) ? params.locked() : params
  }

  func layer() throws -> any Layer {
    chance(50)
      ? try Linear(graph(), outputSize: int(), rng: rng()) : try Dropout(graph(), rate: 0.5, rng: rng())
  }

  func keyValueCache() throws -> KeyValueCache {
    try makeMultiHeadAttention().initialState(params(), tensor()).0
  }

  func rotaryScaling() -> RotaryScaling {
    one(of: [
      .linear(factor: double()),
      .llama3(
        factor: double(), lowFrequencyFactor: double(), highFrequencyFactor: double(), originalLength: int()),
    ])
  }

  func rotaryOptions() -> RotaryOptions {
    chance(50)
      ? RotaryOptions()
      : RotaryOptions(features: optional(int()), isInterleaved: bool(), scaling: optional(rotaryScaling()))
  }

  func mesh() throws -> Mesh { try Mesh(one(of: [["i": 1], ["i": 1, "j": 1], ["i": int()]])) }

  func entry() -> PartitionSpec.Entry { chance(70) ? PartitionSpec.Entry([text()]) : .unconstrained }

  func spec() -> PartitionSpec { PartitionSpec(entries: (0..<bits() % 3).map { _ in entry() }) }

  func sharding() throws -> NamedSharding { NamedSharding(try mesh(), spec()) }
}
