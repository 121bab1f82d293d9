import DurableFiles

/// Prints the structure of a model as a tree: modules with their settings, parameters, numbers and memory.
///
/// Without params only the modules are shown. On a terminal it is coloured, unless the environment variable `NO_COLOR` is
/// set. Modules that were handed in, and are not below the one that uses them, are shown as references: `Rng('net/rng')`.
/// Blocks that differ by their number alone are shown once, `block_0 … block_29`. If a parameter could not be created, the
/// first error follows.
///
/// - Parameters:
///   - graph: the model.
///   - params: its parameters; the structure alone when nil.
///   - depth: how many levels below the model are shown; all when nil.
///   - folded: whether equal blocks are shown once.
public func display(_ graph: Graph, _ params: Params? = nil, depth: Int? = nil, folded: Bool = true) {
  display([graph], params, depth: depth, folded: folded)
}

/// Prints several models, such as two that share parameters.
public func display(_ graphs: [Graph], _ params: Params? = nil, depth: Int? = nil, folded: Bool = true) {
  print(
    displayText(
      graphs, params, isColored: TextDisplay.isTerminalColored, depth: depth, folded: folded))
}

/// The tree that `display` prints, one line for each module and parameter.
///
/// - Parameters:
///   - graph: the model.
///   - params: its parameters; the structure alone when nil.
///   - isColored: whether it has the colours of a terminal.
///   - depth: how many levels below the model are shown; all when nil.
///   - folded: whether equal blocks are shown once.
public func displayText(
  _ graph: Graph, _ params: Params? = nil, isColored: Bool = false, depth: Int? = nil, folded: Bool = true
) -> String {
  displayText([graph], params, isColored: isColored, depth: depth, folded: folded)
}

/// The trees that `display` prints of several models.
public func displayText(
  _ graphs: [Graph], _ params: Params? = nil, isColored: Bool = false, depth: Int? = nil, folded: Bool = true
) -> String {
  let tree = ModelTree(params)
  let text = TextDisplay(isColored: isColored)
  let lines = graphs.flatMap { graph in
    let node = tree.node(graph)
    return text.lines((folded ? node.folded : node).cut(below: depth))
  }
  let error = params?.firstError.map { ["", "The first parameter that could not be created says:", "\($0)"] }
  return (lines + (error ?? [])).joined(separator: "\n")
}

/// The tree as a page of HTML, which needs nothing else: modules fold and unfold, references are links, parameters are
/// found by their path, and each array is a small picture with a histogram, which unfolds.
///
/// A picture has at most 24 × 48 cells, each the mean of a part of the array, which is folded to two axes. Values are
/// read once, of an array of more than 16 million one in a few.
public func displayHTML(_ graph: Graph, _ params: Params? = nil) -> String { displayHTML([graph], params) }

/// The trees of several models as one page of HTML.
public func displayHTML(_ graphs: [Graph], _ params: Params? = nil) -> String {
  let tree = ModelTree(params, hasPictures: true)
  let size = graphs.map(tree.size).reduce(ModelTree.Size(), +)
  let modules = graphs.reduce(0) { $0 + $1.walk().count }
  let parts = ["\(modules) \(modules == 1 ? "module" : "modules")"] + (size.bytes > 0 ? [size.text] : [])
  return HTMLDisplay.page(
    title: graphs.map(\.pathText).joined(separator: ", "), summary: parts.joined(separator: ", "),
    graphs.map(tree.node))
}

/// Writes the page of `displayHTML` to a file, to be opened in a browser.
///
/// The file appears whole or not at all.
///
/// - Throws: `ModelError` if the file cannot be written.
public func writeDisplay(_ graph: Graph, _ params: Params? = nil, to path: String) throws {
  try writeDisplay([graph], params, to: path)
}

/// Writes the page of several models to a file.
///
/// - Throws: `ModelError` if the file cannot be written.
public func writeDisplay(_ graphs: [Graph], _ params: Params? = nil, to path: String) throws {
  do { try AtomicFile.write(Array(displayHTML(graphs, params).utf8), to: path) } catch {
    throw ModelError(
      "writeDisplay", problem: "'\(path)' cannot be written: \(error)",
      expected: "a path in a folder that can be written to")
  }
}
