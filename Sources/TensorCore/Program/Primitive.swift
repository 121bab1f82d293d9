package import StableHLO

/// An operation with all its rules: types, derivative, batching and lowering.
///
/// A primitive is a value. Its stored properties are its static attributes, so it is its own cache key. Families
/// (`UnaryElementwise`, `BinaryElementwise`, …) supply the rules their members share; docs/AddingAPrimitive.md has a
/// worked example.
package protocol Primitive: Hashable, Sendable {
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
  /// The program that the operation is another way of writing, for a call of one.
  var inlinedProgram: Program? { get }
  /// Whether a loop runs in it for as long as a condition holds.
  var hasUnboundedLoop: Bool { get }
  /// Whether only cotangents go through it, so that it has no values: a part of `customVJP`.
  var isReverseOnly: Bool { get }
  /// Whether it multiplies and adds many numbers for each element of its result: costly to compute twice.
  var isProduct: Bool { get }
  /// Whether it is a product with an axis that is common to both operands and the result.
  var hasBatchAxes: Bool { get }
  /// The named axes around it that the operation or its programs work across.
  var axisNames: Set<String> { get }
  /// The mesh whose devices the operation is bound to, if it is.
  var boundMesh: Mesh? { get }
  /// The function of this process that the operation is lowered to a call of, if it is.
  var foreignFunction: ForeignFunction? { get }
  /// The types of the results for operands of these types, or what is wrong with them.
  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType]
  /// The results and their tangents; a tangent of nil is zero. At least one tangent is not nil.
  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?])
  /// As `jvp`, where the tangents are staged into a linear program and everything computed without them is not.
  func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?])
  /// The cotangents of the operands, nil for zero and for operands that are not linear.
  ///
  /// - Parameters:
  ///   - cotangents: one for each result, nil for zero; at least one is not nil.
  ///   - operands: the values of the operands that are known, the types of those it is linear in.
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?]
  /// The range along one axis of the first operand, of this type, that the one result is, for operations that cut one
  /// out: the cotangents of many such parts are joined instead of added.
  func slicedRange(of operand: TensorType) -> AxisRange?
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
  /// How a result lies on the mesh that the operation is bound to; nil if that is not fixed.
  func resultSharding(_ index: Int) -> NamedSharding?
  /// Whether `evaluateOnHost` may have a result.
  var isEvaluatedOnHost: Bool { get }
  /// The result's bytes for operands in the memory of the process, or nil if a program has to compute it.
  ///
  /// They are those that the program would give, bit for bit.
  func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]?
  /// Does on the host what an operation without results is for, where its operands have values; false if a program
  /// has to do it.
  func perform(_ operands: [Tensor]) -> Bool
  /// Verifies the programs that the operation runs, as `Program.check` does.
  func checkSubprograms() throws(TensorError)
}

extension Primitive {
  package var parameters: String { "" }
  package var resultCount: Int { 1 }
  package var hasEffect: Bool { false }
  package var subprograms: [Program] { [] }
  package var inlinedProgram: Program? { nil }
  package var hasUnboundedLoop: Bool { subprograms.contains(where: \.hasUnboundedLoop) }
  package var isReverseOnly: Bool { subprograms.contains(where: \.isReverseOnly) }
  package var isProduct: Bool { false }
  package var hasBatchAxes: Bool { false }
  package var boundMesh: Mesh? { nil }
  package var foreignFunction: ForeignFunction? { nil }
  package var axisNames: Set<String> { subprograms.reduce(into: []) { $0.formUnion($1.axisNames) } }

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
  package func failedResults(_ operands: [Tensor]) -> [Tensor]? {
    do throws(TypeRuleError) {
      _ = try checkedTypes(operands.map(\.type))
      return nil
    } catch {
      return failedResults(operands, error)
    }
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    jvp(primals, tangents)
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let failure = Tensor(
      failure: TensorError(
        name, problem: "a derivative rule gave an operation that is not linear",
        expected: "only linear operations on tangents; please report this as a bug"))
    return operands.map { $0.isLinear ? failure : nil }
  }

  package func slicedRange(of operand: TensorType) -> AxisRange? { nil }
  package func resultSharding(_ index: Int) -> NamedSharding? { nil }
  package var isEvaluatedOnHost: Bool { false }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? { nil }
  package func perform(_ operands: [Tensor]) -> Bool { false }

  package func checkSubprograms() throws(TensorError) {
    for program in subprograms { try program.check() }
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let union = operands.reduce(into: Set<String>()) { $0.formUnion($1) }
    return [Set<String>](repeating: union, count: resultCount)
  }
}
