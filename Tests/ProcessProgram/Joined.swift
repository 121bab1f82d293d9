import Blox
import Checkpoints
import Foundation
import Metrics
import PJRT

/// Two processes of four devices each, which a plugin joins: `JoiningPlugin` in front of the CPU's.
struct Joined {
  let devices: [Device]
  let index = Distributed.processIndex

  static func run(_ name: String) throws {
    try Distributed.initialize(initializationTimeout: .seconds(60))
    let joined = Joined(devices: try Backend.default.devices)
    if name == "joined death" { return try joined.checkDeath() }
    try joined.checkDevices()
    for mesh in [
      try Mesh(["data": 8]), try Mesh(["data": 2, "model": 4]),
      // Neighbours along the first axis are in different processes, and so are some along the second.
      try Mesh(["data": 4, "model": 2], devices: [0, 4, 5, 1, 2, 6, 7, 3].map { joined.devices[$0] }),
    ] {
      try joined.checkValues(mesh)
      try joined.checkPrograms(mesh)
      try joined.checkShardMap(mesh)
    }
    try joined.checkProcessLocalData()
    try joined.checkTraining()
    try joined.checkCheckpoints()
    try joined.checkManager()
    try joined.checkErrors()
    let count = Distributed.processCount
    try Distributed.shutdown(timeout: .seconds(60))
    say("joined: process \(joined.index) of \(count) is well")
  }

  private func checkDevices() throws {
    let backend = try Backend.default
    expect(devices.map(\.id) == Array(0..<8), "eight devices")
    expect(devices.map(\.processIndex) == [0, 0, 0, 0, 1, 1, 1, 1], "four in each process")
    expect(backend.localDevices.map(\.id) == Array(index * 4..<index * 4 + 4), "four of them here")
    expect(devices.filter(\.isAddressable) == backend.localDevices, "which are the addressable ones")
    expect(backend.device == backend.localDevices[0], "the default device is of this process")
    expect(try waves([8]).sum().item(Float.self) < 8, "each process computes by itself")
  }

  private func checkValues(_ mesh: Mesh) throws {
    let values = waves([8, 8])
    expect(mesh.isMultiProcess && mesh.localDevices.count == 4, "four devices of the mesh are here")
    for spec: PartitionSpec in [["data"], [nil, "data"], [Entry(mesh.axisNames)], []] {
      let placed = devicePut(values, NamedSharding(mesh, spec))
      expect(!placed.isFullyAddressable && placed.shape == values.shape, "\(spec): not all is here")
      let shards = try placed.addressableShards
      expect(shards.map(\.device) == mesh.localDevices, "\(spec): the parts of this process")
      for shard in shards {
        let part = values[shard.ranges[0], shard.ranges[1]]
        expect(try isNear(shard.data, part, 0), "\(spec): the part \(shard.ranges)")
      }
      let whole = devicePut(placed, NamedSharding(mesh, []))
      expect(try isNear(whole, values, 0), "\(spec): the whole, on all devices")
    }
    let rows = devicePut(values, NamedSharding(mesh, [Entry(mesh.axisNames)]))
    expectError("on the devices of 2 processes, and this one holds 4 of its 8 parts") {
      _ = try rows.scalars(Float.self)
    }
    expect(try isNear(rows.sum(), values.sum()), "a sum over all devices")
    expect(
      try isNear(devicePut(rows.transpose() + 1, NamedSharding(mesh, [])), values.transpose() + 1), "ops")
  }

  private func checkPrograms(_ mesh: Mesh) throws {
    let (x, w) = (waves([8, 16]), waves([16, 8], 2))
    let rows = NamedSharding(mesh, ["data"]),
      columns = NamedSharding(mesh, [nil, Entry(mesh.axisNames.suffix(1))])
    let f = { (x: Tensor, w: Tensor) in tanh(matmul(x, w)) }
    let expected = f(x, w)
    let y = try jit(inShardings: [rows, columns], outShardings: [rows], f)(x, w)
    for shard in try y.addressableShards {
      expect(try isNear(shard.data, expected[shard.ranges[0]]), "rows \(shard.ranges)")
    }
    let free = try jit(f)(devicePut(x, rows), devicePut(w, columns))
    for shard in try free.addressableShards {
      expect(try isNear(shard.data, expected[shard.ranges[0], shard.ranges[1]]), "as the compiler divides it")
    }
    let loss = { (w: Tensor) in square(f(devicePut(x, rows), w)).mean() }
    let gradient = try jit(outShardings: [NamedSharding(mesh, [])], grad(loss))(devicePut(w, columns))
    expect(try isNear(gradient, grad { square(f(x, $0)).mean() }(w)), "a gradient")
    let noise = { (key: Tensor) in Random.normal(key, [8, 8]) }
    let key = Random.key(3)
    let drawn = try jit(outShardings: [rows], noise)(key)
    let wanted = noise(key)
    for shard in try drawn.addressableShards {
      expect(try isNear(shard.data, wanted[shard.ranges[0]], 0), "random numbers \(shard.ranges)")
    }
  }

  private func checkShardMap(_ mesh: Mesh) throws {
    let names = mesh.axisNames, count = mesh.shape["data"] ?? 1
    let all = SpecTree([Entry(names)])
    let x = waves([8, 3])
    let sums = try jit(shardMap(mesh, in: [all], out: [[]]) { (x: Tensor) in psum(x, names) })(x)
    expect(try isNear(sums, x.sum(axis: 0, keepdims: true)), "psum")
    let variance = jit(
      shardMap(mesh, in: [all], out: [[]]) { (x: Tensor) in Welford().adding(x).merged(over: names) })
    expect(try isNear(variance(x).variance(), x.var()), "a metric over all devices")
    let turned = shardMap(mesh, in: [["data"]], out: [["data"]]) { (x: Tensor) in
      ppermute(x, "data", (0..<count).map { ($0, ($0 + 1) % count) })
    }(devicePut(x, NamedSharding(mesh, ["data"])))
    let step = 8 / count
    let expected = roll(x, step, axis: 0)
    for shard in try turned.addressableShards {
      expect(try isNear(shard.data, expected[shard.ranges[0]], 0), "ppermute")
    }
    let places = shardMap(mesh, in: [[]], out: [all]) { (zero: Tensor) in
      zip(names, mesh.axisSizes).reduce(zero) { $0 * Tensor($1.1) + axisIndex($1.0) }.reshape([1])
    }(Tensor(0))
    for (shard, place) in zip(
      try places.addressableShards, mesh.devices.indices.filter { mesh.devices[$0].isAddressable })
    {
      expect(try shard.data.item(Int.self) == place, "axisIndex")
    }
  }

  private func checkProcessLocalData() throws {
    let mesh = try Mesh(["data": 8]), rows = NamedSharding(mesh, ["data"])
    let whole = waves([16, 3])
    let own = whole[index * 8..<index * 8 + 8]
    let batch = try makeArrayFromProcessLocalData(rows, own)
    expect(batch.shape == [16, 3], "the shape of the whole follows")
    expect(try isNear(devicePut(batch, NamedSharding(mesh, [])), whole, 0), "a part from each process")
    let same = try makeArrayFromProcessLocalData(rows, whole, [16, 3])
    expect(try isNear(devicePut(same, NamedSharding(mesh, [])), whole, 0), "the whole from each process")
    let model = try Mesh(["data": 2, "model": 4])
    let spread = NamedSharding(model, ["model", "data"])
    let columns = try makeArrayFromProcessLocalData(spread, Tensor.full([8, 2], Tensor(index)))
    expect(columns.shape == [8, 4], "each process has all rows of its columns")
    for shard in try columns.addressableShards {
      expect(
        try isNear(shard.data, Tensor.full([2, 2], Tensor(index)), 0), "the columns of process \(index)")
    }
    for shape: Shape in [[16, 4], [12, 3], [16], [16, 3, 1]] {
      expectError("does not fit") { _ = try makeArrayFromProcessLocalData(rows, own, shape) }
    }
    expectError("does not divide") { _ = try makeArrayFromProcessLocalData(rows, whole[0..<6]) }
  }

  /// One process ends without a word while the other computes with it.
  private func checkDeath() throws {
    let x = devicePut(waves([8]), NamedSharding(try Mesh(["data": 8]), ["data"]))
    expect(try isNear(x.sum(), waves([8]).sum()), "a sum over all devices")
    if index == 1 { kill(getpid(), SIGKILL) }
    let start = ContinuousClock.now
    do {
      try (x + 1).sum().blockUntilReady()
      expect(false, "no error came")
    } catch {
      say("process \(index) got after \(ContinuousClock.now - start): \(error)")
      exit(3)
    }
  }

  private func checkErrors() throws {
    let other = Array(devices[(1 - index) * 4..<(1 - index) * 4 + 4])
    let elsewhere = NamedSharding(try Mesh(["data": 4], devices: other), ["data"])
    expectError("belong to other processes: [\(1 - index)]") {
      try devicePut(waves([4]), elsewhere).blockUntilReady()
    }
    expectError("belong to other processes") { try devicePut(waves([4]), other[0]).blockUntilReady() }
    expectError("belong to other processes") {
      _ = try jit(inShardings: [elsewhere], { (x: Tensor) in x + 1 })(waves([4]))
    }
    expectError("needs 9 devices, and there are 8") { _ = try Mesh(["data": 9]) }
    expectError("belongs to process \(1 - index)") {
      _ = try [Float(1)].withUnsafeBytes {
        try Backend.default.client.makeBuffer(
          from: $0, elementType: .float32, dimensions: [1], on: other[0])
      }
    }
    let rows = devicePut(waves([8]), NamedSharding(try Mesh(["data": 8]), ["data"]))
    expect(
      rows.description.contains("f32[8], whose values cannot be read"), "a description of what is elsewhere")
    // All is well afterwards.
    expect(
      try isNear(devicePut(waves([8]), NamedSharding(Mesh(["data": 8]), ["data"])).sum(), waves([8]).sum()),
      "")
  }
}

typealias Entry = PartitionSpec.Entry

/// Ends the program if something does not fail with these words.
func expectError(_ words: String, line: UInt = #line, _ body: () throws -> Void) {
  do {
    try body()
    expect(false, "no error: \(words)", line: line)
  } catch {
    // To find the line of source takes the longest of an error's text, and is not asked for here.
    let text = (error as? TensorError)?.problem ?? "\(error)"
    expect(text.contains(words), text, line: line)
  }
}
