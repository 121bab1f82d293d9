/// How a case came out.
public struct CaseReport: Sendable, Hashable {
  public var id: String
  /// How many checks the case counts for, and how many of them passed.
  public var checks: Int
  public var passed: Int
  /// What failed, in words: a tensor and its largest difference, or an error.
  public var failures: [String] = []
  /// Something to know about a case that passed.
  public var note: String?

  public var isPassed: Bool { failures.isEmpty && passed == checks }
}
