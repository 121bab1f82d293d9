/// A safetensors file that could not be read or written, and why.
public struct SafetensorsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var problem: SafetensorsProblem
  /// The file's path, or nil for bytes in memory.
  public var path: String?

  /// A problem with a file, or (without a path) with bytes in memory.
  public init(_ problem: SafetensorsProblem, path: String? = nil) {
    self.problem = problem
    self.path = path
  }

  /// The file and the problem, in one sentence.
  public var description: String { "safetensors file \(path.map { "'\($0)' " } ?? "")\(problem)" }
}
