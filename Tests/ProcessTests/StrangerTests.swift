import Testing

/// A coordinator whose system is used up: `Tests/ProcessProgram/Strangers.swift`.
struct StrangerTests {
  /// Strangers by thousands, megabytes of nonsense, more values than there is room for: `Strangers`.
  @Test func strangersInNumbers() {
    let run = Run(Run.built("processes"), ["strangers", "10000", "100"])
    #expect(run.status == 0 && run.output.contains("strangers: all is well"), "\(run.output)")
  }

  /// Without descriptors for those who knock, the coordinator waits rather than turn round and round.
  @Test func withoutDescriptors() {
    let run = Run(Run.built("processes"), ["strangers without descriptors"])
    #expect(run.status == 0 && run.output.contains("all is well"), "\(run.output)")
  }
}
