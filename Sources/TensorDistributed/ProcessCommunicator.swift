import CMPI
import Foundation
import Synchronization
import TensorCore
import TensorPrimitives
import TensorTransformations

/// An MPI communicator of all processes, for one device of each, whose exchanges come one after the other.
package final class ProcessCommunicator: Sendable {
  private let library: MPILibrary
  private let handle: BloxMPIHandle
  private let exchanges = Mutex<UInt64>(0)

  /// MPI is called by one thread at a time, and an exchange is never waited for inside of a call.
  private static let turn = Mutex<Void>(())

  init(_ library: MPILibrary) throws(TensorError) {
    self.library = library
    var handle: BloxMPIHandle = 0
    try library.check(blox_mpi_communicator(library.pointer, &handle), "MPI.initialize")
    self.handle = handle
  }

  /// The number of the next collective among those of the communicator.
  func nextNumber() -> UInt64 {
    exchanges.withLock { number in
      number += 1
      return number
    }
  }

  /// Gives every process the bytes of all, one block after the other.
  func gather(
    _ bytes: UnsafeRawBufferPointer, into all: UnsafeMutableRawBufferPointer, _ operation: String
  ) throws(TensorError) {
    guard let from = bytes.baseAddress, let to = all.baseAddress else { return }
    try exchange(operation) { request in
      blox_mpi_start_gather(library.pointer, handle, from, Int32(bytes.count), to, request)
    }
  }

  /// Combines the elements of all processes; each gets the result.
  func reduce(
    _ values: UnsafeRawBufferPointer, into result: UnsafeMutableRawBufferPointer, count: Int,
    _ element: BloxMPIElement, _ combination: BloxMPIOperation, _ operation: String
  ) throws(TensorError) {
    guard let from = values.baseAddress, let to = result.baseAddress else { return }
    try exchange(operation) { request in
      blox_mpi_start_reduce(
        library.pointer, handle, from, to, Int32(count), element, combination, request)
    }
  }

  /// Which elements go to a process or come from it.
  package struct Portion {
    package var count = 0
    var start = 0
  }

  /// Sends each process a portion of the values, and puts what each sends into a portion of the result.
  func exchange(
    _ values: UnsafeRawBufferPointer, _ sent: [Portion], into result: UnsafeMutableRawBufferPointer,
    _ received: [Portion], _ element: BloxMPIElement, _ operation: String
  ) throws(TensorError) {
    guard let from = values.baseAddress, let to = result.baseAddress else { return }
    // MPI may read these until the exchange is over.
    let lists = [sent.map(\.count), sent.map(\.start), received.map(\.count), received.map(\.start)]
    let numbers = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 4 * sent.count)
    defer { numbers.deallocate() }
    _ = numbers.initialize(from: lists.flatMap { $0.map(Int32.init) })
    guard let first = numbers.baseAddress else { return }
    let count = sent.count
    try exchange(operation) { request in
      blox_mpi_start_exchange(
        library.pointer, handle, from, first, first + count, to, first + 2 * count, first + 3 * count,
        element, request)
    }
  }

  /// Starts an exchange and waits for its end, without keeping other communicators from theirs.
  private func exchange(
    _ operation: String, _ start: (UnsafeMutablePointer<BloxMPIHandle>) -> Int32
  ) throws(TensorError) {
    var request: BloxMPIHandle = 0
    try library.check(ProcessCommunicator.turn.withLock { _ in start(&request) }, operation)
    var looks = 0
    var noticed: ContinuousClock.Instant?
    while true {
      var isDone: Int32 = 0
      let code = ProcessCommunicator.turn.withLock { _ in blox_mpi_test(library.pointer, &request, &isDone) }
      try library.check(code, operation)
      if isDone != 0 { return }
      try MPI.processes?.checkPeers(operation, &noticed)
      // Processes may share a core: whoever waits lets the others work, and longer and longer.
      looks += 1
      if looks < 2000 { sched_yield() } else { usleep(looks < 10_000 ? 20 : 200) }
    }
  }
}
