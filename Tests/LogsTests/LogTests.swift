import Foundation
import Testing

@testable import Logs

/// Files of numbers by step, byte for byte, and the bar by a clock of the test's.
@Suite struct LogTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("logs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("An event file is byte for byte the one that TensorBoard's own writer makes")
  func eventFile() throws {
    let recorded = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "EventFile.json")
    let expected = try JSONDecoder().decode([String: Data].self, from: Data(contentsOf: recorded))["file"]
    try withFolder { folder in
      let url = folder.appendingPathComponent("events")
      let log = try TensorBoardLog(file: url) { 12.5 }
      try log.write(1, ["loss": 1.25, "accuracy": 0.5])
      try log.histogram(300, "weights", [1, 2, .nan, 3.5, 5], bins: 2)
      try log.text(300, "note", "**bold**")
      try log.image(70000, "picture", Array(0..<18), height: 2, width: 3)
      #expect(try Data(contentsOf: url) == expected)
      #expect(throws: LogError.self) { try log.image(1, "picture", [1, 2, 3], height: 2, width: 2) }
      #expect(throws: LogError.self) { try log.image(1, "picture", [], height: 0, width: 2) }
      try log.histogram(1, "none", [])
      try log.histogram(1, "far", [-1e308, 1e308, 0], bins: .max)
    }
  }

  @Test func tablesGoOn() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("log.csv")
      try CSVLog(url).write(1, ["loss": 0.5, "a,b": 2])
      let log = try CSVLog(url)
      try log.write(2, ["loss": 0.25])
      let error = #expect(throws: LogError.self) { try log.write(3, ["other": 1]) }
      #expect("\(try #require(error))".contains("there is no column 'other'"))
      #expect(try String(contentsOf: url, encoding: .utf8) == "step,\"a,b\",loss\n1,2.0,0.5\n2,,0.25\n")
    }
  }

  @Test func linesOfJSON() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("log.jsonl")
      let log = TrainingLogs(try JSONLinesLog(url))
      try log.write(1, ["loss": 0.5, "a\"\n": .nan])
      try log.write(2, [:])
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      #expect(lines == ["{\"step\": 1, \"a\\\"\\u000a\": null, \"loss\": 0.5}", "{\"step\": 2}"])
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      #expect(throws: LogError.self) { try JSONLinesLog(folder.appendingPathComponent("no/log")) }
    }
  }

  @Test("A full disk is an error", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let log = try JSONLinesLog(URL(fileURLWithPath: "/dev/full"))
    let error = #expect(throws: LogError.self) { try log.write(1, ["loss": 1]) }
    #expect("\(try #require(error))".contains("/dev/full"))
  }

  @Test(
    "The rate is that of the last seconds; a pipe gets a line now and then, a terminal one line that changes")
  func progress() {
    for isTerminal in [false, true] {
      var (time, text) = (0.0, "")
      var bar = ProgressBar(total: 1000, unit: "steps", isTerminal: isTerminal, now: { time }) { text += $0 }
      // The first step compiles for a minute.
      time = 60
      bar.advance(note: "loss 2")
      for _ in 0..<399 {
        time += 0.05
        bar.advance()
      }
      #expect(abs(bar.rate - 20) < 0.5)
      time += 0.1
      bar.finish()
      let lines = text.split(separator: "\n")
      if isTerminal {
        #expect(lines.count == 1 && text.hasPrefix("\r") && text.hasSuffix("\n"))
        #expect(text.contains("████████░░░░░░░░░░░░"))
      } else {
        #expect(lines.count == 3 && !text.contains("\r"))
        #expect(lines.last?.contains("40 %  400/1000 steps") == true)
        #expect(lines.last?.contains("0:30 left  loss 2") == true, "\(lines)")
      }
    }
    var text = ""
    var unknown = ProgressBar(total: nil, unit: "files", isTerminal: false, now: { 0 }) { text += $0 }
    unknown.advance(3)
    #expect(text == "3 files  0.0/s  0:00\n")
  }
}
