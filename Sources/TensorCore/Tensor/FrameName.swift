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

    init(_ frame: SymbolicatedBacktrace.Frame) {
      guard let symbol = frame.symbol else {
        // What stands for frames that were left out is nobody's.
        if case .truncated = frame.captured { isOfThisLibrary = true } else { isOfThisLibrary = false }
        return
      }
      let isOurs = Self.prefixes.contains(where: symbol.rawName.hasPrefix)
      // A user's extension of a type of ours begins like the type.
      let extensions = isOurs ? symbol.name.split(separator: "(extension in ").dropFirst() : []
      isOfThisLibrary =
        isOurs && extensions.allSatisfy { text in Self.modules.contains { text.hasPrefix($0 + ")") } }
    }
  }
#endif
