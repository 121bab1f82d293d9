import CMPI
import Coordination
import Foundation
import Synchronization
public import TensorCore
import TensorPrimitives
import TensorTransformations

/// The processes that `mpirun` started, along a named axis.
public final class Processes: ProcessAxis {
  /// The name that collectives call the axis by.
  public let axisName: String
  /// The index of this process along the axis.
  public let index: Int
  /// How many processes there are.
  public let count: Int

  private let library: MPILibrary
  /// One for each device of this process, since those run at the same time.
  private let communicators: [ProcessCommunicator]
  /// By which processes notice that others are gone: MPI leaves whoever waits for those waiting.
  private let coordinator: Coordinator?
  private let client: CoordinatorClient
  /// Why no collective can be done any more.
  private let failure = Mutex<TensorError?>(nil)
  private let failedCalls = Atomic(0)

  /// A process that has not been heard from for this time is gone. One that ends or is killed is noticed at once.
  private static let heartbeatTimeout = Duration.seconds(20)
  /// How long what a process sent before its end may take to arrive.
  private static let grace = Duration.seconds(1)

  init(_ library: MPILibrary, axisName: String, deviceCount: Int) throws {
    var (rank, size): (Int32, Int32) = (0, 0)
    try library.check(blox_mpi_rank(library.pointer, &rank), "MPI.initialize")
    try library.check(blox_mpi_size(library.pointer, &size), "MPI.initialize")
    self.library = library
    self.axisName = axisName
    index = Int(rank)
    count = Int(size)
    let start = try ProcessStart(library, index: index, count: count, deviceCount: deviceCount)
    (coordinator, client) = try start.meet(heartbeatTimeout: Processes.heartbeatTimeout)
    communicators = try (0..<deviceCount).map { _ in try ProcessCommunicator(library) }
    atexit { MPI.processes?.finish() }
  }

  /// Waits until all processes are here, with all that they computed before across processes.
  ///
  /// - Throws: if one is gone.
  public func barrier() throws { _ = try psum(Tensor(0), axisName).item(Int.self) }

  /// The communicator of a device.
  func communicator(_ device: Int) throws(TensorError) -> ProcessCommunicator {
    guard communicators.indices.contains(device) else {
      throw TensorError(
        operation: "a collective across processes",
        problem: "a program runs on device \(device), and MPI.initialize found \(communicators.count)",
        expected: "Backend.configure before MPI.initialize", module: nil)
    }
    return communicators[device]
  }

  // MARK: Failures

  /// Throws if a collective failed before: what the others do then is not known.
  package func checkIntact() throws(TensorError) {
    guard let failure = failure.withLock({ $0 }) else { return }
    throw failure
  }

  /// Whether one more call may go on after a failure: a program that computed with zeros for ever has to stop.
  func countFailedCall() -> Bool { failedCalls.wrappingAdd(1, ordering: .relaxed).newValue < 1000 }

  /// Notes the first failure.
  func fail(_ error: TensorError) { failure.withLock { $0 = $0 ?? error } }

  /// Throws if a process that is waited for has been gone for more than `grace`.
  func checkPeers(_ operation: String, _ noticed: inout ContinuousClock.Instant?) throws(TensorError) {
    guard client.hasDisconnections else { return }
    let now = ContinuousClock.now
    let first = noticed ?? now
    noticed = first
    guard now - first > Processes.grace else { return }
    let gone = client.disconnections
    let list = gone.map { "process \($0.processIndex) of \(count): \($0.reason)" }.joined(separator: "; ")
    throw TensorError(
      operation: operation, problem: "process \(index) waited for processes that are gone (\(list))",
      expected: "all processes to take part until the end; start them again, from a checkpoint say",
      module: nil)
  }

  /// Ends MPI if all processes come here in good order; waits for them.
  func finish() {
    // What this process has launched the others may still need.
    OrderedEffects.wait()
    let isOrderly = failure.withLock { $0 } == nil
    client.leave(isOrderly: isOrderly, isOrderly ? "it came to its end" : "it stopped after an error")
    // MPI's own end would wait for ever for those who do not come to it.
    if isOrderly, client.awaitOthers() { _ = blox_mpi_finish(library.pointer) }
  }
}
