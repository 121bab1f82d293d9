import Foundation
import PJRT
import Testing

/// Meshes over devices of several processes, which `JoiningPlugin` joins: it computes everything in every process, by the
/// CPU plugin, and treats devices, programs and values as plugins of GPUs do.
@Suite(.serialized) struct JoinedTests {
  private struct BuildError: Error {
    let output: String
  }

  /// The path of the plugin, which is built when it is first asked for.
  private static let plugin = Result<String, any Error>(catching: buildPlugin)

  private static func buildPlugin() throws -> String {
    #if canImport(Darwin)
      let name = "libJoiningPlugin.dylib"
    #else
      let name = "libJoiningPlugin.so"
    #endif
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../JoiningPlugin/build.sh")
    let folder = FileManager.default.temporaryDirectory.appending(path: "joining-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let library = folder.appending(path: name).path
    let run = Run("/bin/sh", [script.path, library])
    guard run.status == 0 else { throw BuildError(output: run.output) }
    return library
  }

  /// Starts processes of four devices each, and waits for them.
  private func join(
    _ count: Int, _ program: String, _ arguments: [String], _ change: [String: String] = [:]
  ) throws -> [Run] {
    let environment = [
      "BLOX_PJRT_PLUGIN": try Self.plugin.get(), "JOINING_CPU_PLUGIN": try Plugin.discover().path,
      "JAX_LOCAL_DEVICE_IDS": "0,1,2,3",
    ]
    return try Run.meeting(count, program, arguments, environment.merging(change) { $1 })
  }

  /// Values, programs, `shardMap`, training in three ways, checkpoints and wrong use: `Tests/ProcessProgram/Joined.swift`.
  @Test func meshesOverTwoProcesses() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joined-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let change = [
      "CHECKPOINT": folder.appending(path: "parts").path, "CHECKPOINTS": folder.appending(path: "all").path,
    ]
    for (index, run) in try join(2, "processes", ["joined"], change).enumerated() {
      #expect(run.status == 0, "\(run.output)")
      #expect(run.output.contains("joined: process \(index) of 2 is well"), "\(run.output)")
    }
  }

  /// The example's transformer has the losses that it has in one process of eight devices.
  @Test func transformerOnTwoProcesses() throws {
    func losses(_ run: Run) throws -> [Float] {
      #expect(run.status == 0, "\(run.output)")
      let line = try #require(run.output.split(separator: "\n").first { $0.contains("losses") })
      return line.split(separator: " ").compactMap { Float($0) }
    }
    let alone = try losses(Run(Run.built("scaling"), ["tensorParallel"]))
    let runs = try join(2, "scaling", ["tensorParallel"])
    let together = try losses(runs[0])
    #expect(alone.count == 10 && together.count == 10 && runs[1].status == 0)
    for (loss, wanted) in zip(together, alone) { #expect(abs(loss - wanted) < 1e-4) }
  }

  @Test func deathOnAMesh() throws {
    let runs = try join(2, "processes", ["joined death"])
    #expect(runs[0].status == 3, "\(runs[0].output)")
    #expect(runs[0].output.contains("process 1 is gone"), "\(runs[0].output)")
  }
}
