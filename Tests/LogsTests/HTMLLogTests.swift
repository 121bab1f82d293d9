import Foundation
import Logs
import Testing

/// The page with curves, in a browser if there is one.
@Suite struct HTMLLogTests {
  private static let browser: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .flatMap { folder in
      ["chromium", "chromium-browser", "google-chrome"].map { URL(fileURLWithPath: "\(folder)/\($0)") }
    }.first { FileManager.default.isExecutableFile(atPath: $0.path) }

  private func withPage(_ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("page-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url)
  }

  /// Where CI runs there is one: `.ci/run` installs it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CI"] == "true", "not in CI"))
  func thereIsABrowserInCI() { #expect(Self.browser != nil) }

  /// A page that two logs have written, the second of which went on from a checkpoint at step 2; the last line was cut off.
  private func write(_ url: URL) throws {
    let log = try HTMLLog(url, title: "A & <b>")
    for step in 1...4 {
      try log.write(step, ["loss/training": 4 - Double(step) / 2, "</pre><script>\"é": step == 2 ? .nan : 1])
    }
    try log.image(1, "picture", [0, 255, 0, 255, 0, 255], height: 1, width: 2)
    let again = try HTMLLog(url)
    try again.write(3, ["loss/training": 0.125, "loss/test": 3])
    try again.image(3, "picture", [0, 255], height: 1, width: 2)
    #expect(throws: LogError.self) { try again.image(3, "picture", [0, 255], height: 2, width: 2) }
    let handle = try FileHandle(forWritingTo: url)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"step": 5, "val"#.utf8))
  }

  @Test(
    "Curves that belong together share a chart, the last value of a step counts, and names are text",
    .enabled(if: browser != nil, "there is no Chromium"), .timeLimit(.minutes(10)))
  func curves() throws {
    try withPage { url in
      try write(url)
      let page = try rendered(url, [])
      func count(_ text: String) -> Int { page.components(separatedBy: text).count - 1 }
      #expect(page.contains("<title>A &amp; &lt;b&gt;</title>"))
      #expect(count("<figure>") == 3 && count("class=\"curve\"") == 3, "\(page.suffix(3000))")
      #expect(page.contains("training 2</span>") && page.contains("test 3</span>"))
      #expect(
        page.contains("<figcaption>&lt;<span>"),
        "the name before its slash, and what follows: \(page.suffix(3000))")
      // From 3.5 at the top to 0.125 at the bottom and up again; what is not finite interrupts a curve.
      #expect(page.contains("d=\"M52.0 12.0h0L190.7 41.9L329.3 214.0L468.0 101.8\""), "\(page.suffix(3000))")
      #expect(page.contains("d=\"M52.0 113.0h0M329.3 113.0h0L468.0 113.0\""), "\(page.suffix(3000))")
      #expect(page.contains("step 3</span>") && count("<img") == 1)
    }
  }

  @Test(
    "The page is light or dark as the system is", .enabled(if: browser != nil, "there is no Chromium"),
    .timeLimit(.minutes(10)))
  func lightAndDark() throws {
    try withPage { url in
      try write(url)
      let script = """
        <script>addEventListener("load", () => {
          const picture = document.querySelector("img");
          document.title = getComputedStyle(document.body).backgroundColor + " " + picture.naturalWidth;
        })</script></head>
        """
      let page = try String(contentsOf: url, encoding: .utf8).replacing("</head>", with: script)
      try page.write(to: url, atomically: true, encoding: .utf8)
      for (scheme, colour) in [("1", "rgb(251, 251, 250)"), ("0", "rgb(22, 24, 28)")] {
        let html = try rendered(url, ["--blink-settings=preferredColorScheme=\(scheme)"])
        #expect(html.contains("<title>\(colour) 2</title>"), "\(html.prefix(400))")
      }
    }
  }

  @Test func anotherFileIsNotTouched() throws {
    try withPage { url in
      try Data("step,loss\n".utf8).write(to: url)
      let error = #expect(throws: LogError.self) { try HTMLLog(url) }
      #expect("\(try #require(error))".contains("is no page with curves"))
      #expect(try Data(contentsOf: url) == Data("step,loss\n".utf8))
      #expect(throws: LogError.self) { try HTMLLog(url.appendingPathComponent("no/page.html")) }
    }
    #expect(throws: LogError.self) { try HTMLLog(URL(fileURLWithPath: "/dev/full")) }
  }

  /// Nothing is fetched: the page names no address.
  @Test func itNeedsNoNetwork() throws {
    try withPage { url in
      try write(url)
      let page = try String(contentsOf: url, encoding: .utf8).replacing(
        "http://www.w3.org/2000/svg", with: "")
      for text in ["http:", "https:", "src=\"", "@import", "fetch("] {
        #expect(!page.contains(text), "\(text)")
      }
    }
  }

  /// The document after its scripts have run.
  private func rendered(_ url: URL, _ arguments: [String]) throws -> String {
    let browser = try #require(HTMLLogTests.browser)
    let process = Process()
    process.executableURL = browser
    process.arguments =
      ["--headless", "--no-sandbox", "--disable-gpu"] + arguments + ["--dump-dom", url.absoluteString]
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
