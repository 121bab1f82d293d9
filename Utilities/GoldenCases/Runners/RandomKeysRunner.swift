import Blox

/// Cases of kinds `random_keys` and `random_fold_in`: keys from seeds, and numbers folded into them.
struct RandomKeysRunner: CaseRunner {
  static let kinds = ["random_keys", "random_fold_in"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    for row in try golden.manifest.array("rows") {
      var key = Random.key(try row.int("seed"))
      if golden.kind == "random_fold_in" { key = Random.foldIn(key, try row.int("data")) }
      results[try row.string("out")] = try HostArray(key)
    }
  }
}
