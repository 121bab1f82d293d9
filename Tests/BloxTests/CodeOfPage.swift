import Foundation
import Testing

/// A page of the documentation whose Swift code is compiled and run: a file of the tests is made of it.
struct CodeOfPage: CustomTestStringConvertible {
  /// The page, from the top of the checkout.
  let path: String
  /// The name of the enumeration, and of its file, that the code is in.
  let name: String
  /// What the programs' functions can do.
  let effects: String

  static let pages = [
    CodeOfPage(path: "README.md", name: "ReadmeSnippets", effects: "throws"),
    CodeOfPage(path: "docs/ThreadsAndActors.md", name: "ThreadSnippets", effects: "async throws"),
  ]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  var testDescription: String { path }
  var file: URL { Self.folder.appendingPathComponent("\(name).swift") }
  var text: String {
    get throws {
      let root = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
      return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
  }

  /// The file that the page's code makes.
  func source() throws -> String {
    let (programs, imports) = programs(try text)
    let functions = programs.enumerated().map { index, lines in
      let body = lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
      return "  static func program\(index + 1)() \(effects) {\n\(body)\n  }\n"
    }
    let names = programs.indices.map { "program\($0 + 1)" }.joined(separator: ", ")
    return """
      // Made of the Swift code in \(path) by ReadmeTests.swift; change it there.
      // swift-format-ignore-file
      \(imports.joined(separator: "\n"))

      enum \(name) {
        static let programs: [@Sendable () \(effects) -> Void] = [\(names)]

      \(functions.joined(separator: "\n"))}

      """
  }

  /// The blocks of Swift, in order, as programs: one begins wherever Blox is imported.
  private func programs(_ text: String) -> (programs: [[String]], imports: [String]) {
    var programs: [[String]] = []
    var imports: Set = ["import Blox"]
    var isInside = false
    var previous = ""
    for line in text.components(separatedBy: "\n") {
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
}
