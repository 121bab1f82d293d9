import Foundation

/// A page that shows trees, in one file that needs no other; what has children folds, and so do arrays.
struct HTMLDisplay {
  /// A name for each graph node that is on the page, to link to.
  private var anchors: [ObjectIdentifier: String] = [:]
  /// How many bytes all parameters have.
  private let bytes: Int
  /// How many levels begin unfolded.
  private let openLevels: Int

  /// The page for some models.
  static func page(title: String, summary: String, _ nodes: [DisplayNode]) -> String {
    var display = HTMLDisplay(nodes)
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
      <header>
      <h1>\(escaped(title))</h1><p>\(escaped(summary))</p>
      <div class="tools">
      <input type="search" id="filter" placeholder="filter by path, such as attention/*kernel" aria-label="filter by path">
      <output id="found"></output>
      <button onclick="fold(true)">unfold all</button>
      <button onclick="fold(false)">fold all</button>
      <button id="theme">light or dark</button>
      </div>
      <div class="line head"><span class="what">module or parameter</span><span class="picture">values</span>\
      <span class="elements">elements</span><span class="bytes">memory</span></div>
      </header>
      <main>
      \(trees)</main>
      <script>
      \(script)
      </script>
      </body>
      </html>

      """
  }

  private init(_ nodes: [DisplayNode]) {
    bytes = nodes.reduce(0) { $0 +| ($1.size?.bytes ?? 0) }
    // As many as give no more than a few screens, up to three.
    var (level, lines, open) = (nodes.flatMap(\.children), nodes.count, 1)
    while open < 3, !level.isEmpty {
      lines += level.count
      level = level.flatMap(\.children)
      guard lines + level.count <= 100 else { break }
      open += 1
    }
    openLevels = open
  }

  private mutating func name(_ node: DisplayNode) {
    if let graph = node.graph, anchors[ObjectIdentifier(graph)] == nil {
      anchors[ObjectIdentifier(graph)] = "\(anchors.count)-\(graph.pathText)"
    }
    node.children.forEach { name($0) }
  }

  private func item(_ node: DisplayNode, depth: Int) -> String {
    let id = anchor(node.graph).map { " id=\"\(HTMLDisplay.escaped($0))\"" } ?? ""
    let line =
      "<span class=\"what\">\(node.line.map(span).joined())</span>"
      + "<span class=\"picture\">\(node.picture.map(canvases) ?? "")</span>\(columns(node))"
    if !node.children.isEmpty {
      let open = depth < openLevels ? " open" : ""
      let children = node.children.map { item($0, depth: depth + 1) }.joined()
      return "<li><details\(id) class=\"module\"\(open)><summary class=\"line\">\(line)</summary>\n"
        + "<ul>\n\(children)</ul></details></li>\n"
    }
    let data =
      " data-path=\"\(HTMLDisplay.escaped(node.path))\" data-bytes=\"\(node.graph == nil ? node.size?.bytes ?? 0 : 0)\""
      + (node.graph == nil ? " class=\"parameter\"" : "")
    guard let picture = node.picture else {
      return "<li\(id)\(data)><div class=\"line\">\(line)</div></li>\n"
    }
    return "<li\(data)><details class=\"array\"><summary class=\"line\">\(line)</summary>"
      + "<div class=\"large\"><p>\(HTMLDisplay.escaped(picture.caption))</p></div></details></li>\n"
  }

  /// How many elements and bytes, with a bar for the part of all bytes.
  private func columns(_ node: DisplayNode) -> String {
    guard let size = node.size else { return "<span class=\"elements\"></span><span class=\"bytes\"></span>" }
    let part = bytes > 0 ? 100 * Double(size.bytes) / Double(bytes) : 0
    return "<span class=\"elements\">\(ModelTree.Size.text(elements: size.elements))</span>"
      + "<span class=\"bytes\" style=\"--part:\(String(format: "%.1f", part))%\">"
      + "\(ModelTree.Size.text(bytes: size.bytes))</span>"
  }

  /// What the script draws: the cells and the histogram, a byte for each.
  private func canvases(_ picture: ArrayPicture) -> String {
    let cells = Data(picture.cells).base64EncodedString()
    let heat =
      "<canvas class=\"heat\" data-columns=\"\(picture.columns)\" data-rows=\"\(picture.rows)\""
      + " data-cells=\"\(cells)\"></canvas>"
    if picture.histogram.isEmpty { return heat }
    return heat
      + "<canvas class=\"histogram\" data-bins=\"\(Data(picture.histogram).base64EncodedString())\""
      + " data-least=\"\(picture.range.least)\" data-greatest=\"\(picture.range.greatest)\"></canvas>"
  }

  private func anchor(_ graph: Graph?) -> String? { graph.flatMap { anchors[ObjectIdentifier($0)] } }

  private func span(_ piece: DisplayNode.Piece) -> String {
    guard let style = piece.style else { return HTMLDisplay.escaped(piece.text) }
    // Sizes have columns of their own.
    if style == .size { return "" }
    if let target = anchor(piece.target) {
      return
        "<a class=\"reference\" href=\"#\(HTMLDisplay.escaped(target))\">\(HTMLDisplay.escaped(piece.text))</a>"
    }
    return "<span class=\"\(style.rawValue)\">\(HTMLDisplay.escaped(piece.text))</span>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
