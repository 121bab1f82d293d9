import Checkpoints
import Foundation
import Testing

/// Programs of several processes, started with the MPI of the machine.
@Suite(
  .serialized,
  .enabled(
    if: !Launcher.all.isEmpty,
    "no MPI on this machine: neither Open MPI's mpirun nor MPICH's mpiexec is in PATH (apt-get install openmpi-bin)"
  ))
struct ProcessTests {
  /// Runs a scenario of `Tests/ProcessProgram` and expects every process to be well.
  private func expectWell(_ scenario: String, _ count: Int, devices: Int = 1, _ launcher: Launcher) {
    let run = launcher.run(count, "processes", [scenario], devices: devices)
    for index in 0..<count {
      #expect(
        run.output.contains("\(scenario): process \(index) of \(count) is well"),
        "\(launcher): \(run.output)")
    }
    #expect(run.status == 0, "\(launcher): \(run.output)")
  }

  @Test func collectivesAreThoseOfVmap() { expectWell("collectives", 2, Launcher.all[0]) }

  @Test func groupsOfProcesses() { expectWell("groups", 4, Launcher.all[Launcher.all.count - 1]) }

  @Test(arguments: Launcher.all) func collectivesKeepTheirOrder(launcher: Launcher) {
    expectWell("order", 2, launcher)
  }

  @Test(arguments: Launcher.all) func processesOutsideDevicesInside(launcher: Launcher) {
    expectWell("devices", 2, devices: 4, launcher)
  }

  @Test func lossesAreThoseOfOneProcess() { expectWell("training", 3, Launcher.all[0]) }

  @Test func metricsAreThoseOfOneProcess() { expectWell("metrics", 3, Launcher.all[0]) }

  /// Whoever is left gets an error and ends by itself.
  @Test(arguments: [
    ("death", 1, "process 1 of 2: its connection to the coordinator closed"),
    ("death of the first", 1, "process 0 of 2: it had the coordinator, and its connection closed"),
    ("death on devices", 4, "process 1 of 2: its connection to the coordinator closed"),
    ("early end", 1, "process 1 of 2: it came to its end"),
  ]) func deathIsAnError(scenario: String, devices: Int, reason: String) {
    for launcher in Launcher.all {
      let run = launcher.run(2, "processes", [scenario], devices: devices, survives: true)
      let survivor = scenario == "death of the first" ? 1 : 0
      #expect(
        run.output.contains("process \(survivor) got after"),
        "\(launcher) after \(run.seconds) s: \(run.output)")
      #expect(run.output.contains("waited for processes that are gone (\(reason))"), "\(run.output)")
      #expect(run.status != -1, "\(launcher) after \(run.seconds) s: \(run.output)")
    }
  }

  @Test(arguments: [
    ("mismatch of types", "process 0: psum of 100 f32", "process 1: psum of 3 f32"),
    ("mismatch of kinds", "process 0: psum of 3 f32", "process 1: pmax of 3 f32"),
    ("mismatch of loops", "process 0: pmax of 2 f32", "process 1: psum of 2 f32"),
  ]) func differentCollectivesAreAnErrorEverywhere(scenario: String, first: String, second: String) {
    let run = Launcher.all[0].run(2, "processes", [scenario], survives: true)
    for text in ["process 0 got after", "process 1 got after", first, second] {
      #expect(run.output.contains(text), "\(run.output)")
    }
    #expect(run.status != -1, "\(run.output)")
  }

  @Test(.enabled(if: Launcher.all.count == 2, "one family of MPI on this machine"))
  func theLauncherOfAnotherLibraryIsAnError() {
    let library = ProcessInfo.processInfo.environment["BLOX_MPI_LIBRARY"]
    setenv("BLOX_MPI_LIBRARY", "libmpich.so.12", 1)
    defer { library.map { _ = setenv("BLOX_MPI_LIBRARY", $0, 1) } ?? { _ = unsetenv("BLOX_MPI_LIBRARY") }() }
    let run = Launcher.all[0].run(2, "processes", ["order"])
    #expect(
      run.output.contains("Open MPI started 2 processes, and MPICH of libmpich.so.12 sees 1"), "\(run.output)"
    )
  }

  /// The example in two processes and in one, dropout and batch norm and all.
  @Test func digitsTrainAlikeInTwoProcesses() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "digits-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    try Digits.write(to: path("data.csv"))
    let common = ["--data", path("data.csv"), "--epochs", "2"]
    let one = Run(
      Run.built("digits-in-processes"), common + ["--parts", "2", "--output", path("one")],
      environment: ["BLOX_CPU_DEVICES": "1"])
    let two = Launcher.all[0].run(2, "digits-in-processes", common + ["--mpi", "--output", path("two")])
    #expect(one.status == 0 && two.status == 0, "\(one.output)\n\(two.output)")
    let a = try SafetensorsFile(contentsOf: URL(filePath: path("one")))
    let b = try SafetensorsFile(contentsOf: URL(filePath: path("two")))
    #expect(a.tensors == b.tensors && a.tensors.count > 10)
    for tensor in a.tensors where tensor.dtype == .f32 {
      let pairs = zip(try floats(a, tensor.name), try floats(b, tensor.name))
      #expect(pairs.allSatisfy { Swift.abs($0 - $1) < 1e-5 }, "\(tensor.name)")
    }
  }

  private func floats(_ file: SafetensorsFile, _ name: String) throws -> [Float] {
    try file.bytes(of: name).withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
    }
  }
}

/// What does not need MPI.
struct WithoutMPITests {
  /// Where CI runs there are both families: `.ci/run` installs them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CI"] == "true", "not in CI"))
  func thereIsMPIInCI() { #expect(Launcher.all.map(\.description) == ["Open MPI", "MPICH"]) }

  @Test(arguments: [
    ("/nonexistent/libmpi.so", "/nonexistent/libmpi.so: cannot open shared object file"),
    ("libm.so.6", "libm.so.6: it has no MPI_Initialized"),
  ]) func missingMPIIsAnErrorForWhoAsks(library: String, reason: String) {
    let run = Run(
      Run.built("processes"), ["order"], environment: ["BLOX_MPI_LIBRARY": library, "BLOX_CPU_DEVICES": "1"])
    #expect(run.status == 2)
    for text in ["no MPI library could be opened. Tried what BLOX_MPI_LIBRARY names", reason, "openmpi-bin"] {
      #expect(run.output.contains(text), "\(run.output)")
    }
  }
}

enum Digits {
  /// Writes images of a kind that can be learned.
  static func write(to path: String) throws {
    var lines = ""
    for number in 0..<600 {
      let digit = number * 7 % 10
      let pixels = (0..<64).map { pixel in
        String((pixel * (digit + 3) + number % 5) % 17)
      }
      lines += (pixels + ["\(digit)"]).joined(separator: ",") + "\n"
    }
    try lines.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
