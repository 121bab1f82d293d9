import Blox
import PJRT
import Testing

extension ShardingTests {
  struct MeshTests {
    @Test func aMeshTakesTheFirstDevices() throws {
      let mesh = try Mesh(["batch": 2, "model": 3])
      #expect(mesh.axisNames == ["batch", "model"] && mesh.axisSizes == [2, 3])
      #expect(mesh.devices.map(\.id) == [0, 1, 2, 3, 4, 5])
      #expect(mesh.shape["model"] == 3 && mesh.shape["data"] == nil)
      #expect("\(mesh)" == "Mesh(batch: 2, model: 3)")
      let devices = Array(try Backend.default.devices.reversed())
      #expect(try Mesh(["x": 8], devices: devices).devices.map(\.id) == [7, 6, 5, 4, 3, 2, 1, 0])
      #expect(try Mesh(["batch": 2, "model": 3]) == mesh)
    }

    @Test func wrongMeshesAreErrors() throws {
      #expect(
        problem { _ = try Mesh(["batch": 4, "model": 4]) }
          == "batch 4 × model 4 needs 16 devices, and there are 8")
      #expect(problem { _ = try Mesh(["x": 0]) } == "the axis \"x\" of extent 0")
      #expect(problem { _ = try Mesh(["x": 2, "x": 2]) } == "two axes have one name: [\"x\", \"x\"]")
      let devices = try Backend.default.devices
      #expect(problem { _ = try Mesh(["x": 4], devices: devices) } == "8 devices were given for a mesh of 4")
      #expect(
        problem { _ = try Mesh(["x": 2], devices: [devices[0], devices[0]]) } == "a device is given twice")
    }

    @Test func shardsOfAShape() throws {
      let mesh = try Mesh(["a": 2, "b": 4])
      #expect(try NamedSharding(mesh, ["a", "b"]).shardShape([4, 8]) == [2, 2])
      #expect(try NamedSharding(mesh, [["a", "b"]]).shardShape([16, 3]) == [2, 3])
      #expect(try NamedSharding(mesh, [nil, "a"]).devicesIndicesMap([3, 4])[4] == [0..<3, 2..<4])
      // The order of the axes says which varies fastest.
      #expect(try NamedSharding(mesh, [["a", "b"]]).devicesIndicesMap([8])[5] == [5..<6])
      #expect(try NamedSharding(mesh, [["b", "a"]]).devicesIndicesMap([8])[5] == [3..<4])
      #expect(NamedSharding(mesh, []).isFullyReplicated && !NamedSharding(mesh, ["a"]).isFullyReplicated)
    }

    @Test func wrongShardingsAreErrors() throws {
      let mesh = try Mesh(["batch": 2, "model": 4])
      func text(_ spec: PartitionSpec, _ shape: Shape) -> String {
        problem { try devicePut(Tensor.zeros(shape), NamedSharding(mesh, spec)).checked() }
      }
      #expect(
        text(["data"], [4])
          == "the sharding [\"data\"] of the tensor names the axis \"data\", which Mesh(batch: 2, model: 4) does not have"
      )
      #expect(
        text(["model"], [6])
          == "axis 0 of the tensor, of extent 6, does not divide into the 4 parts of \"model\" in Mesh(batch: 2, model: 4)"
      )
      #expect(
        text(["batch", nil, "model"], [4, 4])
          == "the sharding [\"batch\", nil, \"model\"] has 3 entries, but the tensor has shape [4, 4]")
      #expect(
        text(["batch", "batch"], [4, 4])
          == "the sharding [\"batch\", \"batch\"] of the tensor names the axis \"batch\" twice")
      let out = jit(outShardings: [NamedSharding(mesh, [nil, "model"])]) { (x: Tensor) in x + 1 }
      #expect(
        problem { _ = try out(.zeros([2, 6])) }
          == "axis 1 of result 0, of extent 6, does not divide into the 4 parts of \"model\" in Mesh(batch: 2, model: 4)"
      )
    }

    @Test func aPictureShowsWhoHoldsWhat() throws {
      let mesh = try Mesh(["batch": 2, "model": 2])
      #expect(
        try visualizeSharding([4, 4], NamedSharding(mesh, ["model", nil])) == """
          ┌───────┐
          │  0,2  │
          ├───────┤
          │  1,3  │
          └───────┘
          """)
      #expect(
        try visualizeSharding([4, 4], NamedSharding(mesh, ["batch", "model"])) == """
          ┌─────┬─────┐
          │  0  │  1  │
          ├─────┼─────┤
          │  2  │  3  │
          └─────┴─────┘
          """)
      #expect(try visualizeSharding([], NamedSharding(mesh, [])).contains("0,1,2,3"))
      #expect(
        try visualizeSharding([1, 2, 2], NamedSharding(mesh, [nil, "model", "batch"])).hasSuffix(
          "rows: axis 1, columns: axis 2"))
    }
  }
}
