import Blox

extension Semantics {
  /// The result of a function about the generator; nil if it is another.
  func rng(_ name: String) throws -> JSONValue? {
    switch name {
    case "counters": return try counters()
    case "rng_unseeded_counter":
      return .array(try generator(Params()).0.scalars(Int.self).map(JSONValue.integer))
    case "rng_unseeded": return .strings(try linear(Params(), .ones([1, 2])).1.checked().names)
    case "rng_seed_required": return .strings(try generator.seed(Params(), counter: 3).checked().names)
    case "rng_locked_update":
      let params = generator(initialized.locked()).1
      return [
        "counter": .integer(try generator.getCounter(params).item()), "locked": .bool(params.isLocked),
      ]
    default: return nil
    }
  }

  private func counters() throws -> JSONValue {
    let norms = [
      try BatchNorm(graph.child("bn"), rng: generator), try BatchNorm(graph.child("bn0")),
    ]
    let layers: [any Layer] = [linear] + norms + [linear]
    var params = seeded
    var counts = [try generator.getCounter(params).item(Int.self)]
    for layer in layers {
      (_, params) = layer(params, .ones([2, size]))
      counts.append(try generator.getCounter(params).item(Int.self))
    }
    return .array(counts.map(JSONValue.integer))
  }
}
