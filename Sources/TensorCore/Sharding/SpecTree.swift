/// How the tensors of an argument or result of `shardMap` are divided: all alike, `["batch", nil]`, or each in its own way.
///
///     shardMap(mesh, in: [.like(paramsSharding), ["batch"]], out: [.like(paramsSharding)]) { … }
public struct SpecTree: ExpressibleByArrayLiteral, Sendable {
  private enum Kind {
    case same(PartitionSpec)
    case each([PartitionSpec])
    case like(any ShardingTree)
  }
  private let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  /// All tensors divided alike.
  public init(_ spec: PartitionSpec) { self.init(.same(spec)) }

  public init(arrayLiteral elements: PartitionSpec.Entry...) {
    self.init(.same(PartitionSpec(entries: elements)))
  }

  /// One spec for each tensor, in the order of the tree's leaves.
  public static func each(_ specs: [PartitionSpec]) -> SpecTree { SpecTree(.each(specs)) }

  /// Every tensor divided as shardings say: those of params or of an optimizer's state.
  ///
  /// Axes of the mesh that `shardMap` leaves to the compiler are left out.
  public static func like(_ shardings: any ShardingTree) -> SpecTree { SpecTree(.like(shardings)) }

  /// The spec of every tensor of a tree, of which `axes` of the mesh are seen device by device.
  package func specs(
    of tree: any TensorTree, on mesh: Mesh, axes: [String], name: String
  ) throws(TensorError) -> [PartitionSpec] {
    let count = tree.leaves.count
    switch kind {
    case .same(let spec): return [PartitionSpec](repeating: spec, count: count)
    case .each(let specs):
      guard specs.count == count else {
        throw TensorError(
          "shardMap", problem: "\(specs.count) specs were given for the \(count) tensors of \(name)",
          expected: "one spec for each tensor, or one for all of them: [\"batch\"]")
      }
      return specs
    case .like(let shardings):
      var result: [PartitionSpec] = []
      for sharding in try shardings.leafShardings(of: tree) {
        guard let sharding else {
          result.append([])
          continue
        }
        guard sharding.mesh == mesh else {
          throw TensorError(
            "shardMap", problem: "the shardings of \(name) are on \(sharding.mesh)",
            expected: "shardings on the mesh of the shardMap, \(mesh)")
        }
        result.append(sharding.spec.keeping(axes))
      }
      return result
    }
  }
}

extension PartitionSpec {
  /// The spec without mesh axes other than these.
  fileprivate func keeping(_ axes: [String]) -> PartitionSpec {
    PartitionSpec(entries: entries.map { Entry($0.axes.filter(axes.contains)) })
  }
}
