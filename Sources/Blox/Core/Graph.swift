import Synchronization
import TensorCore

/// A node in the structure of a model: it gives the module bound to it a unique path for its parameters.
///
///     let graph = try Graph("net")
///     let hidden = try Linear(graph.child("hidden"), outputSize: 32, rng: rng)   // net/hidden
///     let output = try Linear(graph / "output", outputSize: 10, rng: rng)        // net/output
///
/// The graph is static: it holds names and modules, no parameters. Those are in `Params`.
/// Graph and modules refer to each other, so that from each all the others can be reached. Any number of tasks may use one.
public final class Graph: Sendable {
  /// The last component of the path.
  public let name: String
  /// The names from the root to this node: `["net", "mlp", "hidden"]`.
  public let path: [String]
  /// The node that this one is a child of; nil for a root.
  public let parent: Graph?
  /// The module bound to this node, if any.
  public var module: Module? { state.withLock { $0.module } }
  /// Notes of any kind, which blox itself does not read. They are read and written whole: of two tasks that change those of
  /// one node at once, one may win.
  public var metadata: [String: any Sendable] {
    get { state.withLock { $0.metadata } }
    set { state.withLock { $0.metadata = newValue } }
  }
  /// The child nodes, in the order they were made.
  public var children: [Graph] { state.withLock { $0.children } }

  /// What is added while a model is built.
  private struct State {
    var module: Module?
    var metadata: [String: any Sendable] = [:]
    var children: [Graph] = []
  }

  private let state = Mutex(State())

  /// The root of a new graph.
  ///
  /// - Throws: `ModelError` if the name is empty.
  public convenience init(_ name: String) throws { try self.init(name, parent: nil) }

  private init(_ name: String, parent: Graph?) throws {
    guard !name.isEmpty else {
      let origin = parent.map { " as a child of '\($0.pathText)'" } ?? ""
      throw ModelError(
        "Graph", problem: "an empty name was given\(origin)", expected: "a name of at least one character")
    }
    self.name = name
    self.parent = parent
    path = (parent?.path ?? []) + [name]
  }

  /// A new child of this node, for a module of its own.
  ///
  /// - Throws: `ModelError` if the name is empty or a child has it already.
  public func child(_ name: String) throws -> Graph {
    let node = try Graph(name, parent: self)
    let isNew = state.withLock { state in
      if state.children.contains(where: { $0.name == name }) { return false }
      state.children.append(node)
      return true
    }
    guard isNew else {
      throw ModelError(
        "Graph.child", problem: "the graph node '\(pathText)' already has a child named '\(name)'",
        expected:
          "another name; to share a module's parameters, hand the module itself on instead of making it twice"
      )
    }
    return node
  }

  /// A new child of the node, as `child`.
  public static func / (graph: Graph, name: String) throws -> Graph { try graph.child(name) }

  /// The topmost node above this one.
  public var root: Graph {
    var node = self
    while let parent = node.parent { node = parent }
    return node
  }

  /// The modules of all nodes below this one with their paths, each before those below it.
  ///
  /// Modules are objects: change their settings here, for all layers of a kind at once.
  public func walk() -> [(path: [String], module: Module)] {
    children.flatMap { child in
      (child.module.map { [(path: child.path, module: $0)] } ?? []) + child.walk()
    }
  }

  /// Makes `module` the one of this node.
  func bind(_ module: Module) throws {
    try requireFree(for: type(of: module))
    state.withLock { $0.module = module }
  }

  /// Throws unless a module of this type can be bound here; for modules that make children before they are bound.
  func requireFree(for type: Module.Type) throws {
    guard parent != nil else {
      throw ModelError(
        "\(type)", problem: "a module cannot be bound to the root '\(name)' of a graph",
        expected: "a child node: \(type)(graph.child(\"name\"), …)")
    }
    if let other = module {
      throw ModelError(
        "\(type)", problem: "the graph node '\(pathText)' is already bound to \(other)",
        expected: "a node of its own for each module: graph.child(\"another name\")")
    }
  }

  /// Whether this node is `other` or somewhere below it.
  func isBelow(_ other: Graph) -> Bool { self === other || (parent?.isBelow(other) ?? false) }

  /// The path as one text, `net/mlp/hidden`.
  var pathText: String { path.joined(separator: "/") }
}

extension Graph: CustomStringConvertible {
  /// `Graph('net/mlp', children=2)`.
  public var description: String {
    children.isEmpty ? "Graph('\(pathText)')" : "Graph('\(pathText)', children=\(children.count))"
  }
}

extension Graph: ModuleNames {
  /// The paths of the modules of the whole graph, by the name of their type.
  package var pathsByType: [String: [String]] {
    Dictionary(grouping: root.walk()) { String("\(type(of: $0.module))".prefix { $0 != "<" }) }
      .mapValues { $0.map { $0.path.joined(separator: "/") } }
  }
}
