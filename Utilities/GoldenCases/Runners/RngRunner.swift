import Blox

/// Cases of kind `rng`: the keys that an Rng hands out.
struct RngRunner: CaseRunner {
  static let kinds = ["rng"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let rng = try Rng(Graph("net").child("rng"))
    var params = rng.seed(Params(), seed: try golden.manifest.int("seed"))
    func keys(_ count: Int) -> Tensor {
      var keys: [Tensor] = []
      for _ in 0..<max(0, count) {
        let key: Tensor
        (key, params) = rng(params)
        keys.append(key)
      }
      return stack(keys)
    }
    results["seed_key"] = try HostArray(rng.getSeed(params))
    results["keys"] = try HostArray(keys(golden.manifest.int("n")))
    results["counter"] = try HostArray(rng.getCounter(params))
    params = rng.seed(params, counter: Tensor(try golden.manifest.int("reset")))
    results["keys_after_reset"] = try HostArray(keys(2))
    let folded = Random.foldIn(rng.getSeed(params), try golden.manifest.int("fold"))
    params = rng.seed(params, seed: folded)
    results["keys_after_fold"] = try HostArray(keys(2))
    results["counter_end"] = try HostArray(rng.getCounter(params))
  }
}
