import ComplexModule

/// What helps to find mistakes, for the duration of a call: `debugNans`, `disableJit`, `explainCacheMisses`.
package struct Debugging: Sendable {
  /// Whether functions are computed operation by operation instead of being compiled.
  package var isJitDisabled = false
  /// Whether every result is looked at for NaNs.
  package var checksNaNs = false
  /// Where explanations of compilations go.
  package var explain: (@Sendable (String) -> Void)?

  /// What is asked for; nil, the usual case, for nothing.
  @TaskLocal package static var current: Debugging?

  package static var isJitDisabled: Bool { current?.isJitDisabled ?? false }

  /// Runs `body` with a change to what is asked for.
  package static func with<R>(_ change: (inout Debugging) -> Void, _ body: () throws -> R) rethrows -> R {
    var debugging = current ?? Debugging()
    change(&debugging)
    return try $current.withValue(debugging, operation: body)
  }
}

/// Runs `body` with compilation switched off (`jax.disable_jit`): jitted functions, loops and branches are computed
/// operation by operation, so that values can be printed and a debugger stops where they are made.
///
/// Loops and branches whose conditions depend on what differs between the lanes of a `vmap` are still compiled.
public func disableJit<R>(_ body: () throws -> R) rethrows -> R {
  try Debugging.with({ $0.isJitDisabled = true }, body)
}

/// Runs `body` and stops at the first NaN (`jax.debug_nans`): the error names the operation that made it and the
/// source line.
///
/// Results of compiled functions are looked at when they are there; one with a NaN is computed again, operation by
/// operation, to find where it comes from. Memory is not donated meanwhile.
public func debugNans<R>(_ body: () throws -> R) rethrows -> R {
  try Debugging.with({ $0.checksNaNs = true }, body)
}

/// Runs `body` and tells of every compilation of a jitted function why it is needed
/// (`jax.config.jax_explain_cache_misses`): "argument 1 changed from f32[128,784] to f32[100,784]".
public func explainCacheMisses<R>(
  to log: @escaping @Sendable (String) -> Void = { print($0) }, _ body: () throws -> R
) rethrows -> R {
  try Debugging.with({ $0.explain = log }, body)
}

extension Tensor {
  /// How many elements are NaN; 0 if the values cannot be read.
  var nanCount: Int {
    guard dtype.isFloating || dtype == .complex64 else { return 0 }
    if dtype == .complex64 {
      guard let bytes = try? bytes() else { return 0 }
      return Tensor.literals(bytes, dtype).count { $0.complex.real.isNaN || $0.complex.imaginary.isNaN }
    }
    return (try? scalars(Float.self).count(where: \.isNaN)) ?? 0
  }

  /// The error of an operation whose result this is, if it has NaNs.
  package func nanError(_ operation: String, _ operands: [Tensor]) -> TensorError? {
    let count = nanCount
    if count == 0 { return nil }
    let given = operands.enumerated().filter { $0.element.nanCount > 0 }.map { "\($0.offset)" }
    return TensorError(
      operation, operands: operands,
      problem: "the result has NaN in \(count) of \(size) elements"
        + (given.isEmpty ? "" : ", as has operand \(given.joined(separator: ", "))"),
      expected: "numbers; debugNans stops at the first operation that gives others")
  }
}
