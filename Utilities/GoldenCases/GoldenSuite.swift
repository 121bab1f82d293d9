import Foundation

/// Runs recorded cases with the runners there are.
public struct GoldenSuite: Sendable {
  /// Where the cases are.
  public var folder: GoldenFolder
  private let runners: [String: any CaseRunner.Type]

  /// Runs the cases of a folder with these runners: all that there are, but for tests of the suite itself.
  public init(_ folder: GoldenFolder, runners: [any CaseRunner.Type] = GoldenRunners.all) {
    self.folder = folder
    var byKind: [String: any CaseRunner.Type] = [:]
    for runner in runners {
      for kind in runner.kinds { byKind[kind] = runner }
    }
    self.runners = byKind
  }

  /// The kinds of cases that can be run.
  public var supportedKinds: Set<String> { Set(runners.keys) }

  /// Runs the chosen families and cases (none chosen: all), and hands each family over when it is done.
  ///
  /// - Throws: `GoldenError` if a name is not in the folder.
  public func run(
    families: [String] = [], cases: [String] = [],
    onFamily: (GoldenReport.Family) -> Void = { _ in }
  ) throws(GoldenError) -> GoldenReport {
    let entries = try select(families: families, cases: cases)
    var report = GoldenReport()
    for family in folder.families where entries.contains(where: { $0.family == family }) {
      let reports = entries.filter { $0.family == family }.map(run)
      report.families.append(GoldenReport.Family(name: family, cases: reports))
      onFamily(GoldenReport.Family(name: family, cases: reports))
    }
    return report
  }

  /// Runs one case.
  public func run(_ entry: GoldenFolder.Entry) -> CaseReport {
    do {
      let golden = try folder.load(entry)
      guard golden.checkCount == entry.checks else {
        let text = "the index counts \(entry.checks) checks, the manifest has \(golden.checkCount)"
        return CaseReport(id: entry.id, checks: entry.checks, passed: 0, failures: [text])
      }
      let runner = runners[golden.kind]?.init()
      guard let defect = RecordedDefect.recorded(in: golden) else {
        return Judge(golden: golden, runner: runner).report()
      }
      let note = "skipped, it records a defect of blox for Python or of JAX: \(defect.reason)"
      guard let tensors = defect.tensors else {
        return CaseReport(id: entry.id, checks: 0, passed: 0, skipped: entry.checks, note: note)
      }
      let rest = golden.leavingOut(tensors)
      var report = Judge(golden: rest, runner: runner).report()
      report.skipped = golden.checkCount - rest.checkCount
      report.note = "\(tensors.sorted().joined(separator: ", ")): \(note)"
      return report
    } catch {
      return CaseReport(id: entry.id, checks: entry.checks, passed: 0, failures: ["\(error)"])
    }
  }

  private func select(families: [String], cases: [String]) throws(GoldenError) -> [GoldenFolder.Entry] {
    if let unknown = families.first(where: { !folder.families.contains($0) }) {
      throw GoldenError("no family '\(unknown)'; there are \(folder.families.joined(separator: ", "))")
    }
    if let unknown = cases.first(where: { id in !folder.entries.contains { $0.id == id } }) {
      throw GoldenError("no case '\(unknown)' in '\(folder.url.path)' (a case's name is FAMILY/NAME)")
    }
    if families.isEmpty && cases.isEmpty { return folder.entries }
    return folder.entries.filter { families.contains($0.family) || cases.contains($0.id) }
  }
}
