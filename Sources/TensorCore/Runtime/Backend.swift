import Foundation
public import PJRT
import Synchronization

/// The devices that computations run on: a PJRT client of the plugin that was found.
///
/// The default backend is opened at the first computation. Which plugin it is: `PJRT.Plugin.discover`. A CPU is one
/// device; `Backend.configure(deviceCount:)` or the environment's `BLOX_CPU_DEVICES` divides it into several virtual
/// ones, to try out programs for many devices.
public final class Backend: Sendable {
  /// The PJRT client.
  public let client: Client
  /// The device that computations run on unless said otherwise.
  public let device: Device
  /// All devices, those of other processes included, in the plugin's order (`jax.devices`).
  public var devices: [Device] { client.devices }
  /// The devices of this process, in the plugin's order (`jax.local_devices`).
  public var localDevices: [Device] { client.addressableDevices }
  private let scalars = Mutex<[ScalarLiteral: Buffer]>([:])

  /// Opens a client of `plugin`.
  private init(plugin: Plugin, options: [String: ClientOption]) throws {
    TensorError.prepareSourceLines()
    let group = Backend.processGroup
    client = try Client(
      plugin: plugin, options: options.merging(group?.options(plugin) ?? [:]) { own, _ in own },
      sharing: group?.store)
    guard let first = client.addressableDevices.first else {
      throw TensorError(
        operation: "Backend", problem: "the plugin \(plugin.path) offers no device",
        expected: "a plugin with at least one device", module: nil)
    }
    device = first
    MemoryLimit.note(client)
  }

  private static let group = Mutex<ProcessGroup?>(nil)

  /// The processes whose devices the plugin joins, set by `Distributed` before a backend is opened.
  package static var processGroup: ProcessGroup? {
    get { group.withLock { $0 } }
    set { group.withLock { $0 = newValue } }
  }

  private struct Shared {
    var backend: Backend?
    var deviceCount: Int?
  }

  private static let shared = Mutex(Shared())

  /// Whether the default backend is in use.
  package static var isOpen: Bool { shared.withLock { $0.backend != nil } }

  /// Sets how many virtual devices a CPU is divided into; other platforms have the devices that they have.
  ///
  /// - Throws: `TensorError` if the default backend is open already with another number, or the number is not from 1 to 1024.
  public static func configure(deviceCount: Int) throws {
    try shared.withLock { shared in
      guard deviceCounts.contains(deviceCount) else {
        throw TensorError(
          "Backend.configure", problem: "\(deviceCount) devices were asked for",
          expected: "a number from \(deviceCounts.lowerBound) to \(deviceCounts.upperBound)")
      }
      if let open = shared.backend, open.localDevices.count != deviceCount {
        throw TensorError(
          "Backend.configure",
          problem: "the backend is in use already, with \(open.localDevices.count) devices",
          expected: "the call before the first computation of the process")
      }
      shared.deviceCount = deviceCount
    }
  }

  /// The backend that computations use, opened at the first request.
  ///
  /// - Throws: `PJRTError` if no plugin is found or it cannot be opened; a later request tries again.
  public static var `default`: Backend {
    get throws {
      try shared.withLock { shared in
        if let known = shared.backend { return known }
        let location = try Plugin.discover()
        let plugin = try Plugin.load(path: location.path)
        let count = try shared.deviceCount ?? environmentCount()
        // Other plugins have the devices that they have, and refuse options that they do not know.
        let options = plugin.isForCPU ? count.map { ["cpu_device_count": ClientOption.int($0)] } : nil
        let backend = try Backend(plugin: plugin, options: options ?? [:])
        shared.backend = backend
        return backend
      }
    }
  }

  /// The number of virtual devices that the environment asks for.
  private static func environmentCount() throws(TensorError) -> Int? {
    try Settings.current.value(for: "Backend") { settings throws(SettingError) in
      try settings.integer("BLOX_CPU_DEVICES", in: deviceCounts)
    }
  }

  /// How many virtual devices a CPU can be divided into; each has threads of its own.
  private static let deviceCounts = 1...1024

  /// A buffer that holds one element; the same one for the same element, since literals recur.
  package func buffer(_ scalar: ScalarLiteral) throws(PJRTError) -> Buffer {
    if let known = scalars.withLock({ $0[scalar] }) { return known }
    let made = try newBuffer(scalar)
    scalars.withLock { table in
      // Bounded: a loop over ever new values must not fill the memory, of which each takes some 2 KB.
      if table.count >= 512 { table.removeAll() }
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
  package func buffer(_ bytes: UnsafeRawBufferPointer, _ type: TensorType) throws(PJRTError) -> Buffer {
    try client.makeBuffer(
      from: bytes, elementType: type.dtype.pjrt, dimensions: type.shape.dimensions, on: device)
  }
}
