public import Blox

/// One call of a layer as a manifest describes it.
struct LayerCall {
  var method: String
  var arguments: [String]
  var isTraining: Bool
  var precision: Precision

  init(_ json: JSONValue) throws(GoldenError) {
    method = try json.string("method")
    arguments = try json.strings("args")
    isTraining = try json.optional("kwargs", "is_training")?.bool() ?? true
    let name = try json.optional("kwargs", "precision")?.string().lowercased() ?? "default"
    guard let precision = Precision(rawValue: name) else {
      throw GoldenError("the precision \(name) is not known")
    }
    self.precision = precision
  }
}

/// A layer made from a manifest's description.
struct BuiltLayer {
  typealias Outputs = (outputs: [String: Tensor], params: Params)

  let graph: Graph
  let rng: Rng
  /// The module itself.
  let module: Module
  private let call: (Params, _ inputs: [String: Tensor], LayerCall) throws -> Outputs

  func callAsFunction(_ params: Params, _ inputs: [String: Tensor], _ call: LayerCall) throws -> Outputs {
    try self.call(params, inputs, call)
  }

  init(_ golden: GoldenCase) throws {
    let graph = try Graph(golden.manifest.string("root"))
    let nodes = GraphNodes(graph)
    let rng = try Rng(nodes.node(golden.manifest.strings("rng_path")))
    self.graph = graph
    self.rng = rng
    let config = LayerConfig(golden["config"], rng: rng, nodes: nodes)
    let node = try nodes.node(golden.manifest.strings("module_path"))
    (module, call) = try BuiltLayer.make(golden.manifest.string("layer"), node, config)
  }

  private static func make(
    _ name: String, _ node: Graph, _ config: LayerConfig
  ) throws -> (Module, (Params, [String: Tensor], LayerCall) throws -> Outputs) {
    if let sequence = try BuiltSequence(name, node, config) {
      return (sequence.module, sequence.callAsFunction)
    }
    if name == "Embed" {
      let embed = try config.embed(node)
      return (
        embed,
        { params, inputs, call in
          let argument = try inputs.argument(call)
          let (output, params) =
            call.method == "attend" ? embed.attend(params, argument) : embed(params, argument)
          return (["": output], params)
        }
      )
    }
    if let layer = try config.layer(name, node) {
      return (
        layer,
        { params, inputs, call in
          let (output, params) = try layer.run(params, inputs.argument(call), call)
          return (["": output], params)
        }
      )
    }
    throw GoldenError("the layer \(name) is not known")
  }
}

extension [String: Tensor] {
  /// The one argument of a call.
  func argument(_ call: LayerCall) throws(GoldenError) -> Tensor {
    guard let name = call.arguments.first, let value = self[name] else {
      throw GoldenError("the call has no argument")
    }
    return value
  }
}

/// Graph nodes by their paths, made when they are first asked for.
final class GraphNodes {
  private var nodes: [[String]: Graph]

  init(_ root: Graph) { nodes = [root.path: root] }

  func node(_ path: [String]) throws -> Graph {
    if let known = nodes[path] { return known }
    guard let name = path.last, path.count > 1 else {
      throw GoldenError("the path \(path) does not begin at the root")
    }
    let made = try node(Array(path.dropLast())).child(name)
    nodes[path] = made
    return made
  }
}

/// A layer that may behave differently in training.
protocol TrainableLayer: Layer {
  func callAsFunction(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params)
}
extension Dropout: TrainableLayer {}
extension BatchNorm: TrainableLayer {}

/// A layer whose products can be asked to be exact.
protocol PreciseLayer: Layer {
  func callAsFunction(_ params: Params, _ inputs: Tensor, precision: Precision) -> (Tensor, Params)
}
extension Linear: PreciseLayer {}
extension Conv: PreciseLayer {}
extension ConvTranspose: PreciseLayer {}

extension Layer {
  /// The layer called as a case says.
  func run(_ params: Params, _ inputs: Tensor, _ call: LayerCall) -> (Tensor, Params) {
    (self as? any PreciseLayer)?(params, inputs, precision: call.precision)
      ?? run(params, inputs, isTraining: call.isTraining)
  }

  /// The layer in training or not, where it makes a difference.
  func run(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params) {
    (self as? any TrainableLayer)?(params, inputs, isTraining: isTraining) ?? self(params, inputs)
  }
}
