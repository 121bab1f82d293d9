import Blox
import Foundation
import TensorCore
import Tensors

extension TensorTree {
  /// The path of every tensor, by which masks choose: the path of a parameter, a dictionary's key, the name of a property.
  var leafPaths: [[String]] {
    let count = leaves.count
    if self is Params {
      return (0..<count).map { leafName($0)?.split(separator: "/").map(String.init) ?? [] }
    }
    let names = LeafNames(self, root: "").all
    return names.map(Self.components)
  }

  /// The parts of a name such as `["encoder"].weights[0]`.
  private static func components(_ name: String) -> [String] {
    var parts: [String] = []
    var rest = name[...]
    while let first = rest.first {
      if rest.hasPrefix("[\""), let end = rest.range(of: "\"]") {
        parts.append(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]))
        rest = rest[end.upperBound...]
      } else if first == "[", let end = rest.firstIndex(of: "]") {
        parts.append(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        if first == "." { rest = rest.dropFirst() }
        let end = rest.firstIndex { ".[".contains($0) } ?? rest.endIndex
        parts.append(String(rest[..<end]))
        rest = rest[end...]
      }
    }
    return parts
  }
}
