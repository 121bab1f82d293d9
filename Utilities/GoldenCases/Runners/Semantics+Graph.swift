import Blox

extension Semantics {
  /// The result of a function about graphs and modules; nil if it is another.
  func graph(_ name: String) throws -> JSONValue? {
    switch name {
    case "empty_name": return .string("\(try Graph(""))")
    case "duplicate_child":
      let graph = try Graph("net")
      _ = try graph.child("a")
      return .string("\(try graph.child("a"))")
    case "graph_paths":
      let graph = try Graph("net")
      let node = try graph.child("a") / "b"
      return [
        "path": .strings(node.path), "name": .string(node.name), "root": .string(node.root.name),
        "parent": .strings(node.parent?.path ?? []), "repr": .strings(["\(graph)", "\(node)"]),
      ]
    case "walk":
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let block = try graph.child("block")
      _ = try Linear(block.child("l"), outputSize: 2, rng: rng)
      _ = try LSTM(block.child("lstm"), hiddenSize: 3, rng: rng)
      _ = try GRU(graph.child("gru"), hiddenSize: 3, rng: rng)
      return .array(
        graph.walk().map { path, module in
          .strings([path.joined(separator: "/"), "\(type(of: module))"])
        })
    case "bind_twice":
      let node = try Graph("net").child("a")
      _ = try BatchNorm(node)
      _ = try BatchNorm(node)
      return .null
    case "bind_root": return .string("\(try Linear(Graph("net"), outputSize: size, rng: nil))")
    case "dropout_rate":
      let graph = try Graph("net")
      return .string("\(try Dropout(graph.child("d"), rate: 1.0, rng: Rng(graph.child("r"))))")
    default: return nil
    }
  }
}
