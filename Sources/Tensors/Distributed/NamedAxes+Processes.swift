import StableHLO

extension AxisReduction {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    let x = operands[0]
    return [
      context.function.orderedCall(
        ProcessCall.target, x, result: x.type,
        attributes: ["backend_config = {kind = 0 : i64, combination = 0 : i64, name = \"\(name)\"}"])
    ]
  }
}
extension AxisIndex {
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] {
    [context.function.constant(String(processes.index), HLOType(.i32, []))]
  }
}
extension AxisGather { func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] { operands } }
extension AxisPermute { func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] { operands } }
extension AxisScatterSum { func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] { operands } }
extension AxisExchange { func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue] { operands } }
