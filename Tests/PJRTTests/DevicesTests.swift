import PJRT
import Testing

extension PJRTTests {
  /// Programs over four virtual devices of the CPU.
  struct DevicesTests {
    /// Sums over the mesh: each device has two of eight elements, and gets the sum of all devices' two.
    static let allReduce = """
      module @psum attributes {mhlo.num_partitions = 4 : i32} {
        sdy.mesh @mesh = <["x"=4]>
        func.func public @main(%a: tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"x"}]>})
            -> (tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"x"}]>}) {
          %0 = sdy.manual_computation(%a) in_shardings=[<@mesh, [{"x"}]>] out_shardings=[<@mesh, [{"x"}]>]
              manual_axes={"x"} (%l: tensor<2xf32>) {
            %r = "stablehlo.all_reduce"(%l) <{
              channel_handle = #stablehlo.channel_handle<handle = 1, type = 1>,
              replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, use_global_device_ids
            }> ({
            ^bb0(%p: tensor<f32>, %q: tensor<f32>):
              %s = stablehlo.add %p, %q : tensor<f32>
              stablehlo.return %s : tensor<f32>
            }) : (tensor<2xf32>) -> tensor<2xf32>
            %h = stablehlo.constant dense<0.25> : tensor<2xf32>
            %m = stablehlo.multiply %r, %h : tensor<2xf32>
            sdy.return %m : tensor<2xf32>
          } : (tensor<8xf32>) -> tensor<8xf32>
          return %0 : tensor<8xf32>
        }
      }
      """
    static let shared = Result { () throws(PJRTError) in
      let client = try Client(plugin: Support.plugin.get(), options: ["cpu_device_count": .int(4)])
      return try client.compile(allReduce, options: CompileOptions(partitions: 4))
    }

    let executable: Executable
    var client: Client { executable.client }

    init() throws { executable = try Self.shared.get() }

    func shards() throws -> [[Buffer]] {
      try (0..<4).map { device in
        [try client.buffer([Float(device), Float(10 * device)], .float32, on: device)]
      }
    }

    @Test func describesTheDevices() throws {
      #expect(client.platformName == "cpu")
      #expect(client.devices.map(\.id) == [0, 1, 2, 3])
      #expect(client.devices.allSatisfy { $0.kind == "cpu" && !$0.description.isEmpty })
      #expect(executable.devices == client.devices)
      #expect(client.addressableDevices == client.devices && client.devices.allSatisfy(\.isAddressable))
      #expect(executable.partitionCount == 4)
      #expect(executable.replicaCount == 1)
      #expect(executable.argumentTypes == [BufferType(.float32, [2])])
      #expect(executable.outputTypes == [BufferType(.float32, [2])])
    }

    @Test func runsManyCollectivesWithoutWaiting() throws {
      var state = try shards()
      for _ in 0..<300 { state = try executable.execute(perDevice: state) }
      for row in state {
        #expect(try row[0].values(Float.self) == [1.5, 15])
      }
    }

    @Test func wrongShardsDoNotReachThePlugin() throws {
      func message(_ arguments: [[Buffer]]) -> String? {
        #expect(throws: PJRTError.self) { try executable.execute(perDevice: arguments) }?.message
      }
      var arguments = try shards()
      #expect(
        message(Array(arguments.prefix(3))) == "there are arguments for 3 devices, but the program runs on 4")
      arguments[2] = []
      #expect(message(arguments) == "device 2 has 0 arguments, and the first 1")
      arguments[2] = [try client.buffer([1, 2, 3] as [Float], .float32, on: 2)]
      #expect(message(arguments) == "argument 0 on device 2 is a f32[3], and its shard should be a f32[2]")
      arguments[2] = [try client.buffer([1, 2] as [Float], .float32, on: 3)]
      #expect(message(arguments) == "argument 0 for device 2 is on device 3")
      let single = #expect(throws: PJRTError.self) { try executable.execute(arguments[0]) }
      #expect(single?.message == "the program runs on 4 devices and needs a list of arguments for each")
      // And the plugin is none the worse.
      #expect(try executable.execute(perDevice: shards())[3][0].values(Float.self) == [1.5, 15])
    }

    @Test func shardyPartitionsAProgram() throws {
      let matmul = try client.compile(
        """
        module @shardy attributes {mhlo.num_partitions = 4 : i32} {
          sdy.mesh @mesh = <["data"=2, "model"=2]>
          func.func public @main(
            %x: tensor<4x2xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>},
            %w: tensor<2x2xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"model"}]>, jax.buffer_donor = true}
          ) -> (tensor<4x2xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {"model"}]>}) {
            %y = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0]
              : (tensor<4x2xf32>, tensor<2x2xf32>) -> tensor<4x2xf32>
            return %y : tensor<4x2xf32>
          }
        }
        """, options: CompileOptions(partitions: 4, deviceAssignment: [0, 1, 2, 3]))
      #expect(matmul.argumentTypes == [BufferType(.float32, [2, 2]), BufferType(.float32, [2, 1])])
      // x is 1...8 in rows, and w is [[1, 2], [3, 4]].
      let arguments = try (0..<4).map { device in
        let (row, column) = (device / 2, device % 2)
        return [
          try client.buffer((1...4).map { Float(4 * row + $0) }, .float32, [2, 2], on: device),
          try client.buffer([Float(1 + column), Float(3 + column)], .float32, [2, 1], on: device),
        ]
      }
      let results = try matmul.execute(perDevice: arguments, donating: [1], by: "matmul")
      #expect(
        try results.map { try $0[0].values(Float.self) } == [[7, 15], [10, 22], [23, 31], [34, 46]])
      #expect(arguments.allSatisfy { $0[0].state == .live && $0[1].state == .donated(by: "matmul") })
    }

    @Test func aBufferIsCopiedToAnotherDevice() throws {
      let buffer = try client.buffer([1, 2, 3, 4, 5, 6] as [Int32], .int32, [2, 3])
      for device in client.devices {
        let copy = try buffer.copy(to: device)
        #expect(copy.device === device)
        #expect(try copy.type == BufferType(.int32, [2, 3]))
        #expect(try copy.values(Int32.self) == [1, 2, 3, 4, 5, 6])
      }
      let elsewhere = try Support.client.get().devices[0]
      #expect(throws: PJRTError.self) { try buffer.copy(to: elsewhere) }
    }

    @Test func aProgramRunsOnTheDeviceThatItIsAssigned() throws {
      let options = CompileOptions(deviceAssignment: [2])
      let add = try client.compile(Support.add("2xf32"), options: options)
      #expect(add.devices == [client.devices[2]])
      let argument = try client.buffer([1, 2] as [Float], .float32, on: 2)
      let sum = try add.execute([argument, argument])[0]
      #expect(sum.device === client.devices[2])
      #expect(try sum.values(Float.self) == [2, 4])
      let elsewhere = try client.buffer([1, 2] as [Float], .float32, on: 1)
      let place = #expect(throws: PJRTError.self) { try add.execute([elsewhere, elsewhere]) }
      #expect(place?.message == "argument 0 for device 2 is on device 1")
      let foreign = try Support.client.get().buffer([1, 2] as [Float], .float32)
      let client = #expect(throws: PJRTError.self) { try add.execute([foreign, foreign]) }
      #expect(client?.message == "argument 0 belongs to another client")
    }
  }
}
