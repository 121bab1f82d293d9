import Foundation

/// What is displayed of models and their parameters.
struct ModelTree {
  /// The parameters of each module, by the module's path.
  private let parameters: [[String]: [(name: String, param: Param)]]

  init(_ params: Params?) {
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

    static func text(bytes: Int) -> String {
      switch bytes {
      case ..<1024: "\(bytes) B"
      case ..<1_048_576: String(format: "%.1f KB", Double(bytes) / 1024)
      case ..<1_073_741_824: String(format: "%.1f MB", Double(bytes) / 1_048_576)
      default: String(format: "%.1f GB", Double(bytes) / 1_073_741_824)
      }
    }

    static func + (a: Size, b: Size) -> Size {
      Size(elements: a.elements + b.elements, bytes: a.bytes + b.bytes)
    }
  }

  /// A node of a graph with everything below it.
  func node(_ graph: Graph) -> DisplayNode {
    var line = [DisplayNode.Piece(graph.name, .name), DisplayNode.Piece(": ")]
    line += graph.module.map(ModelTree.pieces) ?? [DisplayNode.Piece("Graph", .type)]
    let size = size(graph)
    if size.bytes > 0 { line.append(DisplayNode.Piece("  # \(size.text)", .size)) }
    let children = own(graph).map(ModelTree.node) + graph.children.map(node)
    return DisplayNode(line: line, children: children, graph: graph)
  }

  private func own(_ node: Graph) -> [(name: String, param: Param)] { parameters[node.path] ?? [] }

  /// The size of all parameters at a node and below it.
  func size(_ node: Graph) -> Size {
    var size = Size()
    for (_, param) in own(node) where param.value.error == nil {
      // A key counts as one element, as in JAX.
      size.elements += param.metadata.tag == Rng.seedTag ? 1 : param.value.size
      size.bytes += param.value.size * param.value.dtype.byteWidth
    }
    return node.children.map(self.size).reduce(size, +)
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

  private static func node(_ name: String, _ param: Param) -> DisplayNode {
    let summary = Param.summary(param.value, param.metadata)
    var line = [
      DisplayNode.Piece(name, .name), DisplayNode.Piece(": Param["),
      DisplayNode.Piece(param.trainable ? "T" : "N", param.trainable ? .trainable : .fixed),
      DisplayNode.Piece("]("), DisplayNode.Piece(summary, param.value.error == nil ? .type : .failure),
      DisplayNode.Piece(")"),
    ]
    if let values = values(param.value) { line.append(DisplayNode.Piece(" = \(values)", .value)) }
    return DisplayNode(line: line)
  }

  /// The values, or what they are like; nil if they are not known here, as inside a transformation.
  private static func values(_ tensor: Tensor) -> String? {
    guard tensor.error == nil, tensor.size > 0, let values = try? tensor.scalars(Double.self) else {
      return nil
    }
    func text(_ value: Double) -> String {
      tensor.dtype.isFloating ? String(format: "%.3g", value) : String(format: "%.0f", value)
    }
    if values.count == 1 { return text(values[0]) }
    if values.count <= 6 { return "[" + values.map(text).joined(separator: ", ") + "]" }
    let least = values.min() ?? .nan
    let greatest = values.max() ?? .nan
    if least == greatest { return "all \(text(least))" }
    let mean = values.reduce(0, +) / Double(values.count)
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    return "≈\(text(mean)) ±\(text(deviation)) [\(text(least)), \(text(greatest))]"
  }
}
