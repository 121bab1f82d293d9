import Blox

/// Cases of kind `layer_axis_name`: norms that average their statistics over a named axis.
struct LayerAxisNameRunner: CaseRunner {
  static let kinds = ["layer_axis_name"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let x = try Tensor(golden.tensor("in/x"))
    let (plain, named) = (try layer(golden, withAxis: false), try layer(golden, withAxis: true))
    let axisName = try golden.manifest.string("config", "axis_name")
    let (_, initial) = plain.run(Params(), x[0], isTraining: true)
    let params = try golden.recordedParams(initial).locked()
    let lanes = vmap(in: [nil, 0], axisName: axisName) { (params: Params, x: Tensor) in
      named.run(params, x, isTraining: true)
    }
    let (output, updated) = lanes(params, x)
    results["out"] = try HostArray(output)
    for (path, param) in updated.items where !param.trainable {
      results["updated/" + path.joined(separator: "/")] = try HostArray(param.value)
    }
    let (trainable, others) = params.split()
    let gradients = try grad { (point: GradientPoint) in
      GoldenLoss.sumOfSines(["": lanes(try point.params.merge(others), point.inputs["x"] ?? x).0])
    }(GradientPoint(params: trainable, inputs: ["x": x]))
    try results.store(gradients.params, "grad/params")
    results["grad/in/x"] = try gradients.inputs["x"].map { try HostArray($0) }
  }

  private func layer(_ golden: GoldenCase, withAxis: Bool) throws -> any Layer {
    let nodes = try GraphNodes(Graph(golden.manifest.string("root")))
    let rng = try Rng(nodes.node(golden.manifest.strings("rng_path")))
    var config = JSONObject()
    for member in try golden.manifest.object("config").members where withAxis || member.key != "axis_name" {
      config.members.append(member)
    }
    let name = try golden.manifest.string("layer")
    let made = try LayerConfig(.object(config), rng: rng, nodes: nodes)
      .layer(name, nodes.node(golden.manifest.strings("module_path")))
    guard let made else { throw GoldenError("the layer \(name) is not known") }
    return made
  }
}

/// What a loss is differentiated with respect to: parameters and inputs.
struct GradientPoint: TensorTree {
  var params: Params
  var inputs: [String: Tensor]

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    params.forEachLeaf(body)
    inputs.forEachLeaf(body)
  }
}
