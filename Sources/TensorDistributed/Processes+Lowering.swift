import CMPI
package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

extension Processes {
  /// Writes a collective as a call of a function of this process, which takes and gives values whose leading axis, where
  /// there is one, counts processes.
  package func lower(
    _ collective: Collective, _ name: String, _ operands: [HLOValue], _ context: LoweringContext
  ) -> [HLOValue] {
    let function = context.function
    switch collective {
    case .index: return [function.constant(String(index), HLOType(.i32, []))]
    case .reduce(let combination, let groups):
      let call = ProcessCallText(.reduce, name, combination.mpi, groups: groups)
      return [function.inFullPrecision(operands[0]) { call.write($0, $0.type, function) }]
    case .gather(let axis, let groups):
      let x = operands[0]
      let call = ProcessCallText(.gather, name, groups: groups)
      let rows = call.write(x, HLOType(x.type.element, [size(groups)] + x.type.dimensions), function)
      return [function.movingAxis(rows, from: 0, to: axis)]
    case .permute(let sources, let targets):
      let call = ProcessCallText(.permute, name, groups: [sources, targets])
      return [call.write(operands[0], operands[0].type, function)]
    case .scatterSum(let axis, let groups):
      let call = ProcessCallText(.scatterSum, name, groups: groups)
      let sum = function.inFullPrecision(operands[0]) { x in
        let parts = function.movingAxis(function.divided(x, axis: axis, by: size(groups)), from: axis, to: 0)
        return call.write(
          parts, HLOType(x.type.element, Array(parts.type.dimensions.dropFirst())), function)
      }
      return [sum]
    case .exchange(let split, let concat, let groups):
      let parts = function.movingAxis(
        function.divided(operands[0], axis: split, by: size(groups)), from: split, to: 0)
      let received = ProcessCallText(.exchange, name, groups: groups).write(parts, parts.type, function)
      // The senders go before the axis that joins what they sent.
      let ordered = function.movingAxis(received, from: 0, to: concat)
      return [function.reshape(ordered, to: context.resultTypes[0].shape.dimensions)]
    }
  }

  /// How many processes work together.
  private func size(_ groups: [[Int]]?) -> Int { groups?.first?.count ?? count }
}

extension Collective.Combination {
  fileprivate var mpi: BloxMPIOperation {
    switch self {
    case .sum: .sum
    case .max: .max
    case .min: .min
    }
  }
}

/// A call of the handler as it stands in a program.
private struct ProcessCallText {
  let kind: ProcessCall.Kind
  let name: String
  let combination: BloxMPIOperation
  let groups: [[Int]]?

  init(
    _ kind: ProcessCall.Kind, _ name: String, _ combination: BloxMPIOperation = .sum, groups: [[Int]]? = nil
  ) {
    self.kind = kind
    self.name = name
    self.combination = combination
    self.groups = groups
  }

  func write(_ x: HLOValue, _ result: HLOType, _ function: HLOFunction) -> HLOValue {
    var config = [
      "kind = \(kind.rawValue) : i64", "combination = \(combination.rawValue) : i64", "name = \"\(name)\"",
      "isPartitioned = \(function.module.isPartitioned ? 1 : 0) : i64",
    ]
    if let groups, let first = groups.first, !first.isEmpty {
      let indices = groups.flatMap { $0 }.map(String.init).joined(separator: ", ")
      config += ["groupSize = \(first.count) : i64", "processes = array<i64: \(indices)>"]
    }
    return function.orderedCall(
      ProcessCall.target, x, result: result,
      attributes: ["backend_config = {\(config.joined(separator: ", "))}"])
  }
}

extension HLOFunction {
  /// What `body` makes of `x` in 32 bits where it has 16: MPI has no 16-bit floating-point numbers.
  fileprivate func inFullPrecision(_ x: HLOValue, _ body: (HLOValue) -> HLOValue) -> HLOValue {
    guard x.type.element == .f16 || x.type.element == .bf16 else { return body(x) }
    return convert(body(convert(x, to: .f32)), to: x.type.element)
  }

  /// The same elements with an axis at another index.
  fileprivate func movingAxis(_ x: HLOValue, from source: Int, to target: Int) -> HLOValue {
    if source == target { return x }
    var order = Array(0..<x.type.rank)
    order.insert(order.remove(at: source), at: target)
    return transpose(x, permutation: order)
  }

  /// An axis as `[count, part]`.
  fileprivate func divided(_ x: HLOValue, axis: Int, by count: Int) -> HLOValue {
    var dimensions = x.type.dimensions
    dimensions[axis] /= count
    dimensions.insert(count, at: axis)
    return reshape(x, to: dimensions)
  }
}
