import Foundation

/// A child that makes calls.
final class CallProcess {
  /// How long a call may take.
  private static let patience = 120

  /// After how many polls, five a second, the number of the call is shown.
  private static let progressPolls = 150

  /// What ended a child, and at which call.
  struct End {
    let item: Int
    let reason: String
  }

  private let process = Process()
  private let progress: String
  private let errors: String

  init(_ arguments: [String]) throws {
    let folder = FileManager.default.temporaryDirectory
    progress = folder.appending(path: "fuzz-\(UUID().uuidString)").path
    errors = progress + ".errors"
    for file in [progress, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      CallProgress.variable: progress, "BLOX_MEMORY_LIMIT": "\(1 << 25)", "BLOX_COMPILATION_CACHE": "off",
      "SWIFT_BACKTRACE": "enable=yes,color=no,limit=24,top=0,images=none,threads=crashed",
    ]) { $1 }
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var counts: CallProgress.Counts { CallProgress.read(progress) }

  /// Waits for the child; nil if it ended by itself.
  func wait() -> End? {
    var last = -1
    var (still, polls) = (0, 0)
    while process.isRunning {
      usleep(200_000)
      let item = counts.item
      polls += 1
      if polls % CallProcess.progressPolls == 0 { print("  call \(item)") }
      still = item == last ? still + 1 : 0
      last = item
      if still > CallProcess.patience * 5 {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return End(item: item, reason: "took more than \(CallProcess.patience) s")
      }
    }
    process.waitUntilExit()
    if process.terminationReason == .exit, process.terminationStatus == 0 { return nil }
    let kind = process.terminationReason == .exit ? "status" : "signal"
    return End(item: counts.item, reason: "\(kind) \(process.terminationStatus)\(message)")
  }

  /// What the child wrote before it ended.
  private var message: String {
    guard let text = try? String(contentsOfFile: errors, encoding: .utf8), !text.isEmpty else { return "" }
    let lines = text.split(separator: "\n").map(String.init)
    let frames = lines.filter { $0.contains(" in ") && $0.contains("/Sources/") }.prefix(4)
    return ": " + (lines.first { $0.contains("atal error") || $0.contains("F0") } ?? lines[0])
      + frames.map { "\n      " + $0.trimmingCharacters(in: .whitespaces) }.joined()
  }

  deinit {
    for file in [progress, errors] { try? FileManager.default.removeItem(atPath: file) }
  }
}
