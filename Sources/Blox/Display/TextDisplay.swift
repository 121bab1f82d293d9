import Foundation
import PJRT

/// A tree of text for the terminal, coloured or plain.
struct TextDisplay {
  var isColored: Bool

  /// Whether standard output shows colours: it is a terminal, and the user has not asked for none (no-color.org).
  static var isTerminalColored: Bool {
    isatty(1) == 1 && Settings.current.bytes("NO_COLOR") == nil
      && Settings.current.bytes("TERM") != Array("dumb".utf8)
  }

  /// The lines for a node and everything below it.
  func lines(_ node: DisplayNode) -> [String] {
    let body = node.children.enumerated().flatMap { index, child in
      let isLast = index == node.children.count - 1
      return lines(child).enumerated().map { number, line in
        branch(number == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")) + line
      }
    }
    return [node.line.map(text).joined()] + body
  }

  private func branch(_ text: String) -> String { colored(text, "2") }

  private func text(_ piece: DisplayNode.Piece) -> String {
    switch piece.style {
    case nil: piece.text
    case .name: colored(piece.text, "1")
    case .type: colored(piece.text, "36")
    case .argument, .value: colored(piece.text, "2")
    case .reference: colored(piece.text, "34")
    case .size: colored(piece.text, "33")
    case .trainable: colored(piece.text, "32")
    case .fixed: colored(piece.text, "35")
    case .failure: colored(piece.text, "31")
    }
  }

  /// Text in a colour of the terminal, by its SGR code.
  private func colored(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
