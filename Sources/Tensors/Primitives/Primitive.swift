import StableHLO

/// An operation with all its rules: types, derivative, batching and lowering.
///
/// A primitive is a value. Its stored properties are its static attributes, so it is its own cache key. Families
/// (`UnaryElementwise`, `BinaryElementwise`, …) supply the rules their members share; docs/AddingAPrimitive.md has a
/// worked example.
protocol Primitive: Hashable, Sendable {
  /// The name in printed programs and errors.
  var name: String { get }
  /// The static attributes as printed in brackets after the name; empty if there are none.
  var parameters: String { get }
  /// The number of results.
  var resultCount: Int { get }
  /// Whether the operation does something besides its results and must be kept when nobody reads them.
  var hasEffect: Bool { get }
  /// The programs that the operation runs, for operations that run some.
  var subprograms: [Program] { get }
  /// The named axes around it that the operation or its programs work across.
  var axisNames: Set<String> { get }
  /// The types of the results for operands of these types, or what is wrong with them.
  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType]
  /// The results and their tangents; a tangent of nil is zero. At least one tangent is not nil.
  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?])
  /// The results for operands with a batch axis where `axes` is not nil, and the batch axes of the results.
  /// At least one axis is not nil.
  func batch(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  )
  /// Writes the operation.
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue]
  /// The mesh axes along which each result may differ from device to device inside of `shardMap`, for operands that
  /// may differ along these.
  func variation(_ operands: [Set<String>]) -> [Set<String>]
}

extension Primitive {
  var parameters: String { "" }
  var resultCount: Int { 1 }
  var hasEffect: Bool { false }
  var subprograms: [Program] { [] }
  var axisNames: Set<String> { subprograms.reduce(into: []) { $0.formUnion($1.axisNames) } }

  /// The types of the results as the type rule gives them, none of them larger than memory.
  func checkedTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    let results = try resultTypes(operands)
    for type in results { try MemoryLimit.check(type) }
    return results
  }

  /// The failed results if operands do not fit.
  ///
  /// Comes before a rule for derivatives or batches, which counts on operands that fit, and in the shapes that the user
  /// gave, so that the error speaks of those.
  func failedResults(_ operands: [Tensor]) -> [Tensor]? {
    do throws(TypeRuleError) {
      _ = try checkedTypes(operands.map(\.type))
      return nil
    } catch {
      return failedResults(operands, error)
    }
  }

  func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let union = operands.reduce(into: Set<String>()) { $0.formUnion($1) }
    return [Set<String>](repeating: union, count: resultCount)
  }
}

/// A primitive that is linear in some of its operands, so that cotangents can be sent back through it.
protocol LinearPrimitive: Primitive {
  /// The cotangents of the operands, nil for zero and for operands that are not linear.
  ///
  /// - Parameters:
  ///   - cotangents: one for each result, nil for zero; at least one is not nil.
  ///   - operands: the values of the operands that are known, the types of those it is linear in.
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?]
}

/// A primitive that computes its linearization by itself instead of through its JVP: those with subprograms.
protocol SelfLinearizing: Primitive {
  /// As `jvp`, where the tangents are staged into a linear program and everything computed without them is not.
  func linearize(
    _ primals: [Tensor], _ tangents: [Tensor?], _ trace: LinearStagingTrace
  ) -> (primals: [Tensor], tangents: [Tensor?])
}

/// A primitive whose result can be written on the host without running a program.
protocol HostEvaluable: Primitive {
  /// The result's bytes for operands that are host scalars, or nil if it has to be computed.
  func evaluateOnHost(_ operands: [ScalarLiteral], _ result: TensorType) -> [UInt8]?
}

/// A primitive without results that is done on the host, where its operands have values.
protocol HostEffect: Primitive {
  func perform(_ operands: [Tensor])
}

/// An operand of a linear equation.
enum LinearOperand {
  /// The operand that the operation is linear in; only its type is known.
  case linear(TensorType)
  /// An operand with a value.
  case value(Tensor)

  var isLinear: Bool {
    if case .linear = self { return true }
    return false
  }

  var type: TensorType {
    switch self {
    case .linear(let type): type
    case .value(let tensor): tensor.type
    }
  }

  /// The value; for a linear operand, an error that names the broken rule.
  func value(_ primitive: some Primitive) -> Tensor {
    switch self {
    case .value(let tensor): tensor
    case .linear:
      Tensor(
        failure: TensorError(
          primitive.name, problem: "the operation is not linear in this operand",
          expected: "a derivative rule that is linear in its tangents; please report this as a bug"))
    }
  }
}

/// What a batching rule may need to know of the `vmap` it is under.
struct BatchContext {
  /// The extent of the batch axis.
  var size: Int
  /// The name of the axis, where `vmap` was given one.
  let axisName: String?
  /// The mesh axes that the batch axis is divided along in shardings and `shardMap`.
  var spmdAxes: [String] = []
}

/// What a lowering rule may need besides its operands.
struct LoweringContext {
  /// The function that the operation is written to.
  let function: HLOFunction
  /// The types of the operands and results.
  let operandTypes: [TensorType]
  let resultTypes: [TensorType]
}
