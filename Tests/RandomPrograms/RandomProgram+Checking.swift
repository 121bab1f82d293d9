import SeededRandom
import Tensors

/// A way of running a program whose values differ from those that are right.
public struct Difference: Sendable, CustomStringConvertible {
  let way: String
  let value: String
  let found: String
  let expected: String

  public var description: String { "\(way), \(value): \(found) where \(expected) is right" }
}

extension RandomProgram {
  /// Another way of running the program than to compile it.
  enum Way: CaseIterable { case evaluated, batched, transposed }

  /// Compiles and runs the program, and runs it in one other way, which the seed chooses; nil if both give the values that
  /// are right.
  public func difference() -> Difference? {
    let expected = reference(inputs)
    let arguments = inputs.map(tensor)
    let scalars = positions.map { $0.map { Tensor(Int32($0)) } }
    if let difference = compiled(arguments, scalars, expected) { return difference }
    return switch way {
    case .evaluated: evaluated(arguments, scalars, expected)
    case .batched: batched(scalars, expected)
    case .transposed: transposed(arguments, scalars)
    }
  }

  /// The smallest program found that still differs.
  public func shrunk() -> (program: RandomProgram, difference: Difference)? {
    guard var found = difference().map({ (program: self, difference: $0) }) else { return nil }
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in found.program.smaller {
        guard let difference = candidate.difference() else { continue }
        found = (candidate, difference)
        isSmaller = true
        break
      }
    }
    return found
  }

  private func tensor(_ array: HostArray) -> Tensor {
    Tensor(array.elements.map { Float($0) }, shape: Shape(array.shape)).astype(dtype)
  }

  private func compare(_ way: String, _ number: Int, _ result: Tensor, _ expected: HostArray) -> Difference? {
    let name = "v\(number)"
    do {
      let found = HostArray(result.shape.dimensions, try result.astype(.float64).scalars(Double.self))
      if found == expected { return nil }
      return Difference(
        way: way, value: name, found: "\(found.shape) \(found.elements)",
        expected: "\(expected.shape) \(expected.elements)")
    } catch {
      return Difference(way: way, value: name, found: "\(error)", expected: "\(expected.shape)")
    }
  }

  private func compare(_ way: String, _ results: [Tensor], _ expected: [HostArray]) -> Difference? {
    for (number, result) in zip(outputs, results) {
      if let difference = compare(way, number, result, expected[number]) { return difference }
    }
    return nil
  }

  /// Operation by operation.
  private func evaluated(
    _ arguments: [Tensor], _ scalars: [[Tensor]], _ expected: [HostArray]
  ) -> Difference? {
    for (number, result) in apply(arguments, scalars).enumerated() {
      if let difference = compare("one by one", number, result, expected[number]) { return difference }
    }
    return nil
  }

  private func compiled(
    _ arguments: [Tensor], _ scalars: [[Tensor]], _ expected: [HostArray]
  ) -> Difference? {
    let outputs = outputs
    let function = jit { (x: [Tensor], positions: [[Tensor]]) in
      let values = apply(x, positions)
      return outputs.map { values[$0] }
    }
    do {
      return compare("jit", try function(arguments, scalars), expected)
    } catch {
      return Difference(way: "jit", value: "all", found: "\(error)", expected: "a value")
    }
  }

  /// Two lanes, the second with the inputs reversed.
  private func batched(_ scalars: [[Tensor]], _ expected: [HostArray]) -> Difference? {
    let others = inputs.map { HostArray($0.shape, $0.elements.reversed()) }
    let otherValues = reference(others)
    guard otherValues.allSatisfy({ $0.largest <= RandomProgram.bound }) else { return nil }
    let outputs = outputs
    let lanes = zip(inputs, others).map { stack([tensor($0), tensor($1)]) }
    let positions = scalars.map { $0.map { stack([$0, $0]) } }
    let function = jit { (x: [Tensor], positions: [[Tensor]]) in
      vmap { (x: [Tensor], positions: [[Tensor]]) in
        let values = apply(x, positions)
        return outputs.map { values[$0] }
      }(x, positions)
    }
    do {
      let results = try function(lanes, positions)
      return compare("vmap, lane 0", results.map { $0[0] }, expected)
        ?? compare("vmap, lane 1", results.map { $0[1] }, otherValues)
    } catch {
      return Difference(way: "vmap", value: "all", found: "\(error)", expected: "a value")
    }
  }

  /// The gradient, by the dot products of a linear function and its transpose.
  private func transposed(_ arguments: [Tensor], _ scalars: [[Tensor]]) -> Difference? {
    guard isLinear, dtype == .float32 else { return nil }
    var g = SplitMix64(seed: UInt64(steps.count))
    let directions = inputs.map { g.array($0.shape) }
    let last = inputs.count + steps.count - 1
    let moved = zip(inputs, directions).map { $0.combined(with: $1, +) }
    let change = reference(moved)[last].combined(with: reference(inputs)[last], -)
    let weights = g.array(change.shape)
    let function = jit { (x: [Tensor], positions: [[Tensor]], weights: Tensor) in
      vjp({ (x: [Tensor]) in apply(x, positions)[last] }, primals: x).1(weights)
    }
    do {
      let cotangents = try function(arguments, scalars, tensor(weights))
      var (found, scale) = (0.0, 1.0)
      for (cotangent, direction) in zip(cotangents, directions) {
        let elements = try cotangent.astype(.float64).scalars(Double.self)
        let terms = zip(elements, direction.elements).map(*)
        found += terms.reduce(0, +)
        scale += terms.map(\.magnitude).reduce(0, +)
      }
      let expected = zip(weights.elements, change.elements).map(*).reduce(0, +)
      // Cotangents have no bound that keeps them exact.
      if (found - expected).magnitude <= 1e-5 * scale { return nil }
      return Difference(
        way: "gradient", value: "v\(last)", found: "a dot product of \(found)", expected: "\(expected)")
    } catch {
      return Difference(way: "gradient", value: "v\(last)", found: "\(error)", expected: "a gradient")
    }
  }
}
