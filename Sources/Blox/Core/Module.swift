/// The base class of layers and models: it connects a graph node with the parameters below its path.
///
/// A subclass takes the graph node first, makes its own modules from child nodes, and calls `super.init`. Its
/// function is pure: parameters go in, outputs and updated parameters come out. What it reads of an input that has failed
/// is made up; `getParam` notices that in its `shape:`, elsewhere ask for `x.error` first.
///
///     final class MLP: Module, Layer {
///       let hidden, output: Linear
///
///       init(_ graph: Graph, hiddenSize: Int, outputSize: Int, rng: Rng) throws {
///         hidden = try Linear(graph.child("hidden"), outputSize: hiddenSize, rng: rng)
///         output = try Linear(graph.child("output"), outputSize: outputSize, rng: rng)
///         try super.init(graph)
///       }
///
///       func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
///         var (x, params) = hidden(params, x)
///         x = relu(x)
///         return output(params, x)
///       }
///     }
///
/// Modules are `Sendable`: any number of tasks may run one. This class holds a graph node, which is safe to share. Swift asks
/// each subclass to say so again, `@unchecked Sendable`: it is right where all that is stored is a `let`, or a `Setting`.
open class Module: CustomStringConvertible, @unchecked Sendable {
  /// The node that the module is bound to.
  public let graph: Graph

  /// Binds the module to a graph node.
  ///
  /// - Throws: `ModelError` if the node is a root or has a module already.
  public init(_ graph: Graph) throws {
    self.graph = graph
    try graph.bind(self)
  }

  /// The full path of a parameter of this module: `["net", "linear", "kernel"]`.
  public final func paramPath(_ name: String) -> [String] { graph.path + [name] }

  /// What `display` and `description` show of the module: its settings and the modules it was given.
  ///
  /// By default the stored properties, without the modules that are its own parts in the graph. Override it to show
  /// something else.
  open var arguments: [(name: String, value: Any)] {
    var result: [(name: String, value: Any)] = []
    var mirror: Mirror? = Mirror(reflecting: self)
    while let current = mirror, current.subjectType != Module.self {
      let own = current.children.compactMap { child in
        child.label.map {
          (
            name: String($0.trimmingPrefix("_")),
            value: (child.value as? any AnySetting)?.anyValue ?? child.value
          )
        }
      }
      result = own + result
      mirror = current.superclassMirror
    }
    return result.filter { !isPart($0.value) }
  }

  /// What arguments are where nothing else is said, by name. `display` and `description` leave out those that are equal.
  open var defaultArguments: [String: Any] { [:] }

  /// Whether a property's value is a module below this one, or a list, tuple or the like of such.
  private func isPart(_ value: Any) -> Bool {
    if let module = value as? Module { return module.graph.isBelow(graph) }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .dictionary, .tuple, .optional:
      return !mirror.children.isEmpty && mirror.children.allSatisfy { isPart($0.value) }
    default: return false
    }
  }

  /// The arguments as texts, without those that are nil or as by default, and the graph nodes of modules among them.
  final var shownArguments: [(name: String, text: String, target: Graph?)] {
    let defaults = defaultArguments
    return arguments.compactMap { name, value in
      guard let shown = text(value), shown != defaults[name].flatMap(text) else { return nil }
      return (name: name, text: shown, target: (value as? Module)?.graph)
    }
  }

  /// The type with its arguments, `Linear(outputSize: 32, useBias: true, …)`; those that are nil are left out, like
  /// those that are as by default.
  public var description: String {
    let parts = shownArguments.map { "\($0.name): \($0.text)" }
    return "\(type(of: self))(\(parts.joined(separator: ", ")))"
  }

  /// The text of an argument; nil for nil and for what has nothing to show.
  private func text(_ value: Any) -> String? {
    switch value {
    case let module as Module:
      let origin = module.graph.root === graph.root ? "" : " of another graph"
      return "\(type(of: module))('\(module.graph.pathText)'\(origin))"
    case let parts as [any UnaryLayer]:
      return "[" + parts.map { text($0) ?? "nil" }.joined(separator: ", ") + "]"
    case let metadata as Metadata where metadata.isEmpty: return nil
    case let text as String: return "\"\(text)\""
    default:
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle == .optional else { return "\(value)" }
      return mirror.children.first.flatMap { text($0.value) }
    }
  }
}
