import Blox

/// A collective along the axis "b" of four lanes or devices, with what JAX gives for it.
struct Collective: Sendable {
  let name: String
  /// The sum of the weighted results for `waves([4, 4, 8])`, as Utilities/python-peers/collectives.py prints it.
  let loss: Float
  /// That of the weighted gradient; nil where JAX 0.10 has none: of pmax and pmin, and of an untiled all_to_all.
  let gradient: Float?
  let f: @Sendable (Tensor) -> Tensor

  /// What it is in the compiled program; none of `axisIndex`.
  var instruction: String? {
    let kinds = [
      "psumScatter": "reduce-scatter", "psum": "all-reduce", "pm": "all-reduce", "allGather": "all-gather",
      "allToAll": "all-to-all", "ppermute": "collective-permute",
    ]
    return kinds.filter { name.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value
  }

  private init(
    _ name: String, _ loss: Float, _ gradient: Float?, _ f: @escaping @Sendable (Tensor) -> Tensor
  ) {
    (self.name, self.loss, self.gradient, self.f) = (name, loss, gradient, f)
  }

  private static let pairs = [[0, 2], [3, 1]]
  private static let groups = [[3, 0], [1, 2]]

  static let all = [
    Collective("psum", -3.60049, 4.10977) { psum($0, "b") },
    Collective("psum groups", -26.9987, 8.36797) { psum($0, "b", axisIndexGroups: pairs) },
    Collective("pmean", -0.96182, 1.22632) { pmean($0, "b") },
    Collective("pmean groups", -19.2701, 21.0757) { pmean($0, "b", axisIndexGroups: pairs) },
    Collective("pmax", 0.548509, nil) { pmax($0, "b") },
    Collective("pmax groups", -18.5864, nil) { pmax($0, "b", axisIndexGroups: pairs) },
    Collective("pmin", -1.59864, nil) { pmin($0, "b") },
    Collective("pmin groups", -19.2104, nil) { pmin($0, "b", axisIndexGroups: pairs) },
    Collective("allGather", 2.63049, -0.562509) { allGather($0, "b") },
    Collective("allGather axis", 0.142872, -0.0479371) { allGather($0, "b", axis: 1) },
    Collective("allGather tiled", 0.142871, -0.0479371) { allGather($0, "b", axis: 1, tiled: true) },
    Collective("allGather groups", 60.306, -46.9349) { allGather($0, "b", axisIndexGroups: groups) },
    Collective("allGather tiled groups", 15.6288, -12.2959) {
      allGather($0, "b", axis: 1, tiled: true, axisIndexGroups: groups)
    },
    Collective("psumScatter", -11.0803, 9.71029) { psumScatter($0, "b") },
    Collective("psumScatter tiled", 2.4279, -2.45925) {
      psumScatter($0, "b", scatterDimension: 1, tiled: true)
    },
    Collective("psumScatter groups", 0.292774, -3.20245) {
      psumScatter($0, "b", tiled: true, axisIndexGroups: groups)
    },
    Collective("ppermute", 10.1874, -11.5501) { ppermute($0, "b", [(0, 1), (1, 2), (3, 0)]) },
    Collective("allToAll", 0.0933693, nil) { allToAll($0, "b", splitAxis: 0, concatAxis: 1) },
    Collective("allToAll back", 0.396899, -0.205235) {
      allToAll($0, "b", splitAxis: 1, concatAxis: 0, tiled: true)
    },
    Collective("allToAll same", -1.42876, 1.41933) { allToAll($0, "b", splitAxis: 0, concatAxis: 0) },
    Collective("allToAll tiled", -1.42876, 1.41933) {
      allToAll($0, "b", splitAxis: 0, concatAxis: 1, tiled: true)
    },
    Collective("allToAll groups", -2.54581, 2.36597) {
      allToAll($0, "b", splitAxis: 1, concatAxis: 0, tiled: true, axisIndexGroups: groups)
    },
    Collective("axisIndex", -17.3299, -6.52283) { $0 * axisIndex("b") },
  ]
}
