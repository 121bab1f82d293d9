import Synchronization

/// A place for what is compiled at the first request: of several threads one compiles, and the others wait for it.
package final class CompiledOnce<Compiled: Sendable>: Sendable {
  private let compiled = Mutex<Compiled?>(nil)

  package init() {}

  /// What was compiled, if it was.
  package var value: Compiled? { compiled.withLock { $0 } }

  /// What was compiled; where compiling throws, the next request tries again.
  package func value(compile: () throws -> Compiled) throws -> Compiled {
    try compiled.withLock { known throws -> Compiled in
      if let known { return known }
      let made = try compile()
      known = made
      return made
    }
  }
}
