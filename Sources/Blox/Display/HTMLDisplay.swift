/// A page that shows trees, in one file that needs no other; what has children folds.
struct HTMLDisplay {
  /// A name for each graph node that is on the page, to link to.
  private var anchors: [ObjectIdentifier: String] = [:]

  /// The page for some models.
  static func page(title: String, summary: String, _ nodes: [DisplayNode]) -> String {
    var display = HTMLDisplay()
    nodes.forEach { display.name($0) }
    let trees = nodes.map { "<ul class=\"tree\">\n\(display.item($0, depth: 0))</ul>\n" }.joined()
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(escaped(title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <header><h1>\(escaped(title))</h1><p>\(escaped(summary))</p>
      <button onclick="fold(true)">unfold all</button> <button onclick="fold(false)">fold all</button></header>
      <main>
      \(trees)</main>
      <script>
      const all = () => document.querySelectorAll("details");
      function fold(open) { all().forEach((part) => { part.open = open; }); }
      // What a link leads to may be folded away.
      function reveal() {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
        target?.scrollIntoView({ block: "center" });
      }
      addEventListener("hashchange", reveal);
      reveal();
      </script>
      </body>
      </html>

      """
  }

  private mutating func name(_ node: DisplayNode) {
    if let graph = node.graph, anchors[ObjectIdentifier(graph)] == nil {
      anchors[ObjectIdentifier(graph)] = "\(anchors.count)-\(graph.pathText)"
    }
    node.children.forEach { name($0) }
  }

  private func item(_ node: DisplayNode, depth: Int) -> String {
    let line = node.line.map(span).joined()
    let id = anchor(node.graph).map { " id=\"\(HTMLDisplay.escaped($0))\"" } ?? ""
    if node.children.isEmpty { return "<li\(id)><div class=\"line\">\(line)</div></li>\n" }
    // Large models begin folded below their third level.
    let open = depth < 3 ? " open" : ""
    let children = node.children.map { item($0, depth: depth + 1) }.joined()
    return
      "<li><details\(id)\(open)><summary class=\"line\">\(line)</summary>\n<ul>\n\(children)</ul></details></li>\n"
  }

  private func anchor(_ graph: Graph?) -> String? { graph.flatMap { anchors[ObjectIdentifier($0)] } }

  private func span(_ piece: DisplayNode.Piece) -> String {
    guard let style = piece.style else { return HTMLDisplay.escaped(piece.text) }
    if let target = anchor(piece.target) {
      return
        "<a class=\"reference\" href=\"#\(HTMLDisplay.escaped(target))\">\(HTMLDisplay.escaped(piece.text))</a>"
    }
    let text = style == .size ? String(piece.text.drop { " #".contains($0) }) : piece.text
    return "<span class=\"\(style.rawValue)\">\(HTMLDisplay.escaped(text))</span>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #d0d7de; --dim: #59636e; --type: #0550ae; --link: #8250df;
      --size: #9a6700; --yes: #1a7f37; --no: #bf3989; --bad: #cf222e; --hover: #f3f5f7; }
    @media (prefers-color-scheme: dark) { :root { --line: #3d444d; --dim: #9198a1; --type: #79c0ff;
      --link: #d2a8ff; --size: #d29922; --yes: #56d364; --no: #ff9bce; --bad: #ff7b72; --hover: #21262d; } }
    body { margin: 1.5rem; font: 14px/1.6 ui-sans-serif, system-ui, sans-serif; }
    h1 { margin: 0; font-size: 1.25rem; } header p { margin: 0 0 .5rem; color: var(--dim); }
    main { font: 13px/1.6 ui-monospace, Menlo, Consolas, monospace; overflow-x: auto; }
    ul { margin: 0; padding: 0 0 0 1.25rem; list-style: none; border-left: 1px solid var(--line); }
    ul.tree { margin-top: .75rem; padding-left: 0; border-left: 0; }
    ul ul { margin-left: .35rem; }
    .line { padding: 0 .4rem; white-space: nowrap; border-radius: 4px; }
    .line:hover, :target > .line, :target.line { background: var(--hover); }
    summary { cursor: pointer; }
    .name { font-weight: 600; } .type { color: var(--type); } .argument, .value { color: var(--dim); }
    .reference { color: var(--link); } .trainable { color: var(--yes); font-weight: 600; }
    .fixed { color: var(--no); font-weight: 600; } .failure { color: var(--bad); }
    .size { margin-left: 1.25rem; color: var(--size); font-style: italic; }
    """
}
