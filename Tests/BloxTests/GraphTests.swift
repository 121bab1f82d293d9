import Blox
import Testing

@Suite struct GraphTests {
  @Test func pathsAndRelations() throws {
    let graph = try Graph("net")
    let block = try graph.child("block")
    let leaf = try block / "leaf"
    #expect(leaf.path == ["net", "block", "leaf"])
    #expect(leaf.root === graph && leaf.parent === block && graph.parent == nil)
    #expect(graph.children.map(\.name) == ["block"])
    #expect("\(graph)" == "Graph('net', children=1)" && "\(leaf)" == "Graph('net/block/leaf')")
    leaf.metadata["note"] = 3
    #expect(leaf.metadata["note"] as? Int == 3)
  }

  @Test func walkFindsModulesInOrder() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let empty = try graph.child("block")
    let linear = try Linear(empty.child("linear"), outputSize: 2, rng: rng)
    let found = graph.walk()
    #expect(found.map(\.path) == [["net", "rng"], ["net", "block", "linear"]])
    #expect(found.last?.module === linear && linear.graph.module === linear && empty.module == nil)
  }

  @Test func settingsCanBeChangedThroughWalk() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 2, rng: rng)
    for (_, module) in graph.walk() { (module as? any RecurrenceBase)?.isStatic = true }
    #expect(lstm.isStatic)
  }

  @Test func modulesDescribeTheirArguments() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let linear = try Linear(
      graph.child("linear"), outputSize: 4, rng: rng, kernelMetadata: Metadata(sharding: [nil, "model"]))
    #expect(
      "\(linear)" == """
        Linear(outputSize: 4, rng: Rng('net/rng'), kernelMetadata: {sharding: [nil, "model"]})
        """)
    // What is as by default is left out, and what is not is shown.
    let other = try Linear(graph.child("other"), outputSize: 4, rng: nil, useBias: false, kernelInit: .ones)
    #expect("\(other)" == "Linear(outputSize: 4, useBias: false, kernelInit: ones)")
    // Own parts are shown by the tree, not as arguments.
    #expect(
      "\(try GRU(graph.child("gru"), hiddenSize: 3, rng: rng, isStatic: true))"
        == "GRU(hiddenSize: 3, isStatic: true)")
    #expect("\(try BatchNorm(graph.child("norm"), epsilon: 0.1))" == "BatchNorm(epsilon: 0.1)")
    #expect(
      "\(try Conv(graph.child("conv"), kernelSize: 3, outputChannels: 2, rng: nil))".contains(
        "kernelSize: [3]"))
    #expect(!"\(try Conv(graph.child("c"), kernelSize: 3, outputChannels: 2, rng: nil))".contains("strides"))
  }
}
