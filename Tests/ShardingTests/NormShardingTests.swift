import Blox
import Testing

extension ShardingTests {
  /// Norms over an axis of devices are those of all the data.
  struct NormShardingTests {
    @Test func normsOverDevices() throws {
      let (mesh, graph) = (try Mesh(["b": 4]), try Graph("net"))
      // Devices differ in their means.
      let x = waves([8, 4]) + counting([8, 1])
      let batch = try (BatchNorm(graph.child("a"), axisName: "b"), BatchNorm(graph.child("b")))
      let onDevices = shardMap(mesh, in: [["b"]], out: [["b"], []]) { (x: Tensor) in
        let (outputs, params) = batch.0(Params(), x)
        return (outputs, (try? params["net", "a", "running_var"].value) ?? x[100])
      }
      let (outputs, params) = batch.1(Params(), x)
      let devices = try jit(onDevices)(x)
      #expect(try areClose(devices.0, outputs))
      #expect(try areClose(devices.1, params["net", "b", "running_var"].value))
      let layer = try (LayerNorm(graph.child("c"), axisName: "b"), LayerNorm(graph.child("d")))
      // The features are split.
      let split = shardMap(mesh, in: [[nil, "b"]], out: [[nil, "b"]]) { (x: Tensor) in layer.0(Params(), x).0
      }
      #expect(try areClose(jit(split)(x), layer.1(Params(), x).0))
    }
  }
}
