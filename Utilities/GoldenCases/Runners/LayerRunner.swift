import Blox

/// Cases of kind `layer`: a module is initialized, called, and differentiated.
struct LayerRunner: CaseRunner {
  static let kinds = ["layer"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let built = try BuiltLayer(golden)
    var inputs: [String: Tensor] = [:]
    for input in try golden.manifest.object("inputs").members {
      inputs[input.key] = try Tensor(golden.tensor(input.value.string()))
    }
    let seeded = built.rng.seed(Params(), seed: try golden.manifest.int("seed"))
    if inputs["h"] == nil, golden["init_call"]["method"] == "__call__", built.module is any RecurrenceBase {
      results.refusedByCompiler("a step takes a state, and it is not optional")
      return
    }
    let initial = try built(seeded, inputs, LayerCall(golden["init_call"]))
    try results.store(initial.params, "init")
    try store(initial.outputs, ["": "init_out"], into: &results)

    // The rest starts from the recorded parameters, apart from how well the initialization went.
    var params = try golden.recordedParams(initial.params).locked()
    var before = params
    var last: LayerCall?
    for call in try golden.manifest.array("calls") {
      before = params
      let layerCall = try LayerCall(call)
      last = layerCall
      let outputs: [String: Tensor]
      (outputs, params) = try built(params, inputs, layerCall)
      try store(outputs, LayerRunner.names(call, "outputs"), into: &results)
      for (path, name) in try LayerRunner.names(call, "updated") {
        results[name] = try HostArray(params[path.split(separator: "/").map(String.init)].value)
      }
    }
    if let last, !golden["grad"].isNull {
      results.attempt("grad") { results in
        try gradients(golden, built, before, inputs, last, into: &results)
      }
    }
  }

  /// The members of an object of names.
  private static func names(_ json: JSONValue, _ key: String) throws -> [String: String] {
    var names: [String: String] = [:]
    for member in json.optional(key) == nil ? [] : try json.object(key).members {
      names[member.key] = try member.value.string()
    }
    return names
  }

  private func store(
    _ outputs: [String: Tensor], _ names: [String: String], into results: inout CaseResults
  ) throws {
    for (output, name) in names where outputs[output] != nil {
      results[name] = try outputs[output].map { try HostArray($0) }
    }
    // The first call's outputs have no names of their own in the manifest.
    if names == ["": "init_out"], outputs[""] == nil {
      for (output, value) in outputs { results["init_out/\(output)"] = try HostArray(value) }
    }
  }

  private func gradients(
    _ golden: GoldenCase, _ built: BuiltLayer, _ params: Params, _ inputs: [String: Tensor],
    _ call: LayerCall, into results: inout CaseResults
  ) throws {
    let (trainable, nonTrainable) = params.split()
    let point = GradientPoint(params: trainable, inputs: inputs.filter { $0.value.dtype.isFloating })
    let (loss, gradient) = try valueAndGrad { (point: GradientPoint) in
      let all = inputs.merging(point.inputs) { $1 }
      let (outputs, _) = try built(point.params.merge(nonTrainable), all, call)
      return GoldenLoss.sumOfSines(outputs)
    }(point)
    if !golden["loss"].isNull { results[try golden.manifest.string("loss", "value")] = try HostArray(loss) }
    for (path, name) in try LayerRunner.names(golden["grad"], "params") {
      results[name] = try HostArray(gradient.params[path.split(separator: "/").map(String.init)].value)
    }
    for (input, name) in try LayerRunner.names(golden["grad"], "inputs") {
      guard let value = gradient.inputs[input] else { throw GoldenError("there is no input \(input)") }
      results[name] = try HostArray(value)
    }
  }
}

/// The loss that gradients of layers, pools and transformations are recorded of.
enum GoldenLoss {
  /// The sum over all float outputs of the sines of their elements.
  static func sumOfSines(_ outputs: [String: Tensor]) -> Tensor {
    var sum: Tensor = 0.0
    for (_, output) in outputs.sorted(by: { $0.key < $1.key }) where output.dtype.isFloating {
      sum = sum + sin(output).sum()
    }
    return sum
  }
}

extension GoldenCase {
  /// The params with the values that are recorded as `init/PATH`, which may have another dtype.
  func recordedParams(_ params: Params) throws -> Params {
    var params = params
    for (path, param) in params.items {
      let name = "init/" + path.joined(separator: "/")
      guard hasTensor(name) else { continue }
      params = try params.assigning(param.replace(value: Tensor(tensor(name))), to: path)
    }
    return params
  }
}
