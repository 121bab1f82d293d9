import PJRT
import Synchronization

/// The order of programs with effects that others wait for, such as collectives across processes: each takes a token that
/// the one before it gives, so that none begins before the other's effects are done, whatever the threads they run on.
package enum OrderedEffects {
  private static let tokens = Mutex<[ObjectIdentifier: Buffer]>([:])

  /// Waits until all programs that were launched are through with their effects, or failed.
  package static func wait() {
    for token in tokens.withLock({ Array($0.values) }) { try? token.awaitReady() }
  }

  /// Launches a program; `launch` gets the token of each device and gives the new ones with its results.
  static func launch<R>(
    on devices: [Device], _ backend: Backend, _ launch: ([Buffer]) throws -> (results: R, tokens: [Buffer])
  ) throws -> R {
    try ProcessAxes.current?.checkIntact()
    return try tokens.withLock { tokens in
      let before = try devices.map { device in
        try tokens[ObjectIdentifier(device)]
          ?? withUnsafeBytes(of: Int32(0)) {
            try backend.client.makeBuffer(from: $0, elementType: .int32, dimensions: [], on: device)
          }
      }
      let (results, after) = try launch(before)
      for (device, token) in zip(devices, after) { tokens[ObjectIdentifier(device)] = token }
      return results
    }
  }
}
