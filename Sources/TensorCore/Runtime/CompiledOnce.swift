import Synchronization

/// A place for what is compiled at the first request: of several threads one compiles, and the others wait for it.
package final class CompiledOnce<Compiled: AnyObject & Sendable>: Sendable {
  // Every call of a compiled function reads it, on many threads at once: no lock.
  private let compiled = AtomicLazyReference<Compiled>()
  private let compiling = Mutex(())

  package init() {}

  /// What was compiled, if it was.
  package var value: Compiled? { compiled.load() }

  /// What was compiled; where compiling throws, the next request tries again.
  package func value(compile: () throws -> Compiled) throws -> Compiled {
    if let known = compiled.load() { return known }
    return try compiling.withLock { _ throws -> Compiled in
      if let known = compiled.load() { return known }
      return compiled.storeIfNil(try compile())
    }
  }
}
