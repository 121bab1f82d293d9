import Blox
import Checkpoints
import Foundation

/// Mistakes that a first program may have: what it prints of them is what its user has to go by.
enum Mistakes {
  /// Runs as the README's first program does: the error alone, and the status 1.
  static func run(_ name: String) {
    do {
      print("the first line")
      try mistake(name)
      print("no mistake was noticed")
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func mistake(_ name: String) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let model = try Sequential(graph / "model") {
      try Linear(graph / "hidden", outputSize: 4, rng: rng)
      if name.contains("shape") { Activation { $0.reshape([5, -1]) } }
      try Linear(graph / "output", outputSize: 1, rng: rng)
    }
    var params = rng.seed(Params(), seed: 42)
    (_, params) = model(params, .ones([2, 3]))
    params = params.locked()
    let file = URL(filePath: "/nonexistent/model.safetensors")
    switch name.split(separator: " ").last {
    case "lookup": _ = try params["net/output/kernel"]
    case "display": display(graph, params)
    case "merge": _ = try params.split().0.merge(params.split().1)
    case "save": try params.save(to: file)
    case "load": _ = try params.loading(from: file)
    case "names": _ = try params["net/ouput/kernel"]
    default: _ = try jit(model)(params, .ones([2, 3]))
    }
  }
}
