import CMPI
import Foundation
import Synchronization

/// A channel between the processes: that of one device, whose exchanges come one after the other.
final class ProcessLane: Sendable {
  let index: Int
  let count: Int
  private let library: MPILibrary
  private let communicator: BloxMPIHandle
  private let exchanges = Mutex<UInt64>(0)

  /// MPI is asked for no more than one thread at a time.
  private static let turn = Mutex<Void>(())

  init(_ library: MPILibrary, index: Int, count: Int) throws(TensorError) {
    self.library = library
    self.index = index
    self.count = count
    var communicator: BloxMPIHandle = 0
    try library.check(blox_mpi_communicator(library.pointer, &communicator), "MPI.initialize")
    self.communicator = communicator
  }

  /// The number of this exchange among those of the lane.
  func nextNumber() -> UInt64 {
    exchanges.withLock { number in
      number += 1
      return number
    }
  }

  /// Gives every process the bytes of all, one block after the other.
  func gather(_ bytes: UnsafeRawBufferPointer, into all: UnsafeMutableRawBufferPointer, _ operation: String)
    throws(TensorError)
  {
    guard let from = bytes.baseAddress, let to = all.baseAddress else { return }
    try exchange(operation) { request in
      blox_mpi_start_gather(library.pointer, communicator, from, Int32(bytes.count), to, request)
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
        library.pointer, communicator, from, to, Int32(count), element, combination, request)
    }
  }

  /// Starts an exchange and waits for its end, without keeping other lanes from theirs.
  private func exchange(
    _ operation: String, _ start: (UnsafeMutablePointer<BloxMPIHandle>) -> Int32
  ) throws(TensorError) {
    var request: BloxMPIHandle = 0
    try library.check(ProcessLane.turn.withLock { _ in start(&request) }, operation)
    var patience = Patience()
    while true {
      var isDone: Int32 = 0
      let code = ProcessLane.turn.withLock { _ in blox_mpi_test(library.pointer, &request, &isDone) }
      try library.check(code, operation)
      if isDone != 0 { return }
      patience.wait()
    }
  }
}

/// How long to wait before looking again: not at all at first, then longer and longer.
struct Patience {
  private var looks = 0

  mutating func wait() {
    looks += 1
    // Processes may share a core: whoever waits lets the other one work.
    if looks < 2000 { sched_yield() } else { usleep(looks < 10_000 ? 20 : 200) }
  }
}
