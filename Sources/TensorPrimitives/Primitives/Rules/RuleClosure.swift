import TensorCore

/// A closure of the user's in a primitive that is processed at once and kept nowhere.
package struct RuleClosure<Closure>: Hashable, @unchecked Sendable {
  // Unchecked: the closure runs in the synchronous call of the transformation that the function is called under, as the
  // function itself does (`Trace.runsRulesAtOnce`).
  package let run: Closure
  package init(_ run: Closure) { self.run = run }

  // Functions without differentiation do the same whatever their rules are: so they find what was compiled before.
  package static func == (a: RuleClosure, b: RuleClosure) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
