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

  /// A model with as many arrays as SmolLM2-135M, whose page is not large: found by path, drawn, unfolded, light and dark.
  @Test(.enabled(if: browser != nil, "there is no Chromium"), .timeLimit(.minutes(10)))
  func showsTheArraysOfALargeModel() throws {
    let (graph, params) = try Self.smolLM2()
    let page = displayHTML(graph, params)
    // 272 arrays and the generator's seed; the counter is a single number.
    #expect(page.matches(of: #/class="array"/#).count == 273)
    #expect(page.utf8.count < 1_000_000, "\(page.utf8.count)")
    let script = """
      <script>
      const pixel = (canvas, x, y) => [...canvas.getContext("2d").getImageData(x, y, 1, 1).data].join(",");
      const shown = () => document.querySelectorAll("li.parameter:not([hidden])").length;
      const seen = [shown(), document.documentElement.scrollWidth <= innerWidth];
      const filled = (path) => { field.value = path; filter(path); return document.getElementById("found").textContent; };
      seen.push(filled("block_1/*kernel"), shown());
      seen.push(filled("(nowhere"), shown());
      filled(""); seen.push(shown(), document.querySelectorAll(".module[open]").length);
      const array = document.querySelector("[data-path='net/block_2/up/kernel'] details");
      enlarge(array); enlarge(array);
      seen.push(array.querySelectorAll(".large canvas").length);
      root.dataset.theme = "light"; draw();
      const large = array.querySelector(".large .heat"), before = pixel(large, 0, 0);
      document.getElementById("theme").onclick();
      seen.push(root.dataset.theme, before !== pixel(large, 0, 0), large.width + "x" + large.height);
      document.title = "seen " + seen.join("; ");
      </script>
      </body>
      """
    let html = try rendered(page.replacing("</body>", with: script))
    // All but the model itself begins folded, so that what is first seen is short.
    #expect(
      html.contains(
        "<title>seen 274; true; 7 of 274 parameters, 36.0 KB; 7; 0 of 274 parameters, 0 B; 0; 274; 1; 2; dark; true; 48x24</title>"
      ), "\(html.firstMatch(of: #/<title>.*/#)?.output ?? "")")
  }

  /// The structure of SmolLM2-135M, with fewer features.
  private static func smolLM2() throws -> (Graph, Params) {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let embed = try Embed(graph / "embed", numEmbeddings: 512, embeddingSize: 32, rng: rng)
    let blocks = try (0..<30).map { number in
      try TransformerBlock(
        graph / "block_\(number)", size: 32, heads: 4, rng: rng, keyValueHeads: 2, hiddenSize: 64,
        rotaryBase: 10_000, useRMSNorm: true, useBias: false, isGated: true, activation: { silu($0) })
    }
    let norm = try RMSNorm(graph / "norm")
    let structure = try evalShape { (tokens: Tensor) in
      var (x, params) = embed(rng.seed(Params(), seed: 1), tokens)
      for block in blocks { (x, params) = block(params, x) }
      return norm(params, x).1.locked()
    }(Tensor([[1, 2]]))
    // Smooth values with rows that stand out; what the initializers draw would be compiled for minutes.
    let params = map(structure) { abstract in
      let values = (0..<abstract.size).map { (index: Int) -> Float in
        let wave = Foundation.sin(0.01 * Double(index * index % 977))
        return Float(index / 32 % 5 == 0 ? 0.3 * wave : 0.1 * wave)
      }
      return Tensor(values, shape: abstract.shape).astype(abstract.dtype)
    }
    return (graph, params)
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
