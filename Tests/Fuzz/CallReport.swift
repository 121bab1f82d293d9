/// What came of the calls.
struct CallReport {
  private var well = 0
  private var failed = 0
  private var failedLate = 0
  private var fallen: [(name: String, end: CallProcess.End)] = []

  var isWell: Bool { fallen.isEmpty }

  mutating func add(_ counts: CallProgress.Counts) {
    well += counts.well
    failed += counts.failed
    failedLate += counts.failedLate
  }

  mutating func fell(_ name: String, _ end: CallProcess.End) {
    fallen.append((name, end))
    print("  \(name), call \(end.item), ended the process: \(end.reason)")
  }

  func show(seed: UInt64, computed: Int) {
    print(
      """
      | calls | number |
      |---|---|
      | with a result | \(well) |
      | with an error | \(failed) |
      | of these, found by the compiler | \(failedLate) |
      | ended the process or took too long | \(fallen.count) |
      """)
    for (name, end) in fallen {
      print(
        "again: fuzz calls --seed \(seed) --first \(end.item) --count 1 --computed \(computed)   # \(name)")
    }
  }
}
