import Blox

/// The ops that cases name, in Swift. Each family of them is in a file beside this one.
enum OpTable {
  /// What an entry does with the arrays and the static arguments.
  typealias Entry = @Sendable (OpOperands, OpArguments) throws -> [Tensor]

  /// The function of a case.
  static func function(_ golden: GoldenCase) throws -> OpFunction {
    let name = try golden.manifest.string("op")
    guard let entry = entries[name] else { throw GoldenError("the op '\(name)' is not known") }
    let arguments = OpArguments(json: golden["kwargs"])
    return { try entry(OpOperands(tensors: $0), arguments) }
  }

  /// The function of this name without static arguments, for tables of dtypes.
  static func function(named name: String) -> OpFunction? {
    guard let entry = entries[name] else { return nil }
    return { try entry(OpOperands(tensors: $0), OpArguments(json: [:])) }
  }

  private static let entries: [String: Entry] = {
    let families = [
      elementwise, logic, activations, reductions, sorting, shapes, creation, contractions, windows, indexing,
      updates, slices, linearAlgebra, statistics, expressions,
    ]
    return families.reduce(into: [:]) { table, family in table.merge(family) { _, new in new } }
  }()

  /// An op of one array.
  static func unary(_ function: @escaping @Sendable (Tensor) -> Tensor) -> Entry {
    { x, _ in [function(try x(0))] }
  }

  /// An op of two arrays.
  static func binary(_ function: @escaping @Sendable (Tensor, Tensor) -> Tensor) -> Entry {
    { x, _ in [function(try x(0), try x(1))] }
  }

  /// An op of one array and static arguments.
  static func keyed(_ function: @escaping @Sendable (Tensor, OpArguments) throws -> Tensor) -> Entry {
    { x, args in [try function(try x(0), args)] }
  }
}
