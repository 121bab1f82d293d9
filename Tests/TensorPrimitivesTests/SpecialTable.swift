import Foundation
import Tensors

@testable import TensorPrimitives

/// Tests/TensorsTests/SpecialValues.txt: functions at many arguments, with what is right there.
struct SpecialTable: Sendable {
  struct Block: Sendable {
    let name: String
    let dtype: String
    /// Arguments, and then results; nil where they are left open.
    let columns: [[Double?]]
  }

  let blocks: [Block]

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "SpecialValues.txt")
    var (blocks, heading, columns) = ([Block](), [Substring](), [[Double?]]())
    func close() {
      guard heading.count == 2 else { return }
      blocks.append(Block(name: String(heading[0]), dtype: String(heading[1]), columns: columns))
    }
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      if words.count == 2, words[1].hasPrefix("float") || words[1].hasPrefix("complex") {
        close()
        (heading, columns) = (words, [])
      } else {
        let isNarrow = heading.last != "float64"
        columns.append(words.map { isNarrow ? Float($0).map(Double.init) : Double($0) })
      }
    }
    close()
    self.blocks = blocks
  }
}
