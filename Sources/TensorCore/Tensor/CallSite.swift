#if canImport(Runtime)
  import Runtime
  import Synchronization
#endif

/// The call stack at a failure: only addresses, which are looked up when the error is shown.
package struct CallSite: Sendable {
  #if canImport(Runtime)
    private let backtrace: Backtrace?

    /// The libraries of the process, listed once: the list is made by reading through the process's memory, of which
    /// XLA gives parts back at any time while it compiles, and reading one of those would end the process.
    static let images = ImageMap.capture()

    package init() { backtrace = try? Backtrace.capture(limit: 96, images: Self.images) }

    /// What was found at the addresses of calls: the user's line there, or nil where it is none of his.
    private static let known = Mutex<[Backtrace.Address: String?]>([:])

    private struct Found {
      let line: String?
    }

    /// The innermost frame outside this library's own sources.
    package var userLine: String? {
      guard let backtrace else { return nil }
      let addresses = backtrace.frames.map(\.originalProgramCounter)
      if let found = Self.found(addresses) { return found.line }
      // Reading the debugging information takes a tenth of a second, whatever the number of addresses.
      guard let frames = backtrace.symbolicated()?.frames else { return nil }
      var lines: [Backtrace.Address: String?] = [:]
      for frame in frames {
        // One address stands for several frames where functions were inlined, the innermost first.
        let address = frame.captured.originalProgramCounter
        if let line = lines[address], line != nil { continue }
        lines[address] = Self.userLine(frame)
      }
      Self.known.withLock { known in
        // Bounded: a program that shows errors from ever new places must not fill the memory.
        if known.count > 1 << 14 { known.removeAll() }
        known.merge(lines) { $1 }
      }
      return addresses.lazy.compactMap { lines[$0] ?? nil }.first
    }

    /// Whether the line can be told without reading debugging information.
    package var isKnown: Bool {
      backtrace.map { Self.found($0.frames.map(\.originalProgramCounter)) != nil } ?? true
    }

    /// The user's line among addresses of which enough are known to tell; nil if one has to be looked up.
    private static func found(_ addresses: [Backtrace.Address]) -> Found? {
      known.withLock { known in
        for address in addresses {
          guard let line = known[address] else { return nil }
          if line != nil { return Found(line: line) }
        }
        return Found(line: nil)
      }
    }

    private static func userLine(_ frame: SymbolicatedBacktrace.Frame) -> String? {
      guard let source = frame.symbol?.sourceLocation, source.line > 0,
        !notTheUsers.contains(where: source.path.contains)
      else { return nil }
      return "\(source.path):\(source.line)"
    }

    /// Parts of the paths of frames that are not the user's: this library's sources, generated code, the toolchain.
    private static let notTheUsers =
      [
        "TensorCore", "TensorPrimitives", "TensorTransformations", "TensorFunctions", "TensorDistributed",
        "Blox", "Optimizers", "Checkpoints", "PJRT", "StableHLO",
      ].map { "Sources/\($0)/" }
      + ["<compiler-generated>", "@__swiftmacro", "/swift/stdlib/", "/usr/lib/swift/"]
  #else
    static let images: Void = ()
    package var isKnown: Bool { true }
    package init() {}
    package var userLine: String? { nil }
  #endif
}
