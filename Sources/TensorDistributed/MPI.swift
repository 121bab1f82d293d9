import CMPI
import Foundation
import PJRT
import Synchronization
import TensorCore
import TensorPrimitives
import TensorTransformations

/// Several processes on CPUs that exchange values by MPI (the Message Passing Interface).
///
///     mpirun -n 2 .build/release/digits --mpi …
///
/// Needs Open MPI or MPICH on the machine; nothing else of the library does.
public enum MPI {
  private static let initialized = Mutex<Processes?>(nil)

  /// Joins the processes that `mpirun` started, and names the axis along which they lie.
  ///
  /// From then on `axisName` is a named axis around everything, as of a `vmap` whose lanes are the processes: every
  /// process has its own values, and `psum(x, "processes")` and the other collectives work across them, in compiled
  /// functions and outside, under `grad`, `vmap` and `scan`, and in a `shardMap` together with the axes of its mesh.
  /// All processes have to call the same collectives in the same order, so run the same program.
  ///
  /// A process that ends or is killed gives the others an error where they wait for it, within seconds.
  ///
  /// Comes after `Backend.configure`, since it opens the backend. A second call gives the same processes.
  ///
  /// - Throws: `TensorError` if there is no MPI on the machine, or the plugin cannot call functions of this process.
  @discardableResult
  public static func initialize(axisName: String = "processes") throws -> Processes {
    try initialized.withLock { initialized in
      if let known = initialized {
        if known.axisName == axisName { return known }
        throw TensorError(
          "MPI.initialize",
          problem: "the axis \"\(axisName)\" was asked for, and the processes are on "
            + "\"\(known.axisName)\" since the first call", expected: "one name for the axis in a program")
      }
      let made = try start(axisName)
      initialized = made
      ProcessAxes.set(made)
      return made
    }
  }

  /// The processes, once `initialize` was called.
  static var processes: Processes? { initialized.withLock { $0 } }

  private static func start(_ axisName: String) throws -> Processes {
    let settings = Settings.current
    let library = try MPILibrary(settings)
    let backend = try Backend.default
    let plugin = backend.client.plugin
    guard plugin.isForCPU, plugin.hasForeignFunctions else {
      throw TensorError(
        "MPI.initialize", problem: "the plugin \(plugin.path) cannot call functions of this process",
        expected: "a CPU plugin with the FFI extension; Distributed.initialize for those of GPUs and TPUs")
    }
    try plugin.registerHandler(ProcessCall.target, handler: ProcessCall.handler)
    if library.launcher == .mpich {
      // By this signal MPICH's launcher says that a process has died, which is known in another way; left alone it would
      // end this one, too.
      let before = signal(SIGUSR1, SIG_IGN)
      if before.map({ unsafeBitCast($0, to: Int.self) }) ?? 0 != 0 { signal(SIGUSR1, before) }
    }
    var threads: Int32 = 0
    try library.check(blox_mpi_start(library.pointer, &threads), "MPI.initialize")
    guard threads >= 2 else {
      throw TensorError(
        "MPI.initialize", problem: "\(library.family) of \(library.path) was started for one thread",
        expected: "MPI_THREAD_SERIALIZED or more, if the program calls MPI_Init_thread itself")
    }
    let processes = try Processes(library, axisName: axisName, deviceCount: backend.localDevices.count)
    let launched = try settings.value(for: "MPI.initialize") { settings throws(SettingError) in
      try library.launcher.flatMap { launcher throws(SettingError) in
        try settings.integer(launcher.countVariable, in: 1...Int.max)
      }
    }
    if let launcher = library.launcher, let count = launched, count != processes.count {
      throw TensorError(
        "MPI.initialize",
        problem: "\(launcher.rawValue) started \(count) processes, and \(library.family) of \(library.path) "
          + "sees \(processes.count)",
        expected: "the library of the launcher: mpirun.openmpi with Open MPI, mpiexec.mpich with MPICH; "
          + "BLOX_MPI_LIBRARY names a library")
    }
    return processes
  }
}
