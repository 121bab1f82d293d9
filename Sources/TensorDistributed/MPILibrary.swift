import CMPI
import PJRT
import TensorCore
import TensorPrimitives
import TensorTransformations

/// An MPI library that was opened. It is called by one thread at a time: see `ProcessCommunicator`.
final class MPILibrary: Sendable {
  // Never changed or freed once opened.
  nonisolated(unsafe) let pointer: OpaquePointer
  let path: String
  /// The program that started the processes, where the environment tells.
  let launcher: Launcher?

  enum Launcher: String {
    case openMPI = "Open MPI"
    case mpich = "MPICH"

    /// The environment variable that holds the number of processes.
    var countVariable: String { self == .openMPI ? "OMPI_COMM_WORLD_SIZE" : "PMI_SIZE" }
  }

  /// Opens the library that `BLOX_MPI_LIBRARY` names, or one of the family whose launcher started the process, or any.
  ///
  /// - Throws: `TensorError`, with what was tried, if none can be opened.
  init(_ settings: Settings) throws(TensorError) {
    launcher = [Launcher.openMPI, .mpich].first { settings.bytes($0.countVariable) != nil }
    let named = try settings.value(for: "MPI.initialize") { settings throws(SettingError) in
      try settings.path("BLOX_MPI_LIBRARY")
    }
    var tried: [String] = []
    for candidate in named.map({ [$0] }) ?? MPILibrary.candidates(launcher) {
      // A name without a folder is for the loader to find.
      if candidate.contains("/"), let problem = SharedLibraryFile.problem(candidate) {
        tried.append("\n    - \(candidate) \(problem)")
        continue
      }
      var explanation = [CChar](repeating: 0, count: 512)
      if let opened = blox_mpi_open(candidate, &explanation, explanation.count) {
        pointer = opened
        path = candidate
        return
      }
      tried.append("\n    - \(candidate): \(MPILibrary.text(explanation))")
    }
    throw TensorError(
      operation: "MPI.initialize",
      problem: "no MPI library could be opened. Tried"
        + (named == nil ? "" : " what BLOX_MPI_LIBRARY names") + ":" + tried.joined(),
      expected:
        "Open MPI or MPICH: `apt-get install openmpi-bin` or `apt-get install mpich` installs one, and "
        + "BLOX_MPI_LIBRARY names a library that is elsewhere",
      module: nil)
  }

  private static func candidates(_ launcher: Launcher?) -> [String] {
    #if canImport(Darwin)
      let openMPI = ["libmpi.40.dylib", "/opt/homebrew/lib/libmpi.40.dylib"]
      let mpich = ["libmpi.12.dylib", "/opt/homebrew/lib/libmpi.12.dylib"]
    #else
      let openMPI = ["libmpi.so.40", "libmpi.so.80", "libmpi.so.20"]
      let mpich = ["libmpich.so.12", "libmpi.so.12"]
    #endif
    switch launcher {
    case .openMPI: return openMPI
    case .mpich: return mpich
    case nil: return openMPI + mpich
    }
  }

  var family: String { String(cString: blox_mpi_family(pointer)) }

  /// Throws if a function returned an error code.
  func check(_ code: Int32, _ operation: String) throws(TensorError) {
    if code == 0 { return }
    var explanation = [CChar](repeating: 0, count: 512)
    blox_mpi_explain(pointer, code, &explanation, explanation.count)
    throw TensorError(
      operation: operation, problem: "\(family) reports: \(MPILibrary.text(explanation))",
      expected: "working connections between the processes", module: nil)
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
