/// How a run came out, family by family.
public struct GoldenReport: Sendable {
  /// The cases of one family.
  public struct Family: Sendable {
    public var name: String
    public var cases: [CaseReport] = []

    public var checks: Int { cases.reduce(0) { $0 + $1.checks } }
    public var passed: Int { cases.reduce(0) { $0 + $1.passed } }
    public var isPassed: Bool { cases.allSatisfy(\.isPassed) }

    /// `random 352/352`.
    public var line: String { "\(name) \(passed)/\(checks)" }

    /// A line for each failure, and for each note.
    public var details: [String] {
      cases.flatMap { one in
        one.failures.map { "  failed \(one.id): \($0)" }
          + (one.note.map { ["  note \(one.id): \($0)"] } ?? [])
      }
    }
  }

  public var families: [Family] = []

  public init() {}

  public var isPassed: Bool { families.allSatisfy(\.isPassed) }
}
