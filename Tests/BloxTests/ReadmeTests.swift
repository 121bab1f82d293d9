import Foundation
import Testing

/// The Swift code of the README is compiled and run: `ReadmeSnippets.swift` is made of it.
@Suite struct ReadmeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let snippets = folder.appendingPathComponent("ReadmeSnippets.swift")

  /// Fails when one was changed without the other. `BLOX_WRITE_SNIPPETS=1 swift test --filter ReadmeTests` writes the
  /// file anew.
  @Test func snippetsAreThoseOfTheReadme() throws {
    let readme = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("README.md")
    let wanted = Self.source(of: try String(contentsOf: readme, encoding: .utf8))
    if ProcessInfo.processInfo.environment["BLOX_WRITE_SNIPPETS"] != nil {
      try Data(wanted.utf8).write(to: Self.snippets)
    }
    #expect(try String(contentsOf: Self.snippets, encoding: .utf8) == wanted)
  }

  @Test func snippetsRun() throws {
    for program in ReadmeSnippets.programs { try program() }
  }

  /// The blocks of Swift, in order, as programs: one begins wherever Blox is imported.
  private static func programs(_ readme: String) -> (programs: [[String]], imports: [String]) {
    var programs: [[String]] = []
    var imports: Set = ["import Blox"]
    var isInside = false
    var previous = ""
    for line in readme.components(separatedBy: "\n") {
      if line == "```" {
        isInside = false
      } else if isInside {
        if line == "import Blox" {
          programs.append([])
        } else if line.hasPrefix("import ") {
          imports.insert(line)
        } else if !programs.isEmpty {
          programs[programs.count - 1].append(line)
        }
      } else if line == "```swift" {
        isInside = !previous.hasPrefix("<!-- not a part of the programs")
      }
      previous = line
    }
    return (programs, imports.sorted())
  }

  private static func source(of readme: String) -> String {
    let (programs, imports) = programs(readme)
    let functions = programs.enumerated().map { index, lines in
      let body = lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
      return "  static func program\(index + 1)() throws {\n\(body)\n  }\n"
    }
    let names = programs.indices.map { "program\($0 + 1)" }.joined(separator: ", ")
    return """
      // Made of the Swift code in README.md by ReadmeTests.swift; change it there.
      // swift-format-ignore-file
      \(imports.joined(separator: "\n"))

      enum ReadmeSnippets {
        static let programs: [@Sendable () throws -> Void] = [\(names)]

      \(functions.joined(separator: "\n"))}

      """
  }
}
