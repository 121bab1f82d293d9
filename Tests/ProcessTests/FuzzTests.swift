import Testing

/// The short forms of `make fuzz` and `make soak`.
@Suite struct FuzzTests {
  @Test("Calls with extreme arguments do not end the process")
  func calls() {
    let run = Run(
      Run.built("fuzz"),
      // The same calls in every run; `make fuzz` makes others.
      ["calls", "--count", "20000", "--computed", "1", "--seed", "1"])
    print(run.output)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("| ended the process or took too long | 0 |"))
  }

  @Test("Memory stays while work is repeated")
  func soak() {
    let run = Run(
      Run.built("soak"), ["--scale", "0.01", "--only", "failures"], environment: ["BLOX_CPU_DEVICES": "1"])
    #expect(run.status == 0 && run.output.contains("| failures | 10000 |"), "\(run.output)")
  }

  /// The growth itself is for `make soak`: of a thousand batches the beginning is the greater part.
  @Test("Batches that are made ahead are all there, over some epochs")
  func batches() {
    let run = Run(
      Run.built("soak"), ["--scale", "0.001", "--only", "batches"], environment: ["BLOX_CPU_DEVICES": "1"])
    #expect(run.output.contains("| batches | 1000 |"), "\(run.output)")
  }

  @Test("Settings beyond reason are readable errors", arguments: ["1000000000", "-1", "many", "0"])
  func settings(count: String) {
    let run = Run(
      Run.built("fuzz"), ["backend"],
      environment: ["BLOX_CPU_DEVICES": count])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("BLOX_CPU_DEVICES is '\(count)'"), "\(run.output)")
  }
}
