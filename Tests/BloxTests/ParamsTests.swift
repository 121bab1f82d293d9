@testable import Blox
import Testing

@Suite struct ParamsTests {
  /// b, then a, then a state c.
  func sample() throws -> Params {
    try Params().assigning(Param(.full([2], 1.0)), to: ["net", "b"])
      .assigning(Param(.full([], 2.0)), to: ["net", "a"])
      .assigning(Param(.full([], 3.0), trainable: false, metadata: ["tag": "state"]), to: ["net", "c"])
  }

  @Test func lookupAndIteration() throws {
    let params = try sample()
    #expect(params.count == 3 && !params.isEmpty && Params().isEmpty)
    #expect(params.paths == [["net", "b"], ["net", "a"], ["net", "c"]])
    #expect(params.contains(["net", "a"]) && !params.contains(["net"]))
    #expect(try params["net", "a"].value.item(Float.self) == 2)
    #expect(try params[["net", "c"]].metadata.tag == "state")
    #expect(params.items.map(\.param.trainable) == [true, true, false])
  }

  @Test func operationsLeaveTheOriginalAlone() throws {
    let params = try sample()
    let locked = params.locked()
    let larger = try params.assigning(Param(0.0), to: ["x"])
    let other = try params.assigning(Param(0.0), to: ["y"])
    #expect(params.count == 3 && !params.isLocked && locked.isLocked && !locked.unlocked().isLocked)
    #expect(larger.paths.last == ["x"] && other.paths.last == ["y"])
    #expect(!other.contains(["x"]) && !larger.contains(["y"]) && !params.contains(["x"]))
  }

  @Test func splitAndMerge() throws {
    let params = try sample()
    let (trainable, state) = params.split()
    #expect(trainable.paths == [["net", "b"], ["net", "a"]] && state.paths == [["net", "c"]])
    #expect(try trainable.merge(state).paths == params.paths)
    #expect(try state.merge(trainable).paths == [["net", "c"], ["net", "b"], ["net", "a"]])
    let (a, others) = params.split { path, _ in path.last == "a" }
    #expect(a.count == 1 && others.count == 2)
    #expect(params.locked().split().0.isLocked)
  }

  @Test func theOtherParametersWinInMerge() throws {
    let params = try sample()
    let new = try Params().assigning(Param(.full([], 9.0), trainable: false), to: ["net", "b"])
    let merged = try params.merge(new)
    #expect(merged.paths == params.paths)
    #expect(try merged["net", "b"].value.item(Float.self) == 9)
    #expect(try !merged["net", "b"].trainable)
    // Merging the same again comes out the same, with other values.
    #expect(try params.merge(new)["net", "b"].value.item(Float.self) == 9)
  }

  @Test func leavesAreOrderedByPath() throws {
    let params = try sample()
    #expect(try params.leaves.map { try $0.sum().item(Float.self) } == [2, 2, 3])
    let doubled = map(params) { $0 * 2 }
    #expect(doubled.paths == [["net", "a"], ["net", "b"], ["net", "c"]])
    #expect(try doubled["net", "b"].value.scalars(Float.self) == [2, 2])
    #expect(try !doubled["net", "c"].trainable)
    #expect(params.hasSameStructure(as: doubled) && doubled.hasSameStructure(as: params))
    #expect(params.unflatten(doubled.leaves).paths == doubled.paths)
  }

  @Test func structureIsPathsFlagsMetadataAndLock() throws {
    let params = try sample()
    #expect(try params.hasSameStructure(as: sample()))
    #expect(!params.hasSameStructure(as: params.locked()))
    #expect(try !params.hasSameStructure(as: params.assigning(Param(0.0), to: ["z"])))
    #expect(
      try !params.hasSameStructure(
        as: params.assigning(Param(.full([2], 1.0), trainable: false), to: ["net", "b"])))
    #expect(
      try !params.hasSameStructure(as: params.assigning(Param(2.0, metadata: ["x": 1]), to: ["net", "a"])))
  }

  @Test func jitTracesAgainForAnotherStructure() throws {
    var traces = 0
    let f = jit { (params: Params) in
      traces += 1
      return Tensor(params.isLocked ? params.count : 0)
    }
    let params = try sample()
    #expect(try f(params).item(Int.self) == 0)
    #expect(try f(sample()).item(Int.self) == 0)
    #expect(traces == 1)
    #expect(try f(params.locked()).item(Int.self) == 3)
    #expect(traces == 2)
  }

  /// Nothing is copied for each: the layouts have one table in common.
  @Test func manyParametersAreAddedToOneTable() throws {
    var params = Params()
    let value = Tensor(0.0)
    var tables = 0
    for index in 0..<4000 {
      let next = try params.assigning(Param(value), to: ["net", "layer\(index)", "kernel"])
      if !next.layout.sharesTable(with: params.layout) { tables += 1 }
      params = next
    }
    #expect(params.count == 4000)
    #expect(tables <= 1)
    #expect(params.paths[1234] == ["net", "layer1234", "kernel"])
  }

  @Test func loadedValuesReplaceThoseThatAreThere() throws {
    let params = try sample().locked()
    let loaded = try params.replacingValues([["net", "a"]: .full([], 7.0)])
    #expect(try loaded["net", "a"].value.item(Float.self) == 7)
    #expect(loaded.isLocked && loaded.paths == params.paths)
  }

  @Test func literalsAreValuesLikeOthers() throws {
    // A literal has no memory of its own to donate; another use of the same number must not notice.
    let params = try Params().assigning(Param(0.125), to: ["gain"]).locked()
    let step = jit(donating: 0) { (params: Params) in map(params) { $0 * 2 } }
    for _ in 0..<2 { #expect(try step(params)["gain"].value.item(Float.self) == 0.25) }
    #expect(try step(step(params))["gain"].value.item(Float.self) == 0.5)
    #expect(try (Tensor.ones([2]) * 0.125).scalars(Float.self) == [0.125, 0.125])
  }

  @Test func descriptions() throws {
    #expect(
      "\(try sample().locked())" == """
        Params[locked](
          net/a: Param[T](f32[])
          net/b: Param[T](f32[2])
          net/c: Param[N](f32[], {tag: state})
        )
        """)
    #expect(
      "\(Param(.zeros([3]), metadata: ["rank": 4, "on": true]))" == "Param[T](f32[3], {on: true, rank: 4})")
    #expect(Param(1.0).replace(trainable: false).trainable == false)
    #expect(
      Metadata(sharding: [nil, "x"], tag: "t").merging(["tag": "u"]) == [
        "sharding": .sharding([nil, "x"]), "tag": "u",
      ])
  }
}
