import Foundation
import PJRT
import Synchronization

/// The devices that computations run on: a PJRT client of the plugin that was found.
///
/// The default backend is opened at the first computation. Which plugin it is: `PJRT.Plugin.discover`.
public final class Backend: Sendable {
  /// The PJRT client.
  public let client: Client
  /// The device that computations run on unless said otherwise.
  public let device: Device
  private let scalars = Mutex<[ScalarLiteral: Buffer]>([:])

  /// Opens a client of `plugin`.
  public init(plugin: Plugin, options: [String: ClientOption] = ["cpu_device_count": .int(1)]) throws {
    TensorError.prepareSourceLines()
    client = try Client(plugin: plugin, options: options)
    guard let first = client.devices.first else {
      throw TensorError(
        operation: "Backend", problem: "the plugin \(plugin.path) offers no device",
        expected: "a plugin with at least one device", module: nil)
    }
    device = first
  }

  private static let shared = Mutex<Backend?>(nil)

  /// The backend that computations use, opened at the first request.
  ///
  /// - Throws: `PJRTError` if no plugin is found or it cannot be opened; a later request tries again.
  public static var `default`: Backend {
    get throws {
      try shared.withLock { slot in
        if let known = slot { return known }
        let location = try Plugin.discover()
        let backend = try Backend(plugin: Plugin.load(path: location.path))
        slot = backend
        return backend
      }
    }
  }

  /// A buffer that holds one element; the same one for the same element, since literals recur.
  func buffer(_ scalar: ScalarLiteral) throws(PJRTError) -> Buffer {
    if let known = scalars.withLock({ $0[scalar] }) { return known }
    let made = try newBuffer(scalar)
    scalars.withLock { table in
      // Bounded: a loop over ever new values must not fill the memory.
      if table.count >= 4096 { table.removeAll() }
      table[scalar] = made
    }
    return made
  }

  /// A buffer of its own that holds one element.
  func newBuffer(_ scalar: ScalarLiteral) throws(PJRTError) -> Buffer {
    var bits = scalar.bits.littleEndian
    return try withUnsafeBytes(of: &bits) { bytes throws(PJRTError) in
      try client.makeBuffer(
        from: UnsafeRawBufferPointer(rebasing: bytes[..<scalar.dtype.byteWidth]),
        elementType: scalar.dtype.pjrt, dimensions: [], on: device)
    }
  }

  /// A buffer with a copy of `bytes`.
  func buffer(_ bytes: UnsafeRawBufferPointer, _ type: TensorType) throws(PJRTError) -> Buffer {
    try client.makeBuffer(
      from: bytes, elementType: type.dtype.pjrt, dimensions: type.shape.dimensions, on: device)
  }
}
