#if canImport(Runtime)
  import Runtime

  /// The name of a frame's function, by which most frames are known to be none of the user's.
  struct FrameName {
    /// This library's modules.
    static let modules = [
      "TensorCore", "TensorPrimitives", "TensorTransformations", "TensorFunctions", "TensorDistributed",
      "Blox", "Optimizers", "Checkpoints", "PJRT", "StableHLO",
    ]

    /// How mangled names of functions begin that belong to these modules or to Swift.
    private static let prefixes = modules.map { "$s\($0.utf8.count)\($0)" } + ["$ss", "$sS", "swift_"]

    let isOfThisLibrary: Bool
    /// Whether it is of another module for sure.
    let isOfOthers: Bool

    init(_ frame: SymbolicatedBacktrace.Frame) {
      let name = frame.symbol?.rawName
      let isLikeOurs = name.map { Self.prefixes.contains(where: $0.hasPrefix) }
      isOfThisLibrary = isLikeOurs == true && !Self.mayBeOfAnExtension(Array((name ?? "").utf8))
      isOfOthers = isLikeOurs == false
    }

    /// How many frames a part has.
    static let partLength = 4

    /// Where parts begin that have all frames that may be the user's, up to one that is.
    static func parts(_ names: [FrameName]) -> [Int] {
      var (starts, position) = ([Int](), 0)
      while position < names.count, starts.count < 8 {
        if names[position].isOfThisLibrary {
          position += 1
          continue
        }
        starts.append(position)
        let end = position + partLength
        if names[position..<min(end, names.count)].contains(where: \.isOfOthers) { break }
        position = end
      }
      return starts
    }

    /// Whether it is a member of an extension, which may be the user's although its name begins with a type of ours: behind
    /// the name of its module is an E. (XE ends the type of a closure, AAE is an extension in the type's own module.)
    private static func mayBeOfAnExtension(_ name: [UInt8]) -> Bool {
      name.indices.dropFirst(2).contains { position in
        let (before, last) = (name[position - 2], name[position - 1])
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(last)
        return name[position] == UInt8(ascii: "E") && isLetter && last != UInt8(ascii: "X")
          && !(before == UInt8(ascii: "A") && last == UInt8(ascii: "A"))
      }
    }
  }
#endif
