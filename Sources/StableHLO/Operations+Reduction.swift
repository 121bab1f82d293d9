extension HLOFunction {
  /// Reduces `dimensions` of `x` with a binary operation such as `stablehlo.add`, starting from `initial`.
  public func reduce(
    _ x: HLOValue, initial: HLOValue, operation: String, dimensions: [Int]
  ) -> HLOValue {
    let kept = x.type.dimensions.indices.filter { !dimensions.contains($0) }.map { x.type.dimensions[$0] }
    let type = HLOType(x.type.element, kept)
    return emit(
      "stablehlo.reduce(\(x.name) init: \(initial.name)) applies \(operation) "
        + "across dimensions = \(HLOFunction.list(dimensions))",
      result: type, signature: HLOFunction.signature([x, initial], [type]))
  }

  /// Reduces several tensors together; `body` gets the accumulated values, then the next ones.
  public func reduce(
    _ operands: [HLOValue], initial: [HLOValue], dimensions: [Int],
    _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let results = operands.map { operand in
      HLOType(
        operand.type.element,
        operand.type.dimensions.indices.filter { !dimensions.contains($0) }.map {
          operand.type.dimensions[$0]
        })
    }
    let scalars = initial.map(\.type)
    let block = region(arguments: scalars + scalars, body)
    return emit(
      "\"stablehlo.reduce\"(\(HLOFunction.names(operands + initial))) "
        + "<{dimensions = \(HLOFunction.array(dimensions))}> (\(block))",
      results: results, signature: HLOFunction.signature(operands + initial, results))
  }

  /// Sorts several tensors together along `dimension`; `comparator` gets (a₀, b₀, a₁, b₁, …).
  public func sort(
    _ operands: [HLOValue], dimension: Int, isStable: Bool,
    comparator: (HLOFunction, [HLOValue]) -> HLOValue
  ) -> [HLOValue] {
    let scalars = operands.flatMap { operand in
      let scalar = HLOType(operand.type.element, [])
      return [scalar, scalar]
    }
    let block = region(arguments: scalars) { [comparator($0, $1)] }
    let results = operands.map(\.type)
    return emit(
      "\"stablehlo.sort\"(\(HLOFunction.names(operands))) "
        + "<{dimension = \(dimension) : i64, is_stable = \(isStable)}> (\(block))",
      results: results, signature: HLOFunction.signature(operands, results))
  }

  /// The `count` greatest elements along the last axis and their positions, the first of equals first.
  public func topK(_ x: HLOValue, count: Int, results: [HLOType]) -> [HLOValue] {
    emit(
      "\"chlo.top_k\"(\(x.name)) <{k = \(count) : i64}>", results: results,
      signature: HLOFunction.signature([x], results))
  }
}
