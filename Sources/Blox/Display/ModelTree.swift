import Foundation

/// What is displayed of models and their parameters.
struct ModelTree {
  /// The parameters of each module, by the module's path.
  private let parameters: [[String]: [(name: String, param: Param)]]
  /// Whether arrays have pictures.
  private let hasPictures: Bool

  init(_ params: Params?, hasPictures: Bool = false) {
    self.hasPictures = hasPictures
    var table: [[String]: [(name: String, param: Param)]] = [:]
    for (path, param) in params?.items ?? [] {
      table[path.dropLast(), default: []].append((path.last ?? "", param))
    }
    parameters = table
  }

  /// Numbers of elements and of bytes.
  struct Size {
    var elements = 0
    var bytes = 0

    /// `6 parameters, 24 B`.
    var text: String {
      "\(elements) \(elements == 1 ? "parameter" : "parameters"), \(Size.text(bytes: bytes))"
    }

    /// `135,000,000`.
    static func text(elements: Int) -> String {
      let digits = Array(String(elements))
      return String(
        digits.enumerated().flatMap { index, digit in
          index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
        })
    }

    static func text(bytes: Int) -> String {
      switch bytes {
      case ..<1024: "\(bytes) B"
      case ..<1_048_576: String(format: "%.1f KB", Double(bytes) / 1024)
      case ..<1_073_741_824: String(format: "%.1f MB", Double(bytes) / 1_048_576)
      default: String(format: "%.1f GB", Double(bytes) / 1_073_741_824)
      }
    }

    static func + (a: Size, b: Size) -> Size {
      Size(elements: a.elements +| b.elements, bytes: a.bytes +| b.bytes)
    }
  }

  /// A node of a graph with everything below it.
  func node(_ graph: Graph) -> DisplayNode {
    var line = [DisplayNode.Piece(graph.name, .name), DisplayNode.Piece(": ")]
    line += graph.module.map(ModelTree.pieces) ?? [DisplayNode.Piece("Graph", .type)]
    let size = size(graph)
    if size.bytes > 0 { line.append(DisplayNode.Piece("  # \(size.text)", .size)) }
    let children = own(graph).map { node($0.name, $0.param, in: graph) } + graph.children.map(node)
    return DisplayNode(
      line: line, children: children, graph: graph, path: graph.pathText, size: size.bytes > 0 ? size : nil)
  }

  private func own(_ node: Graph) -> [(name: String, param: Param)] { parameters[node.path] ?? [] }

  /// The size of all parameters at a node and below it.
  func size(_ node: Graph) -> Size {
    var size = Size()
    for (_, param) in own(node) { size = size + ModelTree.size(param) }
    return node.children.map(self.size).reduce(size, +)
  }

  private static func size(_ param: Param) -> Size {
    guard param.value.error == nil else { return Size() }
    // A key counts as one element, as in JAX.
    return Size(
      elements: param.metadata.tag == Rng.seedTag ? 1 : param.value.size,
      bytes: param.value.size *| param.value.dtype.byteWidth)
  }

  /// A module's type and arguments.
  private static func pieces(_ module: Module) -> [DisplayNode.Piece] {
    var line = [DisplayNode.Piece("\(type(of: module))", .type), DisplayNode.Piece("(")]
    for (index, argument) in module.shownArguments.enumerated() {
      if index > 0 { line.append(DisplayNode.Piece(", ")) }
      line.append(DisplayNode.Piece("\(argument.name): ", .argument))
      let style = argument.target == nil ? DisplayNode.Style.argument : .reference
      line.append(DisplayNode.Piece(argument.text, style, target: argument.target))
    }
    return line + [DisplayNode.Piece(")")]
  }

  private func node(_ name: String, _ param: Param, in graph: Graph) -> DisplayNode {
    let summary = Param.summary(param.value, param.metadata)
    var line = [
      DisplayNode.Piece(name, .name), DisplayNode.Piece(": Param["),
      DisplayNode.Piece(param.trainable ? "T" : "N", param.trainable ? .trainable : .fixed),
      DisplayNode.Piece("]("), DisplayNode.Piece(summary, param.value.error == nil ? .type : .failure),
      DisplayNode.Piece(")"),
    ]
    let values = ArrayValues(param.value)
    if let values { line.append(DisplayNode.Piece(" = \(values.text)", .value)) }
    return DisplayNode(
      line: line, path: "\(graph.pathText)/\(name)", size: ModelTree.size(param),
      picture: hasPictures ? values.flatMap(ArrayPicture.init) : nil)
  }
}
