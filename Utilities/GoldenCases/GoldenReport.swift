/// How a run came out, family by family.
public struct GoldenReport: Sendable {
  /// The cases of one family.
  public struct Family: Sendable {
    /// The family's name.
    public var name: String
    /// How its cases came out.
    public var cases: [CaseReport] = []

    /// How many checks the cases count for.
    public var checks: Int { cases.reduce(0) { $0 + $1.checks } }
    /// How many of them passed.
    public var passed: Int { cases.reduce(0) { $0 + $1.passed } }
    /// How many checks are left out of both.
    public var skipped: Int { cases.reduce(0) { $0 + $1.skipped } }
    /// Whether every case passed.
    public var isPassed: Bool { cases.allSatisfy(\.isPassed) }

    /// `random 352/352`; `layers 98/98, 2 skipped` if checks were left out.
    public var line: String { "\(name) \(passed)/\(checks)" + (skipped > 0 ? ", \(skipped) skipped" : "") }

    /// A line for each failure, and for each note.
    public var details: [String] {
      cases.flatMap { one in
        one.failures.map { "  failed \(one.id): \($0)" }
          + (one.note.map { ["  note \(one.id): \($0)"] } ?? [])
      }
    }
  }

  /// The families that were run.
  public var families: [Family] = []

  /// Whether every case of every family passed.
  public var isPassed: Bool { families.allSatisfy(\.isPassed) }
}
