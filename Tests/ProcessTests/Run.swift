import Coordination
import Foundation

/// A program that was run, with what it wrote.
struct Run: Sendable {
  let status: Int32
  let output: String
  let seconds: Double

  /// Only so that a process that hangs ends the tests with its name: no machine is so slow.
  static let lastResort = Duration.seconds(3600)

  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:]
  ) {
    self = Started(path, arguments, environment: environment).finished()
  }

  init(status: Int32, output: String, seconds: Double) {
    self.status = status
    self.output = output
    self.seconds = seconds
  }

  /// Starts a program of this package so many times, as processes that meet at a coordinator, and waits for all.
  static func meeting(
    _ count: Int, _ program: String, _ arguments: [String], _ change: [String: String]
  ) throws -> [Run] {
    let port = try Coordinator(at: SocketAddress("127.0.0.1:0"), processCount: 1).address.port
    return (0..<count).map { index in
      let environment = [
        "JAX_COORDINATOR_ADDRESS": "127.0.0.1:\(port)", "JAX_NUM_PROCESSES": "\(count)",
        "JAX_PROCESS_ID": "\(index)",
      ].merging(change) { $1 }
      return Started(built(program), arguments, environment: environment)
    }.map { $0.finished() }
  }

  /// A program of this package.
  static func built(_ name: String) -> String {
    // Tests are a program beside those that were built with it, in a bundle or not.
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 where !FileManager.default.isExecutableFile(atPath: folder.appending(path: name).path) {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appending(path: name).path
  }
}
