/// Runs a case and compares what comes out with what was recorded.
struct Judge {
  var golden: GoldenCase
  var runner: (any CaseRunner)?

  func report() -> CaseReport {
    guard let runner else { return failed("kind '\(golden.kind)' is not supported yet") }
    var results = CaseResults()
    var thrown: (any Error)?
    do { try runner.run(golden, into: &results) } catch { thrown = error }
    if let expected = golden.expectedError { return judge(expected, results, thrown) }
    return judge(results, thrown)
  }

  private func failed(_ text: String) -> CaseReport {
    CaseReport(id: golden.id, checks: golden.checkCount, passed: 0, failures: [text])
  }

  // MARK: Cases that end in an error

  private func judge(_ expected: ExpectedError, _ results: CaseResults, _ thrown: (any Error)?) -> CaseReport
  {
    if let reason = results.compilerReason {
      return CaseReport(
        id: golden.id, checks: golden.checkCount, passed: golden.checkCount,
        note: "does not compile in Swift: \(reason)")
    }
    guard let error = thrown ?? results.failures.first?.error else {
      return failed("no error; should fail like \(expected)")
    }
    if let error = error as? GoldenError { return failed(error.description) }
    let missing = expected.factsMissing(in: "\(error)")
    if !missing.isEmpty {
      return failed(
        "the error says nothing of \(missing.joined(separator: ", ")): \(error) — should be like \(expected)")
    }
    return CaseReport(id: golden.id, checks: golden.checkCount, passed: golden.checkCount)
  }

  // MARK: Cases that end in values

  private func judge(_ results: CaseResults, _ thrown: (any Error)?) -> CaseReport {
    var report = CaseReport(id: golden.id, checks: golden.checkCount, passed: 0)
    if let thrown { report.failures.append("\(thrown)") }
    report.failures += results.failures.map { "\($0.part): \($0.error)" }
    let explained = !report.failures.isEmpty
    for check in golden.checks {
      if let failure = failure(check, results, explained: explained) {
        if !failure.isEmpty { report.failures.append(failure) }
      } else {
        report.passed += 1
      }
    }
    if let expected = golden.expectedResult {
      if let value = results.value, value.matches(expected) || isCompilablePart(value, of: expected, results)
      {
        report.passed += golden.checks.isEmpty ? 1 : 0
        report.note = results.compilerReason.map { "does not compile in Swift: \($0)" }
      } else if results.value != nil || !explained {
        report.failures.append("the result is \(results.value ?? "missing"), should be \(expected)")
      }
    }
    return report
  }

  /// Whether a value is the expected one but for members that tell of what the compiler refuses.
  private func isCompilablePart(_ value: JSONValue, of expected: JSONValue, _ results: CaseResults) -> Bool {
    guard results.compilerReason != nil, case .object(let part) = value, part.count > 0,
      case .object(let whole) = expected
    else { return false }
    return part.members.allSatisfy { member in whole[member.key]?.matches(member.value) ?? false }
  }

  /// Nil if the check passes. Empty if its tensor is missing and an error that is reported already explains that.
  private func failure(_ check: Check, _ results: CaseResults, explained: Bool) -> String? {
    guard let got = results[check.tensor] else {
      return explained ? "" : "\(check.tensor): the runner gave no such tensor"
    }
    do {
      let want = try golden.tensor(check.tensor)
      return Comparison.difference(got, want, check.mode).map { "\(check.tensor): \($0)" }
    } catch {
      return "\(check.tensor): \(error)"
    }
  }
}
