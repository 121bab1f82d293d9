import Blox
import Testing

@Suite struct DisplayTests {
  @Test func treeOfAModel() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let block = try graph.child("block")
    let linear = try Linear(block.child("linear"), outputSize: 2, rng: rng, useBias: false, kernelInit: .ones)
    #expect(
      displayText(graph) == """
        net: Graph
        ├─ rng: Rng()
        └─ block: Graph
           └─ linear: Linear(outputSize: 2, rng: Rng('net/rng'), useBias: false, kernelInit: ones, biasInit: zeros)
        """)
    let (_, params) = linear(rng.seed(Params(), seed: 42), .ones([1, 3]))
    #expect(
      displayText(graph, params) == """
        net: Graph  # 8 parameters, 36 B
        ├─ rng: Rng()  # 2 parameters, 12 B
        │  ├─ seed: Param[N](u32[2], {tag: rng_seed}) = [0, 42]
        │  └─ counter: Param[N](u32[], {tag: rng_counter}) = 1
        └─ block: Graph  # 6 parameters, 24 B
           └─ linear: Linear(outputSize: 2, rng: Rng('net/rng'), useBias: false, kernelInit: ones, \
        biasInit: zeros)  # 6 parameters, 24 B
              └─ kernel: Param[T](f32[3,2]) = [1, 1, 1, 1, 1, 1]
        """)
  }

  @Test func failedAndAbstractParametersAreShown() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let linear = try Linear(graph.child("linear"), outputSize: 2, rng: rng)
    #expect(
      displayText(graph, linear(Params(), .ones([1, 3])).1).contains("failed: the generator 'net/rng'"))
    let shapes = try evalShape { (x: Tensor) in linear(rng.seed(Params(), seed: 1), x).1 }(.ones([1, 300]))
    #expect(displayText([graph, linear.graph], shapes).contains("kernel: Param[T](f32[300,2])\n"))
  }
}
