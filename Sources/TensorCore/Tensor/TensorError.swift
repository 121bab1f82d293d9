/// What went wrong in a computation: the operation, what it was given, what would be right, and where.
///
/// Tensor operations do not throw. They return a tensor that carries this error, every operation on such a tensor
/// passes it on, and it is thrown where values leave: at a call of a jitted function, `item()`, `scalars()`.
public struct TensorError: Error, Sendable, CustomStringConvertible {
  /// The operation that failed, such as `matmul`.
  public let operation: String
  /// What is wrong, in one sentence.
  public let problem: String
  /// What would be right, or what to do.
  public let expected: String
  /// The types of the operands, where there are any.
  public internal(set) var operands: [TensorType]
  /// The path of the module whose code it happened in, `net/mlp/hidden`, where that can be told.
  public var module: String? { namedModule ?? Origin.module(using: origins, location) }
  /// The module that was named when the error was made.
  private var namedModule: String?
  /// The error of another part, such as PJRT's, where that is the reason.
  public internal(set) var cause: (any Error)?

  /// For each operand the parameter that it is, or that it was computed with.
  var origins: [Origin?]
  let location: CallSite

  package init(_ operation: String, problem: String, expected: String, module: String? = nil) {
    self.operation = operation
    self.problem = problem
    self.expected = expected
    namedModule = module
    operands = []
    origins = []
    location = CallSite()
  }

  /// An error of a model: a parameter that is missing or locked, a generator that was not seeded.
  public init(operation: String, problem: String, expected: String, module: String?) {
    self.init(operation, problem: problem, expected: expected, module: module)
  }

  /// The same error told of a module, unless it names one already.
  package func withModulePath(in module: String) -> TensorError {
    var copy = self
    copy.namedModule = self.module ?? module
    return copy
  }

  /// Prepares for finding lines of source; has to be done before XLA compiles the first program.
  static func prepareSourceLines() { _ = CallSite.images }

  /// The user's own line, `main.swift:12`, where it could be found.
  public var sourceLine: String? { location.userLine }

  public var description: String {
    var text = "\(operation): \(problem)"
    if !operands.isEmpty {
      let list = zip(operands, origins).map { type, origin -> String in
        guard let origin else { return type.description }
        let path = origin.path.joined(separator: "/")
        return "\(type) (" + (origin.isParameter ? "the parameter " : "computed with ") + path + ")"
      }
      text += "\n  given:    " + list.joined(separator: ", ")
    }
    text += "\n  expected: \(expected)"
    if let module, !module.isEmpty { text += "\n  module:   \(module)" }
    if let line = sourceLine { text += "\n  at:       \(line)" }
    return text
  }
}
