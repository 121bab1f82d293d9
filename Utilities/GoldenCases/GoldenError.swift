/// What went wrong in running the cases themselves: a manifest that is not of the format, a tensor that a case
/// lacks, something that a runner does not know how to do.
///
/// A runner throws it for everything of that sort. Any other error is taken for one that the library under
/// test has thrown, which is what a case with an `error` waits for.
public struct GoldenError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The whole text.
  public var description: String

  /// An error with this text.
  public init(_ description: String) { self.description = description }
}
