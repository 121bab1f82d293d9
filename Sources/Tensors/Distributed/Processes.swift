import CMPI
import PJRT
import Synchronization

/// The processes that work together, along a named axis.
public final class Processes: Sendable {
  /// The name that collectives call the axis by.
  public let axisName: String
  /// The place of this process along the axis.
  public let index: Int
  /// How many processes there are.
  public let count: Int

  /// A lane for each device of this process, since those run at the same time.
  let lanes: [ProcessLane]
  private let library: MPILibrary
  private let broken = Mutex<TensorError?>(nil)

  init(_ library: MPILibrary, axisName: String, deviceCount: Int) throws(TensorError) {
    var (rank, size): (Int32, Int32) = (0, 0)
    try library.check(blox_mpi_rank(library.pointer, &rank), "MPI.initialize")
    try library.check(blox_mpi_size(library.pointer, &size), "MPI.initialize")
    self.library = library
    self.axisName = axisName
    index = Int(rank)
    count = Int(size)
    var lanes: [ProcessLane] = []
    for _ in 0..<deviceCount { lanes.append(try ProcessLane(library, index: Int(rank), count: Int(size))) }
    self.lanes = lanes
  }

  /// The axis of this name, if it is that of the processes.
  static func axis(_ name: String) -> Processes? {
    guard let processes = MPI.processes, processes.axisName == name else { return nil }
    return processes
  }
}
