import Testing

/// Processes that are killed while they write, and files that could end one: a short form of `make soak` and `make fuzz`.
@Suite(.serialized) struct KillTests {
  /// After each kill the newest whole state is there, and nothing is left over after the next one was written; a changed
  /// bit in the cache of compiled programs changes no value.
  @Test func nothingIsLost() {
    let run = Run(
      Run.built("kills"),
      [
        "--saves", "10", "--shards", "12", "--trainings", "4", "--resumes", "4", "--flips", "40", "--seed",
        "11",
      ],
      environment: ["BLOX_CPU_DEVICES": "4"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("bit flips in the cache            40         0"), "\(run.output)")
  }

  /// None ends the process, and none takes much more memory than it is long.
  @Test func damagedFilesAreReadOrRefused() {
    let run = Run(Run.built("fuzz"), ["files", "--count", "4000", "--seed", "11", "--header", "2000000"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("MB more"), "\(run.output)")
  }
}
