import Optimizers
import Tensors
import Testing

/// How states of parts of the parameters, and of several tensors for each, lie on a mesh.
@Suite struct StateShardingTests {
  @Test("Averages of some of the parameters lie beside those; memories of several beside them too")
  func besideTheirParameters() throws {
    let mesh = try Mesh(["a": 2])
    let params = [Tensor.zeros([4, 2]), Tensor.zeros([4, 2])]
    let rows = NamedSharding(mesh, ["a"])
    let columns = NamedSharding(mesh, [nil, "a"])
    let whole = NamedSharding(mesh, [])
    func shardings(_ optimizer: GradientTransformation) throws -> [NamedSharding?] {
      try optimizer.stateSharding(params, [rows, columns]).leafShardings(of: optimizer.initialState(params))
    }
    let second: GradientTransformation.Mask = { path, _ in path == ["1"] }
    #expect(try shardings(.masked(.trace(0.9), mask: second)) == [columns])
    let groups = GradientTransformation.partition(["a": .trace(0.9), "b": .setToZero()]) { path, _ in
      path == ["1"] ? "a" : "b"
    }
    #expect(try shardings(groups) == [columns])
    let memory = [NamedSharding(mesh, [nil, "a"]), NamedSharding(mesh, [nil, nil, "a"])]
    #expect(
      try shardings(.scaleByLbfgs(memorySize: 3)) == [whole, rows, columns, rows, columns] + memory + memory
        + [
          whole
        ])
    let nested = GradientTransformation.multiSteps(.masked(.adam(learningRate: 1), mask: second), every: 2)
    #expect(try shardings(nested) == [rows, columns, whole, whole, whole, columns, columns, whole])
  }
}
