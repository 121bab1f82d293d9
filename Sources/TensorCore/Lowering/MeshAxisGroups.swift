package import StableHLO

/// One axis of a mesh as collectives see it: the devices that differ in their place along it work together.
package struct MeshAxisGroups {
  package let name: String
  /// The extent of the axis.
  package let size: Int
  /// How far two neighbours along the axis are apart in the list of devices.
  package let stride: Int
  private let deviceCount: Int

  /// The axis of this name; nil if the mesh has none.
  package init?(_ axes: [(name: String, size: Int)], _ name: String) {
    guard let position = axes.firstIndex(where: { $0.name == name }) else { return nil }
    self.name = name
    size = axes[position].size
    stride = axes[(position + 1)...].reduce(1) { $0 * $1.size }
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

  /// Writes a collective on the values that the devices have.
  package func lower(_ collective: Collective, _ operands: [HLOValue], _ context: LoweringContext)
    -> [HLOValue]
  {
    let function = context.function
    switch collective {
    case .index: return [function.deviceIndex(along: [name])]
    case .reduce(let combination, let groups):
      return [
        function.allReduce(operands[0], operation: combination.hloName, groups: deviceGroups(groups))
      ]
    case .scatterSum(let axis, let groups):
      return [
        function.reduceScatter(
          operands[0], operation: Collective.Combination.sum.hloName, dimension: axis,
          groups: deviceGroups(groups))
      ]
    case .gather(let axis, let groups):
      var shape = operands[0].type.dimensions
      shape.insert(1, at: axis)
      let row = function.reshape(operands[0], to: shape)
      return [function.allGather(row, dimension: axis, groups: deviceGroups(groups))]
    case .exchange(let split, let concat, let groups):
      return [function.allToAll(operands[0], split: split, concat: concat, groups: deviceGroups(groups))]
    case .permute(let sources, let targets):
      return [function.collectivePermute(operands[0], pairs: devicePairs(sources, targets))]
    }
  }

  /// The devices at place 0 along the axis.
  private var bases: [Int] { (0..<deviceCount).filter { $0 / stride % size == 0 } }
}
