/// A failure of a plugin, or of a use of it that was stopped before it could reach the plugin.
public struct PJRTError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure.
  public var code: StatusCode
  /// What happened: XLA's own message where XLA reported it.
  public var message: String
  /// What was being done, such as "compiling"; empty where the message says it.
  public var context: String
  /// The number of the program's argument that it is about, if it is about one.
  public var argument: Int?

  /// A failure of kind `code` that happened while doing `context`.
  public init(_ code: StatusCode, _ message: String, context: String = "") {
    self.code = code
    self.message = message
    self.context = context
  }

  /// The context, the message and the code in one text.
  public var description: String {
    let prefix = context.isEmpty ? "" : "\(context): "
    return "\(prefix)\(message) [\(code.name)]"
  }
}
