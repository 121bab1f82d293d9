/// A module, a graph node or a parameter as it is displayed, with what is below it.
struct DisplayNode {
  /// What a piece of a line is, which decides about its colour.
  enum Style: String {
    case name, type, argument, reference, size, trainable, fixed, value, failure
  }

  /// A piece of a line.
  struct Piece {
    var text: String
    var style: Style?
    /// The node that a reference is to.
    var target: Graph?

    init(_ text: String, _ style: Style? = nil, target: Graph? = nil) {
      self.text = text
      self.style = style
      self.target = target
    }
  }

  var line: [Piece]
  var children: [DisplayNode] = []
  /// The node of the graph; nil for a parameter.
  var graph: Graph?
  /// The path of the node or parameter.
  var path = ""
  /// How large the parameters are that it has; nil if there are none.
  var size: ModelTree.Size?
  /// The picture of a parameter's value.
  var picture: ArrayPicture?

  /// The line as plain text.
  var text: String { line.map(\.text).joined() }
}
