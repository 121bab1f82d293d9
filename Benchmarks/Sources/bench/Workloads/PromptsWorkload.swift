import Blox

/// The transformer's model on prompts of 512, 300, 400 and 600 tokens, each length a program of its own: what memory is
/// left behind.
struct PromptsWorkload: Workload {
  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try TransformerWorkload.Model(graph.child("model"), rng: rng, positions: 1024)
    let text = Tensor((0..<4 * 1024).map { Int32($0 * 7 % 1000) }, shape: [4, 1024])
    let params = try model.initialized(rng, text[0..<1, 0..<8])
    let forward = jit(name: "forward") { (params: Params, inputs: Tensor) in model(params, inputs).0.max() }
    for length in [512, 300, 400, 600] {
      let prompt = text[FullRange(), 0..<length]
      _ = try forward(params, prompt).item(Double.self)
      let median = try meter.median(seconds: meter.seconds / 4) {
        try forward(params, prompt).blockUntilReady()
      }
      meter.print("prompt_\(length)", median * 1e3, "ms")
    }
    meter.printMemory()
  }
}
