import PJRT
import Synchronization

/// The order of programs with collectives across processes: each takes a value that the one before it gives, so that
/// none begins before the other's collectives are through, whatever the threads they run on.
enum ProcessChain {
  private static let ends = Mutex<[ObjectIdentifier: Buffer]>([:])

  /// Waits until all programs that were launched are through with their collectives, or failed.
  static func wait() {
    for end in ends.withLock({ Array($0.values) }) { try? end.awaitReady() }
  }

  /// Launches a program; `launch` gets the chain's end on each device and gives the new ones with its results.
  static func extend<R>(
    on devices: [Device], _ backend: Backend, _ launch: ([Buffer]) throws -> (results: R, ends: [Buffer])
  ) throws -> R {
    try MPI.processes?.checkIntact()
    return try ends.withLock { ends in
      let before = try devices.map { device in
        try ends[ObjectIdentifier(device)]
          ?? withUnsafeBytes(of: Int32(0)) {
            try backend.client.makeBuffer(from: $0, elementType: .int32, dimensions: [], on: device)
          }
      }
      let (results, after) = try launch(before)
      for (device, end) in zip(devices, after) { ends[ObjectIdentifier(device)] = end }
      return results
    }
  }
}
