import Blox

/// The arguments that a manifest gives a layer, under blox's names.
struct LayerConfig {
  let json: JSONValue
  let rng: Rng
  let nodes: GraphNodes

  init(_ json: JSONValue, rng: Rng, nodes: GraphNodes) {
    self.json = json
    self.rng = rng
    self.nodes = nodes
  }

  /// The generator, if the layer is given it.
  var givenRng: Rng? { json["rng"] == true ? rng : nil }

  func int(_ name: String) throws -> Int { try json.int(name) }
  func double(_ name: String, _ fallback: Double) throws -> Double {
    try json.optional(name)?.double() ?? fallback
  }
  func bool(_ name: String, _ fallback: Bool) throws -> Bool { try json.optional(name)?.bool() ?? fallback }

  /// An initializer such as `{"init": "normal", "stddev": 0.02}`.
  func initializer(_ name: String, _ fallback: Initializer) throws -> Initializer {
    guard let description = json.optional(name) else { return fallback }
    return try Initializer(description.string("init"), description)
  }

  /// Metadata of any kind; `sharding` is known by its name.
  func metadata(_ name: String) throws -> Metadata {
    var metadata = Metadata()
    for entry in try json.optional(name)?.object().members ?? [] {
      metadata[entry.key] =
        entry.key == "sharding" ? .sharding(try entry.value.partitionSpec()) : try Metadata.Value(entry.value)
    }
    return metadata
  }

  /// Groups of lanes, `[[0, 1], [2, 3]]`.
  private func axisIndexGroups() throws -> [[Int]]? {
    try json.optional("axis_index_groups")?.array().map { try $0.ints() }
  }

  func extents(_ name: String, _ fallback: Int) throws -> any SpatialExtents {
    try json.optional(name)?.spatialExtents() ?? fallback
  }

  func embed(_ node: Graph) throws -> Embed {
    try Embed(
      node, numEmbeddings: int("num_embeddings"), embeddingSize: int("embedding_size"), rng: givenRng,
      embeddingInit: initializer(
        "embedding_init", .varianceScaling(1, mode: .fanIn, distribution: .normal, outAxis: 0)),
      embeddingMetadata: metadata("embedding_metadata"))
  }

  /// The layer of this name that takes one tensor to one; nil if there is none.
  func layer(_ name: String, _ node: Graph) throws -> (any Layer)? {
    try norm(name, node) ?? convolution(name, node) ?? model(name, node)
  }

  private func norm(_ name: String, _ node: Graph) throws -> (any Layer)? {
    let axisName = try json.optional("axis_name")?.string()
    let groups = try axisIndexGroups()
    switch name {
    case "BatchNorm":
      return try BatchNorm(
        node, momentum: double("momentum", 0.9), epsilon: double("epsilon", 1e-5),
        useScale: bool("use_scale", true), useBias: bool("use_bias", true),
        scaleInit: initializer("scale_init", .ones), biasInit: initializer("bias_init", .zeros),
        axisName: axisName, axisIndexGroups: groups, rng: givenRng)
    case "LayerNorm":
      return try LayerNorm(
        node, epsilon: double("epsilon", 1e-5), useScale: bool("use_scale", true),
        useBias: bool("use_bias", true), scaleInit: initializer("scale_init", .ones),
        biasInit: initializer("bias_init", .zeros), axisName: axisName, axisIndexGroups: groups, rng: givenRng
      )
    case "RMSNorm":
      return try RMSNorm(
        node, epsilon: double("epsilon", 1e-5), useScale: bool("use_scale", true),
        scaleInit: initializer("scale_init", .ones), axisName: axisName, axisIndexGroups: groups,
        rng: givenRng)
    default: return nil
    }
  }

  private func convolution(_ name: String, _ node: Graph) throws -> (any Layer)? {
    let padding = try json.optional("padding")?.padding() ?? .same
    switch name {
    case "Conv":
      return try Conv(
        node, kernelSize: json.value("kernel_size").spatialExtents(), outputChannels: int("output_channels"),
        rng: givenRng, strides: extents("strides", 1), padding: padding,
        inputDilation: extents("input_dilation", 1), kernelDilation: extents("kernel_dilation", 1),
        featureGroupCount: json.optional("feature_group_count")?.int() ?? 1, useBias: bool("use_bias", true),
        kernelInit: initializer("kernel_init", .lecunNormal()), biasInit: initializer("bias_init", .zeros),
        kernelMetadata: metadata("kernel_metadata"), biasMetadata: metadata("bias_metadata"))
    case "ConvTranspose":
      return try ConvTranspose(
        node, kernelSize: json.value("kernel_size").spatialExtents(), outputChannels: int("output_channels"),
        rng: givenRng, strides: extents("strides", 1), padding: padding,
        kernelDilation: extents("kernel_dilation", 1),
        featureGroupCount: json.optional("feature_group_count")?.int() ?? 1, useBias: bool("use_bias", true),
        kernelInit: initializer("kernel_init", .lecunNormal()), biasInit: initializer("bias_init", .zeros),
        kernelMetadata: metadata("kernel_metadata"), biasMetadata: metadata("bias_metadata"))
    default: return nil
    }
  }

  private func model(_ name: String, _ node: Graph) throws -> (any Layer)? {
    switch name {
    case "Linear":
      try Linear(
        node, outputSize: int("output_size"), rng: givenRng, useBias: bool("use_bias", true),
        kernelInit: initializer("kernel_init", .lecunNormal()), biasInit: initializer("bias_init", .zeros),
        kernelMetadata: metadata("kernel_metadata"), biasMetadata: metadata("bias_metadata"))
    case "Dropout": try Dropout(node, rate: double("rate", 0), rng: rng)
    case "Sequential": try sequential(node)
    case "MLPDropoutBN":
      try MLPDropoutBN(
        node, hidden: int("hidden"), out: int("out"), rate: double("rate", 0), rng: rng)
    case "SmallCNN": try SmallCNN(node, c1: int("c1"), c2: int("c2"), out: int("out"), rng: rng)
    case "TinyTransformer":
      try TinyTransformer(
        node, vocab: int("vocab"), d: int("d"), heads: int("heads"), mlp: int("mlp"), t: int("t"), rng: rng)
    case "Ema": try Ema(node, decay: double("decay", 0))
    case "TiedTwice":
      try TiedTwice(
        node, shared: Linear(nodes.node([node.path[0], "shared"]), outputSize: int("size"), rng: rng))
    default: nil
    }
  }

  private func sequential(_ node: Graph) throws -> Sequential {
    let layers = try json.array("layers").map { part -> any UnaryLayer in
      if let function = try part.optional("fn")?.string() { return try LayerConfig.activation(function) }
      return try Linear(nodes.node(part.strings("path")), outputSize: part.int("Linear"), rng: rng)
    }
    return try Sequential(node, layers)
  }

  private static func activation(_ name: String) throws(GoldenError) -> Activation {
    let functions: [String: @Sendable (Tensor) -> Tensor] = [
      "relu": relu, "relu6": relu6, "tanh": tanh, "gelu": { gelu($0) }, "sigmoid": sigmoid, "silu": silu,
      "elu": { elu($0) }, "softplus": softplus, "leaky_relu": { leakyRelu($0) }, "softmax": { softmax($0) },
    ]
    guard let function = functions[name] else { throw GoldenError("the function \(name) is not known") }
    return Activation(function)
  }
}

extension JSONValue {
  /// How a tensor is divided: a name, none, or several for each of its axes.
  fileprivate func partitionSpec() throws -> PartitionSpec {
    PartitionSpec(
      entries: try array().map { axis in
        if axis.isNull { return nil }
        if case .array = axis { return PartitionSpec.Entry(try axis.strings()) }
        return PartitionSpec.Entry([try axis.string()])
      })
  }
}

extension Metadata.Value {
  fileprivate init(_ json: JSONValue) throws(GoldenError) {
    switch json {
    case .bool(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .array(let elements):
      var values: [Metadata.Value] = []
      for element in elements { values.append(try Metadata.Value(element)) }
      self = .list(values)
    case .null, .object: throw GoldenError("metadata of the value \(json) are not known")
    }
  }
}
