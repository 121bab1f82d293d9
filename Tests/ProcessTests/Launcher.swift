import Foundation

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
          Run(path, ["--version"]).output.contains(mark)
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
    let log = ProcessLog()
    // MPICH's launcher kills those that are left, whatever it is told; so it is told that nobody died.
    let shell = survives && !isOpenMPI ? ["sh", "-c", "trap '' USR1; \"$0\" \"$@\"; true"] : []
    let run = Run(
      path, own + shell + [Run.built(program)] + arguments,
      environment: [
        "BLOX_CPU_DEVICES": "\(devices)",
        // Tests run as root in containers.
        "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "PROCESS_LOG": log.path,
      ])
    return Run(status: run.status, output: log.finished() + run.output, seconds: run.seconds)
  }
}
