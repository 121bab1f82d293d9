/// Prints the structure of a model as a tree: modules with their settings, parameters, numbers and memory.
///
/// Without params only the modules are shown. `displayText` gives the same as a text.
public func display(_ graph: Graph, _ params: Params? = nil) { print(displayText(graph, params)) }

/// Prints several models in one tree, such as two that share parameters.
public func display(_ graphs: [Graph], _ params: Params? = nil) { print(displayText(graphs, params)) }

/// The tree that `display` prints, one line for each module and parameter.
public func displayText(_ graph: Graph, _ params: Params? = nil) -> String {
  ModelTree(params).lines(graph).joined(separator: "\n")
}

/// The tree that `display` prints of several models.
public func displayText(_ graphs: [Graph], _ params: Params? = nil) -> String {
  let tree = ModelTree(params)
  return graphs.flatMap { tree.lines($0) }.joined(separator: "\n")
}
