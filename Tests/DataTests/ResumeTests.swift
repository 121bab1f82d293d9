import Checkpoints
import Data
import Foundation
import Optimizers
import Tensors
import Testing

/// Parameters, optimizer, random key and the data's position in one checkpoint: a training that goes on is the unbroken one.
@Suite struct ResumeTests {
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

  static let optimizer = GradientTransformation.chain(
    .clipByGlobalNorm(1), .adam(learningRate: .cosineDecaySchedule(0.1, 40)))

  static func initial() -> State {
    let params = ["w": Tensor.zeros([3]), "b": Tensor.zeros([])]
    return State(
      params: params, optimizer: optimizer.initialState(params), key: Random.key(1), position: DataPosition())
  }

  static func batches() throws -> Dataset<[String: Tensor]> {
    try Dataset(["x": Random.normal(Random.key(2), [50, 3]), "y": Random.normal(Random.key(3), [50])])
      .shuffled(Random.key(4)).batched(8, remainder: .drop).repeated()
  }

  /// Trains up to a number of steps from the latest checkpoint, as a process that was started again does.
  static func train(_ folder: URL, upTo end: Int) throws -> State {
    let manager = try CheckpointManager(folder, keep: 2)
    var (step, state) = (0, initial())
    if let found = try manager.restore(state) { (step, state) = found }
    let loader = try batches().prefetched(workers: 2, from: state.position)
    let update = jit(donating: [0]) { (state: State, batch: [String: Tensor]) in
      guard let x = batch["x"], let y = batch["y"] else { return state }
      let keys = Random.split(state.key)
      let noise = 0.01 * Random.normal(keys[1], x.shape)
      let gradients = grad { (params: [String: Tensor]) in
        let predictions = matmul(x + noise, params["w"] ?? 0) + (params["b"] ?? 0)
        return square(predictions - y).mean()
      }(state.params)
      var next = state
      let (updates, optimizer) = optimizer.update(gradients, state.optimizer, state.params)
      (next.params, next.optimizer, next.key) = (applyUpdates(state.params, updates), optimizer, keys[0])
      return next
    }
    while step < end, let batch = try loader.next() {
      state = try update(state, batch)
      state.position = loader.position
      step += 1
      if step % 5 == 0 { try manager.save(step, state) }
    }
    try manager.wait()
    return state
  }

  @Test(
    "A training that ended at several steps and went on has the parameters of one that did not, bit by bit")
  func goesOn() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("resume-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try Self.train(folder.appendingPathComponent("whole"), upTo: 40)
    let broken = folder.appendingPathComponent("broken")
    var state = Self.initial()
    for end in [7, 13, 13, 29, 40] { state = try Self.train(broken, upTo: end) }
    #expect(try state.position.index == 40)
    for (a, b) in zip(state.leaves, whole.leaves) { #expect(try a.bytes() == b.bytes()) }
  }
}
