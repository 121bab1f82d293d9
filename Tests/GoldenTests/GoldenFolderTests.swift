import Checkpoints
import Foundation
@testable import GoldenCases
import Testing

/// The recorded cases themselves, and how runners are judged by them.
struct GoldenFolderTests {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// Every manifest and every tensor of the folder is read, and counts what the index says.
  @Test func everyCaseIsWellFormed() throws {
    let folder = try GoldenFolder(Self.url)
    var counts: [String: Int] = [:]
    for entry in folder.entries {
      let golden = try folder.load(entry)
      #expect(golden.kind == entry.kind && golden.family == entry.family)
      #expect(golden.checkCount == entry.checks, "\(entry.id)")
      for name in golden.tensorNames { _ = try golden.tensor(name) }
      for check in golden.checks { #expect(golden.hasTensor(check.tensor), "\(entry.id)") }
      counts[entry.family, default: 0] += golden.checkCount
    }
    let index = try JSONParser.parse(Data(contentsOf: Self.url.appendingPathComponent("index.json")))
    for family in try index.object("families").members {
      #expect(try family.value.int("checks") == counts[family.key], "\(family.key)")
    }
    #expect(try index.int("total", "checks") == counts.values.reduce(0, +))
  }

  /// All recorded cases of the kinds that there is a runner for.
  @Test(.enabled(if: !GoldenRunners.all.isEmpty), arguments: (try? GoldenFolder(url))?.families ?? [])
  func recordedCasesAreReproduced(family: String) throws {
    let suite = GoldenSuite(try GoldenFolder(Self.url))
    for entry in suite.folder.entries where entry.family == family {
      guard suite.supportedKinds.contains(entry.kind) else { continue }
      for failure in suite.run(entry).failures { Issue.record("\(entry.id): \(failure)") }
    }
  }

  /// Only the named cases are left out, and the line says so.
  @Test func casesOfDefectsAreSkippedAndSaidToBe() throws {
    let suite = GoldenSuite(try GoldenFolder(Self.url), runners: [])
    let report = try suite.run(families: ["layers", "ops"])
    let skipped = report.families.flatMap(\.cases).filter { $0.skipped > 0 }
    #expect(
      skipped.map(\.id).sorted() == [
        "layers/batchnorm_axis_name", "layers/conv_2d_input_dilation", "layers/conv_transpose_2d_groups",
        "layers/gru_apply_reset_bt", "layers/gru_apply_reset_bt_square", "layers/layernorm_axis_name",
        "layers/lstm_apply_reset_bt", "layers/lstm_apply_reset_bt_square", "ops/arcsin", "ops/sinc",
        "ops/special_gelu",
      ])
    #expect(skipped.map(\.id).sorted() == RecordedDefect.all.flatMap(\.cases).sorted())
    let whole = skipped.filter { !["ops/arcsin", "ops/sinc"].contains($0.id) }
    #expect(whole.allSatisfy { $0.checks == 0 && $0.passed == 0 && $0.note?.hasPrefix("skipped") == true })
    // Of the others single tensors are left out.
    #expect(skipped.count == whole.count + 2)
    #expect(skipped.allSatisfy { $0.checks == 0 || $0.skipped <= 2 && $0.note?.hasPrefix("hvp/") == true })
    #expect(report.families[0].line.hasSuffix(", \(report.families[0].skipped) skipped"))
  }

  @Test func casesAreKnownByTheirFunctions() throws {
    let golden = try GoldenCase(id: "transforms/cond_True", folder: Self.url)
    #expect(golden.name == "cond_True" && golden.family == "transforms")
    #expect(
      golden.functionName == (try GoldenCase(id: "transforms/cond_False", folder: Self.url)).functionName)
    #expect(try GoldenCase(id: "transforms/scan_reverse", folder: Self.url).functionName == "scan_reverse")
    #expect(try GoldenCase(id: "random/fold_in", folder: Self.url).functionName == nil)
  }

  // MARK: Judging runners

  /// Hands back what was recorded, so everything that is checked passes.
  struct Parrot: CaseRunner {
    static let kinds = ["op", "semantics", "random", "promotion", "transform"]

    func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
      for check in golden.checks { results[check.tensor] = try golden.tensor(check.tensor) }
      results.value = golden.expectedResult
      if let error = golden.expectedError { throw LibraryError(description: error.message) }
    }
  }

  struct LibraryError: Error, CustomStringConvertible { var description: String }

  static func report(_ id: String, _ runner: any CaseRunner.Type) throws -> CaseReport {
    let suite = GoldenSuite(try GoldenFolder(url), runners: [runner])
    let entry = try #require(suite.folder.entries.first { $0.id == id })
    return suite.run(entry)
  }

  @Test func aRunnerThatIsRightPassesEverything() throws {
    let suite = GoldenSuite(try GoldenFolder(Self.url), runners: [Parrot.self])
    let report = try suite.run(families: ["ops", "transforms", "semantics"], cases: ["random/key_from_seed"])
    #expect(
      report.families.map(\.line) == [
        "random 0/8", "ops 3637/3637, 4 skipped", "transforms 141/141", "semantics 32/32",
      ])
    #expect(!report.isPassed, "there is no runner for random_keys")
    #expect(report.families[0].cases[0].failures == ["kind 'random_keys' is not supported yet"])
    #expect(report.families.dropFirst().allSatisfy { $0.isPassed })
    #expect(throws: GoldenError.self) { try suite.run(families: ["no such"]) }
    #expect(throws: GoldenError.self) { try suite.run(cases: ["ops/no_such"]) }
  }

  /// Changes the last element of every tensor.
  struct OffByOne: CaseRunner {
    static let kinds = ["op", "semantics", "random"]

    func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
      for check in golden.checks {
        let tensor = try golden.tensor(check.tensor)
        var bytes = tensor.bytes
        if let last = bytes.popLast() { bytes.append(last ^ 0x40) }
        results[check.tensor] = try HostArray(dtype: tensor.dtype, shape: tensor.shape, bytes: bytes)
      }
      if golden.expectedResult != nil { results.value = "another" }
    }
  }

  @Test func aRunnerThatIsOffFails() throws {
    let suite = GoldenSuite(try GoldenFolder(Self.url), runners: [OffByOne.self])
    for entry in suite.folder.entries where entry.family == "random" && entry.kind == "random" {
      let report = suite.run(entry)
      let golden = try suite.folder.load(entry)
      let sizes = try golden.checks.map { try golden.tensor($0.tensor).count }
      #expect(report.passed == sizes.count { $0 == 0 }, "\(entry.id)")
    }
    let semantics = try suite.run(families: ["semantics"])
    #expect(semantics.families.map(\.line) == ["semantics 0/32"])
    #expect(!semantics.isPassed)
  }

  struct Failing: CaseRunner {
    static let kinds = ["op", "transform", "semantics"]

    func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
      if let check = golden.checks.first { results[check.tensor] = try golden.tensor(check.tensor) }
      results.attempt("vjp") { _ in throw LibraryError(description: "no rule") }
      throw GoldenError("op 'x' is not known")
    }
  }

  @Test func aRunnerThatThrowsFailsWhatItHasNotStored() throws {
    let report = try Self.report("ops/special_abs", Failing.self)
    #expect(report.passed == 1 && report.checks == 1 && !report.isPassed)
    #expect(report.failures == ["op 'x' is not known", "vjp: no rule"])
    #expect(try Self.report("semantics/graph_paths", Failing.self).passed == 0)
    // What the runner cannot do is not the error that a case waits for.
    let error = try Self.report("ops/matmul_mismatch", Failing.self)
    #expect(error.passed == 0 && error.failures == ["op 'x' is not known"])
  }

  struct Refusing: CaseRunner {
    static let kinds = ["semantics"]

    func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
      results.refusedByCompiler("values are Params")
    }
  }

  @Test func whatTheCompilerRefusesIsNoted() throws {
    let report = try Self.report("semantics/setitem_wrong_type", Refusing.self)
    #expect(report.isPassed && report.note == "does not compile in Swift: values are Params")
    #expect(try !Self.report("semantics/graph_paths", Refusing.self).isPassed)
  }

  @Test func errorsMustNameTheFacts() throws {
    let shapes = ExpectedError(
      type: "TypeError", message: "add got incompatible shapes for broadcasting: (3, 4), (4, 3).")
    #expect(shapes.facts == ["3", "4"])
    #expect(shapes.factsMissing(in: "add: f32[3,4] and f32[4,3] do not broadcast") == [])
    #expect(shapes.factsMissing(in: "add: f32[3] fails") == ["4"])
    let path = ExpectedError(
      type: "KeyError",
      message: "\"Parameter '('net', 'lin')' missing (see <function 'f' at 0x12>, 2D, 1e-05, 0.5).\"")
    #expect(path.facts == ["net", "lin"])
    #expect(path.factsMissing(in: "parameter net/lin is missing") == [])
    #expect(path.factsMissing(in: "parameter net/linear is missing") == ["lin"])
    let traced = ExpectedError(
      type: "TypeError", message: "got (5,).\nThe error occurred while tracing f.py:367 for jit.")
    #expect(traced.facts == ["5"])
  }
}
