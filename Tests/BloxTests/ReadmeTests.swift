import Foundation
import Testing

/// The Swift code of the README and of other pages is compiled and run: `ReadmeSnippets.swift` and the like are made of it.
@Suite struct ReadmeTests {
  /// Fails when one was changed without the other. `BLOX_WRITE_SNIPPETS=1 swift test --filter ReadmeTests` writes the
  /// files anew.
  @Test(arguments: CodeOfPage.pages) func snippetsAreThoseOfThePage(page: CodeOfPage) throws {
    let wanted = try page.source()
    if ProcessInfo.processInfo.environment["BLOX_WRITE_SNIPPETS"] != nil {
      try Data(wanted.utf8).write(to: page.file)
    }
    #expect(try String(contentsOf: page.file, encoding: .utf8) == wanted)
  }

  @Test func snippetsRun() throws {
    for program in ReadmeSnippets.programs { try program() }
  }
}

/// The programs of docs/ThreadsAndActors.md, which `make sanitize` runs under the thread sanitizer.
@Suite struct ThreadPageTests {
  @Test func snippetsRun() async throws {
    for program in ThreadSnippets.programs { try await program() }
  }
}
