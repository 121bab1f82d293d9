import Blox
import Foundation
import Testing

/// The page of `displayHTML` in a browser, if there is one.
@Suite struct DisplayPageTests {
  private static let browser: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .flatMap { folder in
      ["chromium", "chromium-browser", "google-chrome"].map { URL(fileURLWithPath: "\(folder)/\($0)") }
    }.first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// Where CI runs there is one: `.ci/run` installs it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CI"] == "true", "not in CI"))
  func thereIsABrowserInCI() { #expect(Self.browser != nil) }

  /// The page folds and unfolds, and a link unfolds what it leads to.
  @Test(.enabled(if: browser != nil, "there is no Chromium"), .timeLimit(.minutes(10)))
  func foldsAndUnfolds() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let block = try TransformerBlock(graph.child("block"), size: 4, heads: 2, rng: rng)
    let params = block(rng.seed(Params(), seed: 1), .ones([1, 2, 4])).1
    let page = displayHTML(graph, params)
    let script = """
      <script>
      const open = () => document.querySelectorAll("details[open]").length;
      const seen = [all().length, open()];
      fold(false); seen.push(open());
      location.hash = document.querySelector("a.reference").hash; reveal(); seen.push(open());
      fold(true); seen.push(open());
      document.title = "seen " + seen.join(" ");
      </script>
      </body>
      """
    let html = try rendered(page.replacing("</body>", with: script))
    // Twelve parts unfold: net, rng, block, its 5 parts, the 4 of attention. Those begin folded; the link leads to
    // net and rng.
    #expect(html.contains("<title>seen 12 8 0 2 12</title>"), "\(html.prefix(300))")
  }

  /// The document after its scripts have run.
  private func rendered(_ page: String) throws -> String {
    let browser = try #require(DisplayPageTests.browser)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).html")
    try Data(page.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = browser
    process.arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", file.absoluteString]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A browser that hangs fails the test instead of holding it up.
    DispatchQueue.global().asyncAfter(deadline: .now() + 300) { if process.isRunning { process.terminate() } }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
