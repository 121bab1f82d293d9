import Blox
import Checkpoints
import Data
import Foundation
import Optimizers

/// A training with a `CheckpointManager`, which goes on with parameters, optimizer, random key and the data's position.
struct ManagedTraining {
  /// After how many steps there is a checkpoint.
  static let interval = 20
  private static let optimizer = GradientTransformation.chain(
    .clipByGlobalNorm(1), .adamw(learningRate: .cosineDecaySchedule(0.05, 5000)))

  let folder: URL

  struct State: TensorTree {
    var params: [String: Tensor]
    var optimizer: OptimizerState
    var key: Tensor
    var position: DataPosition

    mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
      params.forEachLeaf(body)
      optimizer.forEachLeaf(body)
      body(&key)
      position.forEachLeaf(body)
    }
  }

  private var start: State {
    let params = ["w": Tensor.zeros([8]), "b": Tensor.zeros([])]
    return State(
      params: params, optimizer: Self.optimizer.initialState(params), key: Random.key(1),
      position: DataPosition())
  }

  func latestStep() throws -> Int { try CheckpointManager(folder).latestStep ?? 0 }

  func latest() throws -> State? { try CheckpointManager(folder).restore(start)?.tree }

  /// Goes on from the latest checkpoint.
  func work(until last: Int) throws {
    let manager = try CheckpointManager(folder, keep: 2)
    var (step, state) = (0, start)
    if let found = try manager.restore(state) { (step, state) = found }
    let batches = try Dataset([
      "x": Random.normal(Random.key(2), [100, 8]), "y": Random.normal(Random.key(3), [100]),
    ]).shuffled(Random.key(4)).batched(8, remainder: .drop).repeated()
    let loader = try batches.prefetched(workers: 2, from: state.position)
    let update = jit(donating: [0]) { (state: State, batch: [String: Tensor]) in
      try Self.next(state, batch)
    }
    while step < last, let batch = try loader.next() {
      state = try update(state, batch)
      state.position = loader.position
      step += 1
      if step % Self.interval == 0 { try manager.save(step, state) }
      Child.say(step)
      usleep(1000)
    }
    try manager.wait()
  }

  @Sendable private static func next(_ state: State, _ batch: [String: Tensor]) throws -> State {
    guard let x = batch["x"], let y = batch["y"] else { throw Trouble("the batch has other names") }
    let keys = Random.split(state.key)
    let noise = 0.01 * Random.normal(keys[1], x.shape)
    let gradients = grad { (params: [String: Tensor]) in
      let predictions = matmul(x + noise, params["w"] ?? 0) + (params["b"] ?? 0)
      return square(predictions - y).mean()
    }(state.params)
    var next = state
    let (updates, optimizerState) = optimizer.update(gradients, state.optimizer, state.params)
    (next.params, next.optimizer, next.key) = (applyUpdates(state.params, updates), optimizerState, keys[0])
    return next
  }
}
