import Tensors
import Testing

@testable import TensorPrimitives

/// What must hold for every operation: each law is checked on the whole table of operations.
@Suite struct OpLawTests {
  @Test(arguments: OpCase.all) func laws(_ op: OpCase) throws {
    let measured = try measure(op)
    for (law, error) in measured {
      let tolerance = op.dtype == .float64 ? 2e-5 : 2e-2
      #expect(error < (law.isExact ? tolerance / 10 : tolerance), "\(op.name): \(law.rawValue)")
    }
    try checkPrograms(op)
  }

  enum Law: String, CaseIterable {
    case jvp = "the JVP is the limit of differences"
    case transpose = "the transpose agrees with the JVP in every dot product"
    case second = "the JVP of the gradient is the limit of its differences"
    case vmap = "vmap of all operands is a loop over lanes"
    case vmapOfOne = "vmap of one operand is a loop over its lanes"
    case vmapOfLast = "vmap along the last axis of one operand is a loop over its lanes"
    case staged = "a staged function gives what it gives at once"

    /// Whether no differences of nearby values take part.
    var isExact: Bool { self != .jvp && self != .second }
  }

  /// The relative error of each law.
  private func measure(_ op: OpCase) throws -> [(Law, Double)] {
    let (point, other) = (op.tensors(), op.tensors(lane: 1))
    let mixed = [other[0]] + point.dropFirst()
    let moved = op.operands.indices.filter { op.operands[$0].isDifferentiated }
    let (tangents, more) = (op.tangents(seed: 5), op.tangents(seed: 9))
    let step = op.dtype == .float64 ? 1e-5 : 1e-2
    @Sendable func replacing(_ point: [Tensor], _ values: [Tensor]) -> [Tensor] {
      var all = point
      for (place, value) in zip(moved, values) { all[place] = value }
      return all
    }
    @Sendable func slope(_ point: [Tensor]) -> ([Tensor]) -> [Tensor] {
      grad { (x: [Tensor]) in sin(op.function(replacing(point, x))).sum() }
    }
    // Few programs, each of them compiled once: the values and gradients at several points are calls of two.
    let value = jit { (x: [Tensor]) in op.function(x) }
    let gradient = jit { (x: [Tensor]) in slope(x)(moved.map { x[$0] }) }
    let derived = jit {
      (point: [Tensor], other: [Tensor], tangents: [Tensor], more: [Tensor]) -> [[Tensor]] in
      let values = moved.map { point[$0] }
      let f = { (x: [Tensor]) in op.function(replacing(point, x)) }
      let (result, tangent) = jvp(f, primals: values, tangents: tangents)
      let weights = cos(Tensor.broadcastedIota([result.size], 0).astype(op.dtype)).reshape(result.shape)
      let sent = vjp(f, primals: values).1(weights)
      let batch = zip(point, other).map { stack([$0, $1]) }
      let rest = point.dropFirst()
      return [
        [tangent], [tangent * weights], zip(sent, tangents).map { $0 * $1 },
        jvp(slope(point), primals: values, tangents: more).1,
        [vmap { (x: [Tensor]) in op.function(x) }(batch)],
        [vmap { (x: Tensor) in op.function([x] + rest) }(batch[0])],
        [vmap(in: [-1]) { (x: Tensor) in op.function([x] + rest) }(stack([point[0], other[0]], axis: -1))],
      ]
    }
    func near(_ tangents: [Tensor], _ distance: Double) -> [Tensor] {
      replacing(point, zip(moved.map { point[$0] }, tangents).map { $0 + Tensor(distance) * $1 })
    }
    func quotient(_ f: ([Tensor]) throws -> [Tensor], _ tangents: [Tensor]) throws -> [Double] {
      zip(try numbers(f(near(tangents, step))), try numbers(f(near(tangents, -step)))).map {
        ($0 - $1) / (2 * step)
      }
    }
    let parts = try derived(point, other, tangents, more).map(numbers)
    let here = try numbers([value(point)])
    return [
      (.jvp, distance(parts[0], try quotient({ [try value($0)] }, tangents))),
      (.transpose, distance([parts[1].reduce(0, +)], [parts[2].reduce(0, +)])),
      (.second, distance(parts[3], try quotient(gradient, more))),
      (.vmap, distance(parts[4], here + (try numbers([value(other)])))),
      (.vmapOfOne, distance(parts[5], here + (try numbers([value(mixed)])))),
      (.vmapOfLast, distance(parts[6], here + (try numbers([value(mixed)])))),
      (.staged, distance(try numbers([op.function(point)]), here)),
    ]
  }

  private func numbers(_ tensors: [Tensor]) throws -> [Double] {
    try tensors.flatMap { try $0.scalars(Double.self) }
  }

  /// The greatest difference, relative to the greatest value where that is above 1; infinite for NaN.
  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count, !(a + b).contains(where: \.isNaN) else { return .infinity }
    let scale = b.map(\.magnitude).reduce(1, max)
    return zip(a, b).map { ($0 - $1).magnitude }.reduce(0, max) / scale
  }

  /// Every program that a transformation makes of the operation is well-formed.
  private func checkPrograms(_ op: OpCase) throws {
    let operands = op.tensors()
    let moved = op.operands.indices.filter { op.operands[$0].isDifferentiated }
    func loss(_ values: [Tensor]) -> Tensor {
      var all = operands
      for (place, value) in zip(moved, values) { all[place] = value }
      return op.function(all).sum()
    }
    let values = moved.map { operands[$0] }
    try makeJaxpr { (x: [Tensor]) in op.function(x) }(operands).check()
    try makeJaxpr { (x: [Tensor]) in grad(loss)(x) }(values).check()
    try makeJaxpr { (x: [Tensor]) in jvp(loss, primals: x, tangents: x).1 }(values).check()
    let batch = operands.map { stack([$0, $0]) }
    try makeJaxpr { (x: [Tensor]) in vmap { (x: [Tensor]) in op.function(x) }(x) }(batch).check()
  }
}
