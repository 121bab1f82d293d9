/// How a case came out.
public struct CaseReport: Sendable, Hashable {
  /// `FAMILY/NAME`.
  public var id: String
  /// How many checks the case counts for.
  public var checks: Int
  /// How many of them passed.
  public var passed: Int
  /// How many checks are left out, and not in `checks`: those of `RecordedDefect`.
  public var skipped = 0
  /// What failed, in words: a tensor and its largest difference, or an error.
  public var failures: [String] = []
  /// Something to know about a case that did not fail.
  public var note: String?

  /// Whether all checks passed and nothing else failed.
  public var isPassed: Bool { failures.isEmpty && passed == checks }
}
