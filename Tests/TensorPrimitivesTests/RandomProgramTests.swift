import RandomPrograms
import Testing

/// Compiled programs have the values of their operations one by one, and those of a plain reference on the host.
@Suite struct RandomProgramTests {
  /// `make fuzz` runs any number of others.
  @Test(arguments: 0..<10) func compiledProgramsAreRight(part: UInt64) {
    for seed in (part * 25)..<(part * 25 + 25) {
      if let (program, difference) = RandomProgram(seed: seed).shrunk() {
        Issue.record("seed \(seed): \(difference)\n\(program)")
      }
    }
  }
}
