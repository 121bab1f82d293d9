import Blox
import PJRT
import Testing

extension ShardingTests {
  struct ShardedTensorTests {
    let mesh: Mesh

    init() throws { mesh = try Mesh(["a": 2, "b": 4]) }

    @Test(
      arguments: [
        [], ["a"], [nil, "b"], ["b", "a"], [["a", "b"]], [nil, ["b", "a"]], ["a", nil, "b"], [nil, nil, "a"],
      ] as [PartitionSpec])
    func valuesSurviveTheRoundTrip(spec: PartitionSpec) throws {
      let x = counting([8, 8, 4])
      let sharding = NamedSharding(mesh, spec)
      let placed = devicePut(x, sharding)
      #expect(placed.sharding == sharding && placed.shape == x.shape && placed.dtype == .float32)
      #expect(try placed.scalars(Float.self) == x.scalars(Float.self))
      #expect(try placed.addressableShards.count == 8)
      for shard in try placed.addressableShards {
        #expect(shard.data.shape == (try sharding.shardShape(x.shape)))
        let part = x[
          shard.ranges[0], shard.ranges[1], shard.ranges[2]]
        #expect(try shard.data.scalars(Float.self) == part.scalars(Float.self))
        #expect(try Backend.default.devices.contains(shard.device))
      }
      // And to another layout on the same devices, without the host.
      let moved = devicePut(placed, NamedSharding(mesh, [nil, "a", "b"]))
      #expect(moved.sharding?.spec == [nil, "a", "b"])
      #expect(try moved.scalars(Float.self) == x.scalars(Float.self))
    }

    @Test func emptyAndScalarTensors() throws {
      let empty = devicePut(Tensor.zeros([0, 4]), NamedSharding(mesh, ["a", "b"]))
      #expect(try empty.scalars(Float.self) == [] && empty.shape == [0, 4])
      let scalar = devicePut(Tensor(Float(3)), NamedSharding(mesh, []))
      #expect(try scalar.item(Float.self) == 3)
      #expect("\(devicePut(counting([4]), NamedSharding(mesh, ["b"])))" == "\(counting([4]))")
    }

    @Test func operationsFollowTheirOperands() throws {
      let x = waves([8, 4])
      let w = waves([4, 8], 1)
      let placed = devicePut(x, NamedSharding(mesh, ["a"]))
      let kernel = devicePut(w, NamedSharding(mesh, [nil, "b"]))
      let y = matmul(placed, kernel)
      #expect(y.sharding?.spec == ["a", "b"])
      #expect(try areClose(y, matmul(x, w)))
      #expect(try areClose(relu(y) + 1, relu(matmul(x, w)) + 1))
      // A tensor of the default device goes along.
      #expect(try areClose(placed * w.transpose(), x * w.transpose()))
      #expect(
        try areClose(
          grad { (x: Tensor) in (matmul(sin(x), kernel)).sum() }(placed),
          grad { (x: Tensor) in (matmul(sin(x), w)).sum() }(x)))
      #expect(try areClose(vmap { (row: Tensor) in matmul(row, kernel) }(placed), matmul(x, w)))
    }

    static let operations: [(name: String, f: @Sendable (Tensor) -> Tensor)] = [
      ("slice", { $0[0..<6] }),
      ("uneven slice", { $0[0..<7, 1..<4] }),
      ("empty slice", { $0[0..<0].sum() }),
      ("reshape", { $0.reshape([2, 4, 8]) * 2 }),
      ("concatenate", { concatenate([$0, $0[0..<3]], axis: 0) }),
      ("softmax", { softmax($0) }),
      ("argmax", { $0.argmax(axis: 0).astype(.float32) }),
      ("sort", { $0.sort(axis: 0) }),
      ("scan", { x in scan(x, length: 3) { (c: Tensor) in c * 0.5 + x } }),
      ("random", { select(Random.bernoulli(Random.key(3), 0.5, shape: [8, 8]), $0, Tensor(0.0)) }),
      ("orthogonal", { Initializer.orthogonal()(Random.key(3), [8, 8], .float32) + $0 }),
      ("vmap of grad", { vmap(grad { (row: Tensor) in (sin(row) * row).sum() })($0) }),
      ("checkpoint", { grad(checkpoint { (z: Tensor) in sin(sin(z)).sum() })($0) }),
    ]

    /// Whatever the layout that the compiler chooses, uneven parts included: in and out of `jit`.
    @Test(arguments: operations.indices) func valuesAreThoseOfOneDevice(index: Int) throws {
      let (name, f) = Self.operations[index]
      let x = waves([8, 8])
      let placed = devicePut(x, NamedSharding(mesh, ["b", "a"]))
      let wanted = f(x)
      #expect(try areClose(f(placed), wanted), "\(name)")
      #expect(try areClose(jit(f)(placed), wanted), "\(name) in jit")
    }

    @Test func oneDeviceOfSeveral() throws {
      let devices = try Backend.default.devices
      let x = devicePut(counting([3]), devices[5])
      #expect(try x.addressableShards.map(\.device.id) == [5])
      #expect(try (x + 1).addressableShards.map(\.device.id) == [5])
      #expect(try (x + 1).scalars(Float.self) == [1, 2, 3])
      let y = devicePut(counting([3]), devices[6])
      let error = (x + y).error
      #expect(error?.problem.hasPrefix("values or shardings are on different devices") == true)
      #expect(devicePut(x, devices[0]).sharding == nil)
    }
  }
}
