import Foundation
import PJRT

/// Python's installer of packages, which is on most machines and knows how to reach the index.
struct Pip {
  /// The command and its first arguments: PIP, or Python's module.
  private let command: [String]

  init(settings: Settings) throws(SettingError) {
    let own = try settings.text("PIP")?.split(separator: " ").map(String.init) ?? []
    command = own.isEmpty ? ["python3", "-m", "pip"] : own
  }

  /// Unpacks the files of wheels into a folder.
  func install(_ wheels: [Wheel], into folder: URL, requirements: URL, byHand: String) throws {
    let text = wheels.map(\.requirement).joined(separator: "\n") + "\n"
    try text.write(to: requirements, atomically: true, encoding: .utf8)
    let (status, output) = try run([
      "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:",
      "--no-compile", "--require-hashes", "--requirement", requirements.path, "--target", folder.path,
    ])
    guard status != 0 else { return }
    let said = output.split(separator: "\n").suffix(8).map { "  | \($0)" }.joined(separator: "\n")
    let reason =
      if status == 127 {
        "pip could not be started (\(command.joined(separator: " "))). Install it (Debian: apt-get install python3-pip), "
          + "or set PIP to a command that runs it."
      } else if output.contains("No module named pip") {
        "Python has no pip. Install it (Debian: apt-get install python3-pip), or set PIP to a command that runs it."
      } else if output.contains("DO NOT MATCH THE HASHES") {
        "the file that the index offers is not the one that is known; it was not used:\n\(said)"
      } else {
        "pip could not fetch \(wheels[0].name) \(wheels[0].version):\n\(said)"
      }
    throw CommandError("\(reason)\n\(byHand)")
  }

  /// The exit status and what was written; 127 where there is no such program.
  private func run(_ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command + arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
