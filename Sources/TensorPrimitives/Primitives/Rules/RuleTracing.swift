import TensorCore

/// How deep rules are traced that use functions with rules, which may be the very function that they belong to. The rules
/// inside of a rule are for its own derivatives: each order needs one level more.
package enum RuleTracing {
  @TaskLocal private static var depth = 0
  private static let limit = 4

  /// Traces a rule, unless that is too deep.
  package static func deeper<R>(_ trace: () throws -> R) rethrows -> R? {
    if depth >= limit { return nil }
    return try $depth.withValue(depth + 1, operation: trace)
  }

  package static let tooDeep = RuleFailure(
    TensorError(
      "customJvp or customVjp",
      problem:
        "inside of a compiled or batched function, a function with a rule is differentiated more than \(limit) times",
      expected: "\(limit) derivatives or fewer, or to differentiate outside of it"))
}
