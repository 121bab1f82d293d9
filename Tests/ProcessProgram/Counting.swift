import Blox
import Metrics

/// Metrics of what each process has seen, merged over all: those of one that has seen everything.
struct Counting {
  let processes: Processes
  private let logits = waves([40, 5]), scores = 0.5 + 0.5 * waves([40], 1), numbers = 100 + waves([40], 2)
  private let labels = remainder(Tensor.arange(40) * Tensor.arange(40), 5)

  init(processes: Processes) { self.processes = processes }

  func run() throws {
    // Parts of unlike sizes: 7, 8, 9 and so on, and what is left for the last.
    let starts = (0..<processes.count).map { $0 * 7 + $0 * ($0 - 1) / 2 } + [40]
    let own = starts[processes.index]..<starts[processes.index + 1]
    try check("accuracy", own) { Accuracy().adding(logits[$0], labels[$0]) }
    try check("top 2", own) { Accuracy(k: 2).adding(logits[$0], labels[$0]) }
    try check("confusion", own) { ConfusionMatrix(classes: 5).adding(logits[$0], labels[$0]) }
    try check("curves", own) { AreaUnderCurve(bins: 16).adding(scores[$0], labels[$0] .> 2) }
    try check("errors", own) { RegressionErrors().adding(scores[$0], numbers[$0] - 100) }
    try check("average", own) { Average().adding(numbers[$0]) }
    try check("perplexity", own) { Perplexity().adding(scores[$0]) }
    try check("variance", own) { Welford().adding(numbers[$0]) }
  }

  private func check(_ name: String, _ own: Range<Int>, _ metric: (Range<Int>) -> some Metric) throws {
    let (part, whole) = (metric(own), metric(0..<40))
    let merged = part.merged(over: processes.axisName)
    expect(try isNear(merged.value, whole.value, 1e-5), "the value of \(name)")
    for (a, b) in zip(merged.leaves, whole.leaves) { expect(try isNear(a.real, b.real, 1e-5), name) }
    let inside = try jit { (metric: [Tensor]) in
      part.unflatten(metric).merged(over: processes.axisName).value
    }(part.leaves)
    expect(try isNear(inside, whole.value, 1e-5), "the value of \(name) in a compiled program")
  }
}
