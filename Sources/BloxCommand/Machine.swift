/// A kind of machine that there are plugins for.
enum Machine: Sendable, Hashable, CustomStringConvertible {
  /// Linux with the C library of GNU, on processors of this name.
  case linux(String)
  /// macOS on Apple silicon.
  case appleSilicon
  /// Any other, by its name.
  case other(String)

  /// The machine that this program was built for.
  static var current: Machine {
    #if os(Linux) && arch(x86_64)
      .linux("x86_64")
    #elseif os(Linux) && arch(arm64)
      .linux("aarch64")
    #elseif os(macOS) && arch(arm64)
      .appleSilicon
    #elseif os(macOS)
      .other("macOS on Intel")
    #elseif os(Windows)
      .other("Windows")
    #else
      .other("this system")
    #endif
  }

  var description: String {
    switch self {
    case .linux("aarch64"): "Linux on arm64"
    case .linux("x86_64"): "Linux on x86-64"
    case .linux(let processor): "Linux on \(processor)"
    case .appleSilicon: "macOS on Apple silicon"
    case .other(let name): name
    }
  }
}
