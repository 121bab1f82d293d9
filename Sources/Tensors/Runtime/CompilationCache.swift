import PJRT

/// Where compiled executables come from.
final class CompilationCache: Sendable {
  static let shared = CompilationCache()

  func compile(_ text: String, on client: Client) throws(PJRTError) -> Executable {
    try client.compile(text, options: CompileOptions())
  }
}
