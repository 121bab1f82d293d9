/// A safetensors file that could not be read or written, and why.
public struct SafetensorsError: Error, Sendable, Hashable, CustomStringConvertible {
  public var problem: SafetensorsProblem
  /// The file's path, or nil for bytes in memory.
  public var path: String?

  public init(_ problem: SafetensorsProblem, path: String? = nil) {
    self.problem = problem
    self.path = path
  }

  public var description: String { "safetensors file \(path.map { "'\($0)' " } ?? "")\(problem)" }
}
