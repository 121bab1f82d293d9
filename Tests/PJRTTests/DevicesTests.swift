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
  }
}
