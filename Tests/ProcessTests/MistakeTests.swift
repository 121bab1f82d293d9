import Foundation
import Testing

/// What a user reads of the mistakes of a first program: the first cause alone, after what was printed before.
@Suite struct MistakeTests {
  private static let withoutPlugin = ["BLOX_PJRT_PLUGIN": "/nonexistent/plugin.so"]

  /// A program that ends with the status 1 and a few lines, the first of them its own.
  private func printed(_ mistake: String, _ environment: [String: String] = [:]) -> String {
    let run = Run(Run.built("processes"), ["mistake \(mistake)"], environment: environment)
    #expect(run.status == 1, "\(mistake): \(run.output)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "the first line" && lines.count < 12, "\(mistake): \(run.output)")
    return run.output
  }

  @Test(arguments: ["call", "lookup", "merge", "save"])
  func withoutAPluginThatIsWhatOneReads(boundary: String) {
    let output = printed(boundary, Self.withoutPlugin)
    #expect(output.contains("/nonexistent/plugin.so"), "\(output)")
    #expect(!output.contains("there is no parameter") && !output.contains("is missing"), "\(output)")
  }

  @Test(arguments: ["call", "lookup", "merge", "save"])
  func aWrongShapeAtInitializationIsWhatOneReads(boundary: String) {
    let output = printed("shape \(boundary)")
    #expect(
      output.contains("[2, 4] has 8 elements, which the other extents of [5, -1] do not divide"), "\(output)")
    #expect(output.contains("Mistakes.swift:24"), "\(output)")
    #expect(!output.contains("there is no parameter"), "\(output)")
  }

  @Test func displayShowsTheCause() {
    let run = Run(Run.built("processes"), ["mistake shape display"])
    #expect(
      run.output.contains("The first parameter that could not be created says:\nreshape: [2, 4]"),
      "\(run.output)")
  }

  @Test func aWrongFileAndAWrongName() {
    let file = printed("load")
    #expect(file.contains("'/nonexistent/model.safetensors'") && file.contains("cannot be read"), "\(file)")
    let name = printed("names")
    #expect(name.contains("there is no parameter 'net/ouput/kernel'"), "\(name)")
    #expect(name.contains("net/output/kernel"), "\(name)")
  }

  @Test func theExamplesSayWhatIsWrong() {
    let data = Run(Run.built("digits"), ["--data", "/nowhere"])
    #expect(
      data.status == 1 && data.output.contains("'/nowhere' cannot be read: there is no such file"),
      "\(data.output)")
    let plugin = Run(Run.built("scaling"), ["fsdp"], environment: Self.withoutPlugin)
    #expect(plugin.status == 1 && plugin.output.contains("/nonexistent/plugin.so"), "\(plugin.output)")
    #expect(plugin.output.split(separator: "\n").count < 8, "\(plugin.output)")
  }
}
