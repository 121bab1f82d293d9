import Blox
import Checkpoints
import Foundation
import Optimizers

extension Joined {
  /// A network that knows nothing of devices, and its training step.
  private struct Example {
    let first, second: Linear
    let rng: Rng
    let optimizer = GradientTransformation.adam(learningRate: 1e-2)
    let inputs = waves([16, 8]), targets = waves([16, 8], 1)

    init() throws {
      let graph = try Graph("net")
      rng = try Rng(graph.child("rng"))
      first = try Linear(graph.child("first"), outputSize: 32, rng: rng)
      second = try Linear(graph.child("second"), outputSize: 8, rng: rng)
    }

    func forward(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      let (hidden, params) = first(params, x)
      return second(params, relu(hidden))
    }

    func initialize(_ x: Tensor) -> Params { forward(rng.seed(Params(), seed: 5), x).1.locked() }

    func step(
      _ params: Params, _ state: OptimizerState, _ x: Tensor, _ y: Tensor
    ) throws -> (Tensor, Params, OptimizerState) {
      let (trainable, others) = params.split()
      let (loss, gradients) = try valueAndGrad { (t: Params) in
        try square(forward(t.merge(others), x).0 - y).mean()
      }(trainable)
      let (updates, newState) = optimizer.update(gradients, state, trainable)
      return (loss, try applyUpdates(trainable, updates).merge(others), newState)
    }
  }

  /// How kernels lie: whole, by columns and rows (as the checkpoint is), or a part on each device.
  private static let ways: [(mesh: KeyValuePairs<String, Int>, spec: @Sendable ([String]) -> PartitionSpec)] =
    [
      (["data": 8], { _ in [] }),
      (
        ["data": 2, "model": 4],
        { $0.last == "kernel" ? ($0.contains("first") ? [nil, "model"] : ["model"]) : [] }
      ),
      (["data": 8], { $0.last == "kernel" ? ["data"] : [] }),
    ]

  /// Trains on the devices of both processes, data-parallel and fully sharded; the losses are those of one device.
  func checkTraining() throws {
    let example = try Example()
    var params = try jit(example.initialize)(example.inputs)
    var state = try jit(example.optimizer.initialState)(params.split().0)
    let alone = jit(example.step)
    let expected =
      try (0..<5).map { _ in
        let loss: Tensor
        (loss, params, state) = try alone(params, state, example.inputs, example.targets)
        return try loss.item(Float.self)
      } as [Float]
    for (number, way) in Joined.ways.enumerated() where number != 1 {
      let losses = try Joined.losses(example, Mesh(way.mesh), way.spec)
      for (loss, wanted) in zip(losses, expected) {
        expect(Swift.abs(loss - wanted) < 1e-5, "way \(number): \(losses), and on one device \(expected)")
      }
    }
  }

  private static func losses(
    _ example: Example, _ mesh: Mesh, _ spec: @escaping @Sendable ([String]) -> PartitionSpec
  ) throws -> [Float] {
    let data = NamedSharding(mesh, ["data"]), whole = NamedSharding(mesh, [])
    let abstract = try evalShape(example.initialize)(example.inputs)
    let layout = try abstract.shardings(on: mesh) { path, _ in spec(path) }
    let trainable = abstract.split().0
    let stateLayout = try example.optimizer.stateSharding(trainable, layout)
    var params = try jit(outShardings: [layout], example.initialize)(example.inputs)
    var state = try jit(outShardings: [stateLayout], example.optimizer.initialState)(params.split().0)
    let step = jit(
      donating: [0, 1], inShardings: [layout, stateLayout, data, data],
      outShardings: [whole, layout, stateLayout], example.step)
    // Each process loads its own part of the batch.
    let place = Distributed.processIndex * 8..<Distributed.processIndex * 8 + 8
    let inputs = try makeArrayFromProcessLocalData(data, example.inputs[place])
    let targets = try makeArrayFromProcessLocalData(data, example.targets[place])
    return try (0..<5).map { _ in
      let loss: Tensor
      (loss, params, state) = try step(params, state, inputs, targets)
      return try loss.item()
    }
  }

  /// All processes write a checkpoint, and read it on other meshes.
  func checkCheckpoints() throws {
    let example = try Example()
    let plain = try jit(example.initialize)(example.inputs)
    let folder = ProcessInfo.processInfo.environment["CHECKPOINT"].map { URL(filePath: $0) }
    guard let folder else { return expect(false, "the variable CHECKPOINT names no folder") }
    let mesh = try Mesh(["model": 8])
    let spec = { (path: [String], _: Param) -> PartitionSpec in Joined.ways[1].spec(path) }
    let layout = try plain.shardings(on: mesh, spec)
    try devicePut(plain, layout).saveShards(to: folder)
    for other in [
      try Mesh(["data": 2, "model": 4]), try Mesh(["model": 4], devices: Backend.default.localDevices),
    ] {
      let otherLayout = try plain.shardings(on: other, spec)
      let read = try plain.loading(shards: folder, shardings: otherLayout)
      for (path, param) in devicePut(read, NamedSharding(other, [])).items {
        expect(try isNear(param.value, plain[path].value, 0), "\(path)")
      }
    }
    // One process cannot write: all get an error, and what was there stays.
    expectError(index == 0 ? "process 1 could not write" : "failed on purpose") {
      let failure = Tensor(
        failure: TensorError(operation: "test", problem: "failed on purpose", expected: "", module: nil))
      let placed = devicePut(plain, layout)
      try (index == 1 ? map(placed) { $0.ndim == 1 ? failure : $0 } : placed).saveShards(to: folder)
    }
    try Distributed.barrier("saved")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    expect(
      files == (0..<8).map { "device-\($0).safetensors" }, "a file of each device, still there: \(files)")
  }

  /// The manager keeps the latest and the best checkpoints of all processes, and brings them back on other meshes.
  func checkManager() throws {
    let plain = try jit(Example().initialize)(waves([16, 8]))
    guard let path = ProcessInfo.processInfo.environment["CHECKPOINTS"] else {
      return expect(false, "the variable CHECKPOINTS names no folder")
    }
    let folder = URL(filePath: path)
    let manager = try CheckpointManager(folder, keep: 2, best: .init("loss", .least))
    expect(try manager.restore(plain) == nil, "there is no checkpoint")
    let spec = { (path: [String], _: Param) -> PartitionSpec in Joined.ways[1].spec(path) }
    let placed = devicePut(plain, try plain.shardings(on: Mesh(["model": 8]), spec))
    for (step, loss) in [(1, 0.5), (2, 2), (3, 1), (4, 3)] {
      try manager.save(step, placed, metrics: ["loss": loss])
    }
    try Distributed.barrier("managed")
    expect(
      manager.steps == [1, 3, 4] && manager.bestStep == 1, "\(manager.steps), \(manager.bestStep ?? -1)")
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let expected = [1, 3, 4].flatMap { ["step-000000000\($0)", "step-000000000\($0).safetensors"] }
    expect(names == expected, "\(names)")
    for mesh in [
      try Mesh(["data": 2, "model": 4]), try Mesh(["model": 4], devices: Backend.default.localDevices),
    ] {
      let found = try manager.restore(plain, shardings: plain.shardings(on: mesh, spec))
      expect(found?.step == 4, "the latest")
      for (path, param) in devicePut(found?.tree ?? Params(), NamedSharding(mesh, [])).items {
        expect(try isNear(param.value, plain[path].value, 0), "\(path)")
      }
    }
    expectError("lies in parts") { _ = try manager.restore(plain) }
    // What every process has whole, the first one writes.
    try manager.save(5, plain)
    try manager.wait()
    try Distributed.barrier("written")
    expect(try manager.restore(plain)?.step == 5, "a state that is whole in each process")
    try Distributed.barrier("read")
  }
}
