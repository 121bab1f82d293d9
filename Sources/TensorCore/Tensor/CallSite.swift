#if canImport(Runtime)
  import Runtime
  import Synchronization
#endif

/// The call stack at a failure: only addresses, which are looked up when the error is shown.
///
/// Finding the line of a frame means to run through the line tables of the whole program, some milliseconds a frame, while
/// its name is found in no time. So of a new place the few frames that names do not show to be this library's are kept by
/// themselves, and only these are looked up by line.
package struct CallSite: Sendable {
  #if canImport(Runtime)
    private let whole: Backtrace?
    /// Short parts of it, from the innermost outwards, with the frames that may be the user's.
    private let parts: [Backtrace]

    /// The libraries of the process, listed once: the list is made by reading through the process's memory, of which
    /// XLA gives parts back at any time while it compiles, and reading one of those would end the process.
    static let images = ImageMap.capture()

    package init() {
      whole = try? Backtrace.capture(limit: 96, images: Self.images)
      var parts: [Backtrace] = []
      if let whole, Self.found(Self.addresses(whole)) == nil {
        for start in Self.partsToLookUp(whole) {
          let limit = FrameName.partLength + 1
          guard let part = try? Backtrace.capture(limit: limit, offset: start, top: 0, images: Self.images)
          else { continue }
          parts.append(part)
        }
      }
      self.parts = parts
    }

    /// Where the parts begin; the frames that are this library's are known from now on.
    private static func partsToLookUp(_ whole: Backtrace) -> [Int] {
      let frames = whole.symbolicated(options: [])?.frames ?? []
      let names = frames.map(FrameName.init)
      let ours = zip(frames, names).filter(\.1.isOfThisLibrary).map(\.0.captured.originalProgramCounter)
      remember(Dictionary(ours.map { ($0, String?.none) }) { first, _ in first })
      return FrameName.parts(names)
    }

    /// What was found at the addresses of calls: the user's line there, or nil where it is none of his.
    private static let known = Mutex<[Backtrace.Address: String?]>([:])

    private struct Found {
      let line: String?
    }

    /// The innermost frame outside this library's own sources.
    package var userLine: String? { find().line }

    /// The functions that were running, from the innermost outwards, by their names in source; nil if they are not known.
    var functionNames: [String]? {
      whole?.symbolicated(options: [])?.frames.compactMap { $0.symbol?.name }
    }

    /// The user's line, and how many frames had to be looked up by line for it.
    func find() -> (line: String?, lookups: Int) {
      guard let whole else { return (nil, 0) }
      let addresses = Self.addresses(whole)
      if let found = Self.found(addresses) { return (found.line, 0) }
      var lookups = 0
      for part in parts + [whole] {
        let some = Self.addresses(part)
        if Self.found(some) == nil {
          lookups += some.count
          Self.lookUp(part)
        }
        if let line = Self.found(some)?.line { return (line, lookups) }
      }
      return (nil, lookups)
    }

    /// Whether the line can be told without reading debugging information.
    package var isKnown: Bool { whole.map { Self.found(Self.addresses($0)) != nil } ?? true }

    /// Finds the lines of all frames.
    private static func lookUp(_ part: Backtrace) {
      guard let frames = part.symbolicated()?.frames else { return }
      var lines: [Backtrace.Address: String?] = [:]
      for frame in frames {
        // One address stands for several frames where functions were inlined, the innermost first.
        let address = frame.captured.originalProgramCounter
        if let line = lines[address], line != nil { continue }
        lines[address] = .some(userLine(frame))
      }
      remember(lines)
    }

    private static func remember(_ lines: [Backtrace.Address: String?]) {
      known.withLock { known in
        // Bounded: a program that shows errors from ever new places must not fill the memory.
        if known.count > 1 << 14 { known.removeAll() }
        known.merge(lines) { old, new in old ?? new }
      }
    }

    /// The addresses of frames, without what stands for the rest.
    private static func addresses(_ part: Backtrace) -> [Backtrace.Address] {
      part.frames.compactMap { frame in
        switch frame {
        case .omittedFrames, .truncated: nil
        default: frame.originalProgramCounter
        }
      }
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
      FrameName.modules.map { "Sources/\($0)/" }
      + ["<compiler-generated>", "@__swiftmacro", "/swift/stdlib/", "/usr/lib/swift/"]
  #else
    static let images: Void = ()
    package var isKnown: Bool { true }
    package init() {}
    package var userLine: String? { nil }
    var functionNames: [String]? { nil }
  #endif
}
