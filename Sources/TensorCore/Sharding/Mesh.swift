public import PJRT

/// Devices in a grid with named axes (`jax.sharding.Mesh`).
///
///     let mesh = try Mesh(["batch": 2, "model": 4])
///
/// The last axis varies fastest: neighbours along it are neighbours in the list of devices.
public struct Mesh: Sendable, Hashable, CustomStringConvertible {
  private final class Storage: Sendable {
    let names: [String]
    let sizes: [Int]
    let shape: [String: Int]
    let devices: [Device]
    let localPositions: [Int]

    init(names: [String], sizes: [Int], devices: [Device]) {
      self.names = names
      self.sizes = sizes
      shape = Dictionary(zip(names, sizes)) { first, _ in first }
      self.devices = devices
      localPositions = devices.indices.filter { devices[$0].isAddressable }
    }
  }

  private let storage: Storage

  /// The names of the axes, outermost first.
  public var axisNames: [String] { storage.names }
  /// The extent of each axis.
  public var axisSizes: [Int] { storage.sizes }
  /// The devices, in row-major order.
  public var devices: [Device] { storage.devices }
  /// The devices that are this process's, in row-major order (`jax.sharding.Mesh.local_devices`).
  public var localDevices: [Device] { localPositions.map { devices[$0] } }
  /// Whether some devices are other processes' (`jax.sharding.Mesh.is_multi_process`).
  public var isMultiProcess: Bool { localPositions.count < devices.count }
  /// The places of `localDevices` among `devices`.
  var localPositions: [Int] { storage.localPositions }

  /// A mesh of the first devices of the default backend, those of other processes included (`jax.make_mesh`).
  ///
  /// - Throws: `TensorError` if there are fewer devices than the mesh needs, or an axis is wrong; what opening the
  ///   backend throws.
  public init(_ axes: KeyValuePairs<String, Int>) throws {
    try self.init(axes, available: Backend.default.devices)
  }

  /// A mesh of these devices, as many as the axes multiply to.
  ///
  /// - Throws: `TensorError` if the numbers do not agree, or an axis is wrong.
  public init(_ axes: KeyValuePairs<String, Int>, devices: [Device]) throws {
    try self.init(axes, available: devices)
    guard devices.count == self.devices.count else {
      throw TensorError(
        "Mesh", problem: "\(devices.count) devices were given for a mesh of \(self.devices.count)",
        expected: "\(self.devices.count) devices")
    }
    guard Set(devices).count == devices.count else {
      throw TensorError(
        "Mesh", problem: "a device is given twice", expected: "each device once")
    }
  }

  private init(_ axes: KeyValuePairs<String, Int>, available: [Device]) throws {
    let (names, sizes) = (axes.map(\.key), axes.map(\.value))
    if let wrong = axes.first(where: { $0.key.isEmpty || $0.value < 1 || $0.key.contains("\"") }) {
      throw TensorError(
        "Mesh", problem: "the axis \"\(wrong.key)\" of extent \(wrong.value)",
        expected: "axes with a name and an extent of at least 1")
    }
    guard Set(names).count == names.count else {
      throw TensorError(
        "Mesh", problem: "two axes have one name: \(names)", expected: "a name of its own for each axis")
    }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      count = overflow ? .max : product
    }
    guard count <= available.count else {
      let extents = axes.map { "\($0.key) \($0.value)" }.joined(separator: " × ")
      throw Mesh.tooFew("\(extents) needs \(count) devices", count, available)
    }
    storage = Storage(names: names, sizes: sizes, devices: Array(available.prefix(count)))
  }

  private static func tooFew(_ need: String, _ count: Int, _ available: [Device]) -> TensorError {
    let isForCPU = available.first?.kind == "cpu"
    if isForCPU, let group = Backend.processGroup, group.count > 1, available.allSatisfy(\.isAddressable) {
      return TensorError(
        "Mesh",
        problem: "\(need), and this process, one of \(group.count), has \(available.count)",
        expected:
          "a mesh of the devices of this process, since CPU plugins join no others; MPI.initialize gives "
          + "an axis of processes around the mesh")
    }
    return TensorError(
      "Mesh", problem: "\(need), and there are \(available.count)",
      expected: "at most \(available.count) devices"
        + (isForCPU
          ? "; a CPU has more with BLOX_CPU_DEVICES=\(count) or Backend.configure(deviceCount: \(count))"
          : ""))
  }

  /// A mesh of one device and no axes.
  package init(device: Device) { storage = Storage(names: [], sizes: [], devices: [device]) }

  /// The extents of the axes by their names (`jax.sharding.Mesh.shape`).
  public var shape: [String: Int] { storage.shape }

  /// The product of the extents of axes.
  package func deviceCount(along axes: [String]) -> Int { axes.reduce(1) { $0 * (shape[$1] ?? 1) } }

  /// The coordinates of the device at a position of `devices`.
  func coordinates(_ position: Int) -> [Int] {
    var rest = position
    var result = axisSizes
    for axis in axisSizes.indices.reversed() {
      result[axis] = rest % axisSizes[axis]
      rest /= axisSizes[axis]
    }
    return result
  }

  /// Whether the two are over the same devices in the same order, whatever their axes.
  package func hasSameDevices(as other: Mesh) -> Bool {
    storage === other.storage || devices == other.devices
  }

  public static func == (a: Mesh, b: Mesh) -> Bool {
    a.storage === b.storage
      || (a.axisNames == b.axisNames && a.axisSizes == b.axisSizes && a.devices == b.devices)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(axisNames)
    hasher.combine(axisSizes)
    hasher.combine(devices)
  }

  /// `Mesh(batch: 2, model: 4)`.
  public var description: String {
    "Mesh(" + zip(axisNames, axisSizes).map { "\($0): \($1)" }.joined(separator: ", ") + ")"
  }
}
