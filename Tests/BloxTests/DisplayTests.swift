import Blox
import Foundation
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
           └─ linear: Linear(outputSize: 2, rng: Rng('net/rng'), useBias: false, kernelInit: ones)
        """)
    let (_, params) = linear(rng.seed(Params(), seed: 42), .ones([1, 3]))
    #expect(
      displayText(graph, params) == """
        net: Graph  # 8 parameters, 36 B
        ├─ rng: Rng()  # 2 parameters, 12 B
        │  ├─ seed: Param[N](u32[2], {tag: rng_seed}) = [0, 42]
        │  └─ counter: Param[N](u32[], {tag: rng_counter}) = 1
        └─ block: Graph  # 6 parameters, 24 B
           └─ linear: Linear(outputSize: 2, rng: Rng('net/rng'), useBias: false, kernelInit: ones)\
          # 6 parameters, 24 B
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

  @Test func modulesThatWereHandedInAreReferences() throws {
    let graph = try Graph("net")
    let shared = try Linear(graph.child("shared"), outputSize: 2, rng: nil, useBias: false, kernelInit: .ones)
    // Another graph whose paths are the same: it is the node that counts, not its name.
    let twin = try Graph("net")
    let elsewhere = try Linear(
      twin.child("layers").child("x"), outputSize: 2, rng: nil, useBias: false, kernelInit: .ones)
    let layers = try graph.child("layers")
    _ = try Sequential(
      layers,
      [shared, Activation(relu), elsewhere, Dropout(layers / "drop", rate: 0.5, rng: Rng(graph / "rng"))])
    #expect(
      displayText(graph).contains(
        "layers: Sequential(layers: [Linear('net/shared'), function, Linear('net/layers/x' of another graph), "
          + "Dropout('net/layers/drop')])"), "\(displayText(graph))")
    #expect(displayText([graph, twin]).contains("\nnet: Graph\n└─ layers: Graph\n   └─ x: Linear("))
  }

  @Test func coloursAreThoseOfATerminal() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let params = rng.seed(Params(), seed: 1)
    let colored = displayText(graph, params, isColored: true)
    #expect(colored.contains("\u{1B}[1mseed\u{1B}[0m: Param[\u{1B}[35mN\u{1B}[0m]"))
    #expect(
      colored.replacing(#/\u{1B}\[[0-9]*m/#, with: "") == displayText(graph, params))
  }

  @Test func aPageOfHTMLFolds() throws {
    let graph = try Graph("net<1>")
    let rng = try Rng(graph.child("rng"))
    let linear = try Linear(graph.child("linear"), outputSize: 2, rng: rng)
    let params = linear(rng.seed(Params(), seed: 1), .ones([1, 3])).1
    let page = displayHTML(graph, params)
    #expect(page.hasPrefix("<!doctype html>") && page.contains("2 modules, 10 parameters, 44 B"))
    // Two modules and the graph fold, and so do the three arrays, but not the counter.
    #expect(page.matches(of: #/class="module"/#).count == 3 && page.matches(of: #/class="array"/#).count == 3)
    #expect(page.matches(of: #/<details/#).count == 6 && page.matches(of: #/</details>/#).count == 6)
    // The generator is a link to its place, and nothing comes from elsewhere.
    #expect(page.contains("<details id=\"1-net&lt;1&gt;/rng\" class=\"module\" open>"))
    #expect(page.contains("href=\"#1-net&lt;1&gt;/rng\">Rng('"))
    #expect(!page.contains("http") && !page.contains("net<1>"))
    #expect(
      page.contains(
        "<span class=\"elements\">6</span><span class=\"bytes\" style=\"--part:54.5%\">24 B</span>"))
    #expect(page.contains(">kernel</span>") && page.contains("class=\"trainable\">T<"))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).html")
    try writeDisplay(graph, params, to: file.path)
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
    try FileManager.default.removeItem(at: file)
  }
}

/// Trees of large models: equal blocks once, no deeper than asked for.
@Suite struct LargeDisplayTests {
  @Test func equalBlocksAreShownOnce() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let blocks = try (0..<4).map { number in
      let node = try graph / "block_\(number)"
      return try Sequential(node) {
        try Linear(node / "in", outputSize: number == 3 ? 5 : 2, rng: rng, kernelInit: .ones)
        try Linear(node / "out", outputSize: 2, rng: rng, kernelInit: .ones)
      }
    }
    var params = rng.seed(Params(), seed: 1)
    for block in blocks { (_, params) = block(params, .ones([1, 2])) }
    #expect(
      displayText(graph, params) == """
        net: Graph  # 65 parameters, 264 B
        ├─ rng: Rng()  # 2 parameters, 12 B
        │  ├─ seed: Param[N](u32[2], {tag: rng_seed}) = [0, 1]
        │  └─ counter: Param[N](u32[], {tag: rng_counter}) = 16
        ├─ block_0 … block_2: Sequential()  # 12 parameters, 48 B each, 3 times
        │  ├─ in: Linear(outputSize: 2, rng: Rng('net/rng'), kernelInit: ones)  # 6 parameters, 24 B
        │  │  ├─ kernel: Param[T](f32[2,2])
        │  │  └─ bias: Param[T](f32[2])
        │  └─ out: Linear(outputSize: 2, rng: Rng('net/rng'), kernelInit: ones)  # 6 parameters, 24 B
        │     ├─ kernel: Param[T](f32[2,2])
        │     └─ bias: Param[T](f32[2])
        └─ block_3: Sequential()  # 27 parameters, 108 B
           ├─ in: Linear(outputSize: 5, rng: Rng('net/rng'), kernelInit: ones)  # 15 parameters, 60 B
           │  ├─ kernel: Param[T](f32[2,5]) = all 1
           │  └─ bias: Param[T](f32[5]) = [0, 0, 0, 0, 0]
           └─ out: Linear(outputSize: 2, rng: Rng('net/rng'), kernelInit: ones)  # 12 parameters, 48 B
              ├─ kernel: Param[T](f32[5,2]) = all 1
              └─ bias: Param[T](f32[2]) = [0, 0]
        """)
    #expect(displayText(graph, params, folded: false).contains("├─ block_1: Sequential()"))
    #expect(displayText(graph, folded: true).contains("block_0 … block_2: Sequential()  # 3 times"))
    #expect(
      displayText(graph, params, depth: 1) == """
        net: Graph  # 65 parameters, 264 B
        ├─ rng: Rng()  # 2 parameters, 12 B …
        ├─ block_0 … block_2: Sequential()  # 12 parameters, 48 B each, 3 times …
        └─ block_3: Sequential()  # 27 parameters, 108 B …
        """)
    #expect(displayText(graph, params, depth: 0) == "net: Graph  # 65 parameters, 264 B …")
  }
}
