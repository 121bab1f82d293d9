import Foundation

/// The lines that show a model and its parameters.
struct ModelTree {
  private let hasParams: Bool
  /// The parameters of each module, by the module's path.
  private let parameters: [[String]: [(name: String, param: Param)]]

  init(_ params: Params?) {
    hasParams = params != nil
    var table: [[String]: [(name: String, param: Param)]] = [:]
    for (path, param) in params?.items ?? [] {
      table[path.dropLast(), default: []].append((path.last ?? "", param))
    }
    parameters = table
  }

  /// Numbers of elements and of bytes.
  private struct Size {
    var elements = 0
    var bytes = 0

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
  }

  /// The lines for a node and everything below it.
  func lines(_ node: Graph) -> [String] {
    let kind = node.module.map { "\($0)" } ?? "Graph"
    let size = size(node)
    let title = "\(node.name): \(kind)" + (size.bytes > 0 ? "  # \(size.text)" : "")
    let parts = own(node).map { [line($0.name, $0.param)] } + node.children.map(lines)
    let body = parts.enumerated().flatMap { index, part in
      let isLast = index == parts.count - 1
      return part.enumerated().map { number, line in
        (number == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")) + line
      }
    }
    return [title] + body
  }

  private func own(_ node: Graph) -> [(name: String, param: Param)] { parameters[node.path] ?? [] }

  private func size(_ node: Graph) -> Size {
    var size = Size()
    for (_, param) in own(node) where param.value.error == nil {
      // A key counts as one element, as in JAX.
      size.elements += param.metadata.tag == Rng.seedTag ? 1 : param.value.elementCount
      size.bytes += param.value.elementCount * param.value.dtype.byteWidth
    }
    for child in node.children {
      let part = self.size(child)
      size.elements += part.elements
      size.bytes += part.bytes
    }
    return size
  }

  private func line(_ name: String, _ param: Param) -> String {
    let values = ModelTree.values(param.value).map { " = \($0)" } ?? ""
    return "\(name): \(param)\(values)"
  }

  /// The values, or what they are like; nil if they are not known here, as inside a transformation.
  private static func values(_ tensor: Tensor) -> String? {
    guard tensor.error == nil, tensor.elementCount > 0, let values = try? tensor.scalars(Double.self) else {
      return nil
    }
    func text(_ value: Double) -> String {
      tensor.dtype.isFloating ? String(format: "%.3g", value) : String(format: "%.0f", value)
    }
    if values.count == 1 { return text(values[0]) }
    if values.count <= 6 { return "[" + values.map(text).joined(separator: ", ") + "]" }
    let mean = values.reduce(0, +) / Double(values.count)
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    let least = values.min() ?? .nan
    let greatest = values.max() ?? .nan
    return "≈\(text(mean)) ±\(text(deviation)) [\(text(least)), \(text(greatest))]"
  }
}
