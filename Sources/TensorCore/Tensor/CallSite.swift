#if canImport(Runtime)
  import Runtime
  import Synchronization
#endif

/// The call stack at a failure: only addresses, which are looked up when the error is shown.
///
/// Finding the line of a frame means to run through the line tables of the whole program, some milliseconds a frame, while
/// its name is found in no time. So the stack is kept in short parts, of which only those are looked up by line that
/// names do not show to be this library's.
package struct CallSite: Sendable {
  #if canImport(Runtime)
    /// From the innermost frames outwards.
    private let parts: [Backtrace]

    /// How many frames the parts have; what is further out is left out.
    private static let counts = [4, 4, 4, 4, 4, 4, 72]

    /// The libraries of the process, listed once: the list is made by reading through the process's memory, of which
    /// XLA gives parts back at any time while it compiles, and reading one of those would end the process.
    static let images = ImageMap.capture()

    package init() {
      var (parts, offset) = ([Backtrace](), 0)
      for count in Self.counts {
        // One more, which stands for the rest.
        let limit = count + 1
        guard
          let part = try? Backtrace.capture(limit: limit, offset: offset, top: 0, images: Self.images)
        else { break }
        parts.append(part)
        offset += count
        if Self.addresses(part).count < count { break }
      }
      self.parts = parts
    }

    /// What was found at the addresses of calls: the user's line there, or nil where it is none of his.
    private static let known = Mutex<[Backtrace.Address: String?]>([:])

    private struct Found {
      let line: String?
    }

    /// The innermost frame outside this library's own sources.
    package var userLine: String? { find().line }

    /// The user's line, and how many frames had to be looked up by line for it.
    func find() -> (line: String?, lookups: Int) {
      var lookups = 0
      for part in parts {
        if let line = Self.line(part, &lookups) { return (line, lookups) }
      }
      return (nil, lookups)
    }

    /// Whether the line can be told without reading debugging information.
    package var isKnown: Bool {
      for part in parts {
        guard let found = Self.found(Self.addresses(part)) else { return false }
        if found.line != nil { return true }
      }
      return true
    }

    private static func line(_ part: Backtrace, _ lookups: inout Int) -> String? {
      let addresses = addresses(part)
      if let found = found(addresses) { return found.line }
      var lines: [Backtrace.Address: String?] = [:]
      let names = part.symbolicated(options: [])?.frames.map(FrameName.init) ?? []
      let isOurs = !names.isEmpty && names.allSatisfy(\.isOfThisLibrary)
      if isOurs {
        for address in addresses { lines[address] = .some(nil) }
      } else {
        lookups += addresses.count
        guard let frames = part.symbolicated()?.frames else { return nil }
        for frame in frames {
          // One address stands for several frames where functions were inlined, the innermost first.
          let address = frame.captured.originalProgramCounter
          if let line = lines[address], line != nil { continue }
          lines[address] = userLine(frame)
        }
      }
      known.withLock { known in
        // Bounded: a program that shows errors from ever new places must not fill the memory.
        if known.count > 1 << 14 { known.removeAll() }
        known.merge(lines) { $1 }
      }
      return addresses.lazy.compactMap { lines[$0] ?? nil }.first
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
  #endif
}
