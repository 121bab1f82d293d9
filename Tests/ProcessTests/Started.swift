import Foundation
import Synchronization

/// A program that is running.
final class Started: Sendable {
  private let process = Process()
  private let output = Mutex(Data())
  private let isOver = DispatchSemaphore(value: 0)
  private let start = ContinuousClock.now

  init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) {
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      output.withLock { $0 = Data("\(path) could not be started: \(error)".utf8) }
      isOver.signal()
      return
    }
    let reading = pipe.fileHandleForReading
    Thread.detachNewThread {
      while true {
        let data = reading.availableData
        if data.isEmpty { break }
        self.output.withLock { $0 += data }
      }
      self.isOver.signal()
    }
  }

  func finished() -> Run {
    let isInTime = isOver.wait(timeout: .now() + .seconds(Int(Run.lastResort.components.seconds))) == .success
    if !isInTime {
      process.terminate()
      _ = isOver.wait(timeout: .now() + .seconds(10))
    }
    if process.isRunning, isInTime { process.waitUntilExit() }
    let duration = ContinuousClock.now - start
    let text = String(decoding: output.withLock { $0 }, as: UTF8.self)
    let status: Int32 = !isInTime || process.processIdentifier == 0 ? -1 : process.terminationStatus
    return Run(
      status: status, output: isInTime ? text : text + "\n(stopped after \(Run.lastResort))",
      seconds: Double(duration.components.seconds))
  }
}
