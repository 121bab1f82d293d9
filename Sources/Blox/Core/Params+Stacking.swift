extension Params {
  /// The params with the parameters of equal layers joined, each with a first axis for the layers: those of a `LayerStack`.
  ///
  ///     try params.stacking("net/block_*", at: "net/blocks/layer")
  ///
  /// `net/block_0/up/kernel` `[m, n]`, `net/block_1/up/kernel`, … become `net/blocks/layer/up/kernel` `[layers, m, n]`.
  ///
  /// - Parameters:
  ///   - layers: the paths of the layers, with a star for their numbers, which begin at 0.
  ///   - path: the path of the layer of a `LayerStack`: its own, and `layer`.
  /// - Throws: `ModelError` if there are no such layers, or they differ in their parameters; the first error that a
  ///   parameter carries.
  public func stacking(_ layers: String, at path: String) throws -> Params {
    if let cause = firstError { throw cause }
    let target = path.split(separator: "/").map(String.init)
    var parts: [Params] = []
    var (part, rest) = try Params.part(of: self, layers, number: 0, at: target)
    while !part.isEmpty {
      if let first = parts.first, !first.hasSameShapes(as: part) {
        throw ModelError(
          "Params.stacking",
          problem: "layer \(parts.count) of '\(layers)' has other parameters than layer 0: "
            + part.structureDifference(from: first, root: "a layer"), expected: "equal layers")
      }
      parts.append(part)
      (part, rest) = try Params.part(of: rest, layers, number: parts.count, at: target)
    }
    guard !parts.isEmpty else {
      throw ModelError(
        "Params.stacking", problem: "there are no parameters below '\(layers)' with 0 for the star",
        expected: "the path of equal layers with their numbers as a star, such as net/block_*")
    }
    return rest.merging(Params.stacked(parts))
  }

  /// The params with those of a `LayerStack` as the parameters of single layers: what `stacking` undoes.
  ///
  ///     try params.unstacking("net/block_*", at: "net/blocks/layer")
  ///
  /// - Throws: `ModelError` if there are no parameters at the path, or they have not the same first axis; the first error that
  ///   a parameter carries.
  public func unstacking(_ layers: String, at path: String) throws -> Params {
    if let cause = firstError { throw cause }
    let source = path.split(separator: "/").map(String.init)
    let (own, rest) = split { path, _ in path.starts(with: source) }
    let counts = Set(own.values.map { $0.ndim == 0 ? -1 : $0.shape[0] })
    guard let count = counts.first, counts.count == 1, count >= 0 else {
      throw ModelError(
        "Params.unstacking",
        problem: own.isEmpty
          ? "there are no parameters below '\(path)'"
          : "the parameters below '\(path)' have different first axes",
        expected: "the path of the layer of a LayerStack, such as net/blocks/layer")
    }
    var result = rest
    for number in 0..<count {
      let prefix = Params.path(layers, number)
      for (path, param) in own.items {
        result.put(
          param.value[number], prefix + path.dropFirst(source.count), trainable: param.trainable,
          metadata: param.metadata.unstacked)
      }
    }
    return result
  }

  /// Params of equal layers, at the same paths, with a first axis for the layers.
  static func stacked(_ layers: [Params]) -> Params {
    var result = Params(ParamsLayout([], isLocked: layers.first?.isLocked ?? false), [])
    for (index, (path, param)) in (layers.first?.items ?? []).enumerated() {
      let values = layers.map { $0.values.indices.contains(index) ? $0.values[index] : param.value }
      result.put(
        values.first { $0.error != nil } ?? stack(values), path, trainable: param.trainable,
        metadata: param.metadata.stacked)
    }
    return result
  }

  /// The parameters of one layer, at the paths that they get, and the others.
  private static func part(
    of params: Params, _ layers: String, number: Int, at target: [String]
  ) throws -> (Params, Params) {
    let prefix = path(layers, number)
    let (own, rest) = params.split { path, _ in path.starts(with: prefix) }
    var moved = Params(ParamsLayout([], isLocked: params.isLocked), [])
    for (path, param) in own.items.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) {
      moved.put(
        param.value, target + path.dropFirst(prefix.count), trainable: param.trainable,
        metadata: param.metadata)
    }
    return (moved, rest)
  }

  private static func path(_ layers: String, _ number: Int) -> [String] {
    layers.replacing("*", with: "\(number)").split(separator: "/").map(String.init)
  }

  private func hasSameShapes(as other: Params) -> Bool {
    hasSameStructure(as: other)
      && zip(leaves, other.leaves).allSatisfy { ($0.shape, $0.dtype) == ($1.shape, $1.dtype) }
  }
}

extension Metadata {
  /// That of a parameter with a first axis for layers, which is not divided.
  fileprivate var stacked: Metadata {
    sharding.isEmpty
      ? self : merging(Metadata(sharding: PartitionSpec(entries: [.init([])] + sharding.entries)))
  }

  /// That of a parameter of one layer.
  fileprivate var unstacked: Metadata {
    sharding.isEmpty
      ? self : merging(Metadata(sharding: PartitionSpec(entries: Array(sharding.entries.dropFirst()))))
  }
}
