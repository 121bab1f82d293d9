#if canImport(Runtime)
  import Runtime
#endif

/// The call stack at a failure, read only when the error is shown.
package struct CallSite: Sendable {
  #if canImport(Runtime)
    private let backtrace: Backtrace?

    /// The libraries of the process, listed once: the list is made by reading through the process's memory, of which
    /// XLA gives parts back at any time while it compiles, and reading one of those would end the process.
    static let images = ImageMap.capture()

    package init() { backtrace = try? Backtrace.capture(limit: 96, images: Self.images) }

    /// The innermost frame outside this library's own sources.
    package var userLine: String? {
      guard let frames = backtrace?.symbolicated()?.frames else { return nil }
      for frame in frames {
        guard let symbol = frame.symbol, let source = symbol.sourceLocation, source.line > 0 else {
          continue
        }
        if Self.notTheUsers.contains(where: source.path.contains) { continue }
        return "\(source.path):\(source.line)"
      }
      return nil
    }

    /// Parts of the paths of frames that are not the user's: this library's sources, generated code, the toolchain.
    private static let notTheUsers =
      ["Tensors", "Blox", "Optimizers", "Checkpoints", "PJRT", "StableHLO"].map { "Sources/\($0)/" }
      + ["<compiler-generated>", "/swift/stdlib/", "/usr/lib/swift/"]
  #else
    static let images: Void = ()
    package init() {}
    package var userLine: String? { nil }
  #endif
}
