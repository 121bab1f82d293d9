import Foundation
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

  /// A limit for files is like a full disk, but for its name.
  @Test func fullDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "full-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = Run(Run.built("kills"), ["full", folder.path, "65536"])
    #expect(run.status == 0 && run.output.contains("File too large"), "\(run.output)")
  }

  /// A disk of 64 KB, in a name space of its own; what lies on it is gone with the process.
  @Test(.enabled(if: canMount, "no disk can be mounted here: it needs unshare -rm and tmpfs"))
  func fullDiskOfItsOwn() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "full-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = KillTests.mounting(folder, "\"$1\" full \"$0\"")
    #expect(run.status == 0 && run.output.contains("No space left on device"), "\(run.output)")
  }

  private static let canMount = mounting(FileManager.default.temporaryDirectory, "true").status == 0

  /// Runs a command with a small disk at the folder.
  private static func mounting(_ folder: URL, _ command: String) -> Run {
    let script = "mount -t tmpfs -o size=64k tmpfs \"$0\" && \(command)"
    return Run("/usr/bin/env", ["unshare", "-rm", "sh", "-c", script, folder.path, Run.built("kills")])
  }
}
