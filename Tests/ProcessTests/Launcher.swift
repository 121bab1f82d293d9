import Coordination
import Foundation
import Synchronization

/// A program that starts processes with MPI.
struct Launcher: Sendable, CustomStringConvertible {
  let path: String
  /// Arguments that let the other processes live on when one dies.
  let surviving: [String]
  let description: String

  /// The launchers of this machine, one of each family.
  static let all: [Launcher] = [
    launcher(
      ["mpirun.openmpi", "mpiexec.openmpi", "mpirun"], "Open MPI", says: "Open MPI",
      surviving: ["--enable-recovery"]),
    launcher(
      ["mpiexec.mpich", "mpiexec.hydra", "mpiexec"], "MPICH", says: "HYDRA",
      surviving: ["-disable-auto-cleanup"]),
  ].compactMap { $0 }

  private static func launcher(
    _ names: [String], _ description: String, says mark: String, surviving: [String]
  ) -> Launcher? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders {
        let path = "\(folder)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: path),
          Run(path, ["--version"], limit: .seconds(20)).output.contains(mark)
        else { continue }
        return Launcher(path: path, surviving: surviving, description: description)
      }
    }
    return nil
  }

  /// Starts a program so many times and waits for all.
  func run(
    _ count: Int, _ program: String, _ arguments: [String], devices: Int = 1, survives: Bool = false
  ) -> Run {
    let isOpenMPI = description == "Open MPI"
    let own = (isOpenMPI ? ["--oversubscribe"] : []) + (survives ? surviving : []) + ["-n", "\(count)"]
    let log = FileManager.default.temporaryDirectory.appending(path: "processes-\(UUID().uuidString)").path
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: log) }
    // MPICH's launcher kills those that are left, whatever it is told; so it is told that nobody died.
    let shell = survives && !isOpenMPI ? ["sh", "-c", "trap '' USR1; \"$0\" \"$@\"; true"] : []
    let run = Run(
      path, own + shell + [Run.built(program)] + arguments,
      environment: [
        "BLOX_CPU_DEVICES": "\(devices)",
        // Tests run as root in containers.
        "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "PROCESS_LOG": log,
      ])
    // MPICH's launcher may end before those that are left.
    var said = ""
    for _ in 0..<(survives ? 200 : 1) {
      said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      if said.contains(" got after ") { break }
      usleep(100_000)
    }
    return Run(status: run.status, output: said + run.output, seconds: run.seconds)
  }
}

/// A program that was run, with what it wrote.
struct Run: Sendable {
  let status: Int32
  let output: String
  let seconds: Double

  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    limit: Duration = .seconds(300)
  ) {
    let started = Started(path, arguments, environment: environment)
    self = started.finished(limit: limit)
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

  /// A program of this package, or a library.
  static func built(_ name: String) -> String {
    // Tests are a program beside those that were built with it, in a bundle or not.
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 where !FileManager.default.isExecutableFile(atPath: folder.appending(path: name).path) {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appending(path: name).path
  }
}

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

  func finished(limit: Duration = .seconds(300)) -> Run {
    let isInTime = isOver.wait(timeout: .now() + .seconds(Int(limit.components.seconds))) == .success
    if !isInTime {
      process.terminate()
      _ = isOver.wait(timeout: .now() + .seconds(10))
    }
    if process.isRunning, isInTime { process.waitUntilExit() }
    let duration = ContinuousClock.now - start
    let text = String(decoding: output.withLock { $0 }, as: UTF8.self)
    let status: Int32 = !isInTime || process.processIdentifier == 0 ? -1 : process.terminationStatus
    return Run(
      status: status, output: isInTime ? text : text + "\n(stopped after \(limit))",
      seconds: Double(duration.components.seconds))
  }
}
