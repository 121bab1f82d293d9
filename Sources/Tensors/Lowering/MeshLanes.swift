import StableHLO

/// One axis of a mesh as collectives see it: the devices that differ in their place along it work together.
struct MeshLanes {
  /// The extent of the axis.
  let size: Int
  /// How far two neighbours along the axis are apart in the list of devices.
  let stride: Int
  private let deviceCount: Int

  /// The axis of this name; nil if the mesh has none.
  init?(_ axes: [(name: String, size: Int)], _ name: String) {
    guard let place = axes.firstIndex(where: { $0.name == name }) else { return nil }
    size = axes[place].size
    stride = axes[(place + 1)...].reduce(1) { $0 * $1.size }
    deviceCount = axes.reduce(1) { $0 * $1.size }
  }

  /// The devices of each group, for lanes that are grouped like this; all lanes together if nil.
  func deviceGroups(_ groups: [[Int]]? = nil) -> [[Int]] {
    bases.flatMap { base in
      (groups ?? [Array(0..<size)]).map { lanes in lanes.map { base + $0 * stride } }
    }
  }

  /// Pairs of devices for pairs of lanes.
  func devicePairs(_ sources: [Int], _ targets: [Int]) -> [[Int]] {
    bases.flatMap { base in zip(sources, targets).map { [base + $0 * stride, base + $1 * stride] } }
  }

  /// The devices at place 0 along the axis.
  private var bases: [Int] { (0..<deviceCount).filter { $0 / stride % size == 0 } }
}
