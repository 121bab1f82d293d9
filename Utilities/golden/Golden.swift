import ArgumentParser
import Blox
import Foundation
import GoldenCases

/// Runs values recorded from Python's jax and blox through this library.
@main struct Golden: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run recorded cases and compare with what Python's jax and blox gave.",
    discussion: """
      Prints a line for each family, with how many of its checks passed, and a line for each failure. \
      Exits with 1 if any failed. The format is described in Tests/Golden/README.md.
      """)

  @Option(help: "The folder of cases, with its index.json.") var folder = "Tests/Golden"
  @Option(help: "Run this family only (may be repeated).") var family: [String] = []
  @Option(name: .customLong("case"), help: "Run this case only, FAMILY/NAME (may be repeated).")
  var cases: [String] = []
  @Flag(help: "Print the lines of the families alone.") var quiet = false

  func run() throws {
    // Some cases were recorded on several devices.
    try Backend.configure(deviceCount: 8)
    do {
      let suite = GoldenSuite(try GoldenFolder(URL(fileURLWithPath: folder, isDirectory: true)))
      let report = try suite.run(families: family, cases: cases) { family in
        print(family.line)
        if !quiet { family.details.forEach { print($0) } }
      }
      if !report.isPassed { throw ExitCode(1) }
    } catch let error as GoldenError {
      throw ValidationError(error.description)
    }
  }
}
