import Foundation

/// A process of this program, which says a number after each state that it has written.
final class Child {
  private let process = Process()
  private let output = Pipe()
  private var text = Data()

  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  /// Waits until it has said something.
  func waitForFirst() throws {
    let data = output.fileHandleForReading.availableData
    if data.isEmpty { throw Trouble("the process ended by itself") }
    text += data
  }

  /// Ends it at once, as no process can prevent, and gives the last number that it said.
  func kill() throws -> Int? {
    Foundation.kill(process.processIdentifier, SIGKILL)
    let said = try finish()
    guard process.terminationReason == .uncaughtSignal, process.terminationStatus == SIGKILL else {
      throw Trouble("the process ended by itself, with \(process.terminationStatus)")
    }
    return said
  }

  /// Waits for its end, and gives the last number that it said.
  @discardableResult func finish() throws -> Int? {
    text += try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    // The last line may have been cut off.
    return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().last { !$0.isEmpty }.flatMap { Int($0) }
  }

  /// Whether it came to its end as it should.
  var isWell: Bool { process.terminationReason == .exit && process.terminationStatus == 0 }
  var status: String {
    "\(process.terminationReason == .exit ? "status" : "signal") \(process.terminationStatus)"
  }

  /// Says, in such a process, that a state was written.
  static func say(_ number: Int) { FileHandle.standardOutput.write(Data("\(number)\n".utf8)) }
}
