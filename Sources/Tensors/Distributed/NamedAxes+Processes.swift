import CMPI
import StableHLO

// How collectives are written for the axis of the processes: calls of a function of this process, which takes and gives
// values whose leading axis, where there is one, counts processes.

extension AxisReduction {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    let function = context.function
    let x = operands[0]
    // MPI has no 16-bit floating-point numbers.
    let isShort = [.float16, .bfloat16].contains(context.operandTypes[0].dtype)
    let wide = isShort ? function.convert(x, to: .f32) : x
    let call = ProcessCallText(.reduce, name, Self.combination, groups: groups)
    let result = call.write(wide, wide.type, function)
    return [isShort ? function.convert(result, to: x.type.element) : result]
  }

  private static var combination: BloxMPIOperation {
    switch operation {
    case AxisMax.operation: .max
    case AxisMin.operation: .min
    default: .sum
    }
  }
}

extension AxisIndex {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    [context.function.constant(String(processes.index), HLOType(.i32, []))]
  }
}

extension AxisGather {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    let x = operands[0]
    let count = groups?.first?.count ?? processes.count
    let call = ProcessCallText(.gather, name, groups: groups)
    let rows = call.write(x, HLOType(x.type.element, [count] + x.type.dimensions), context.function)
    return [context.function.movingAxis(rows, from: 0, to: axis)]
  }
}

extension AxisPermute {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    let call = ProcessCallText(.permute, name, groups: [sources, targets])
    return [call.write(operands[0], operands[0].type, context.function)]
  }
}

extension AxisScatterSum {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    let function = context.function
    let isShort = [.float16, .bfloat16].contains(context.operandTypes[0].dtype)
    let wide = isShort ? function.convert(operands[0], to: .f32) : operands[0]
    let count = groups?.first?.count ?? processes.count
    let parts = function.movingAxis(function.divided(wide, axis: axis, by: count), from: axis, to: 0)
    let part = HLOType(wide.type.element, Array(parts.type.dimensions.dropFirst()))
    let sum = ProcessCallText(.scatterSum, name, groups: groups).write(parts, part, function)
    return [isShort ? function.convert(sum, to: operands[0].type.element) : sum]
  }
}

extension AxisExchange {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    let function = context.function
    let count = groups?.first?.count ?? processes.count
    let parts = function.movingAxis(function.divided(operands[0], axis: split, by: count), from: split, to: 0)
    let arrived = ProcessCallText(.exchange, name, groups: groups).write(parts, parts.type, function)
    // The senders go before the axis that joins what they sent.
    let moved = function.movingAxis(arrived, from: 0, to: concat)
    return [function.reshape(moved, to: context.resultTypes[0].shape.dimensions)]
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
      let lanes = groups.flatMap { $0 }.map(String.init).joined(separator: ", ")
      config += ["groupSize = \(first.count) : i64", "lanes = array<i64: \(lanes)>"]
    }
    return function.orderedCall(
      ProcessCall.target, x, result: result,
      attributes: ["backend_config = {\(config.joined(separator: ", "))}"])
  }
}

extension HLOFunction {
  /// The same elements with an axis at another place.
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
