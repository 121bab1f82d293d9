import Blox
import Optimizers

/// Cases of kind `optimizer`: parameters after each of some updates with given gradients.
struct OptimizerRunner: CaseRunner {
  static let kinds = ["optimizer"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let optimizer = try GradientTransformation(golden.manifest.string("fn"), golden["config"])
    let wanted = golden.checks.map(\.tensor)
    // Tensors are named in/w/NAME, in/gSTEP/NAME and out/wSTEP/NAME.
    let names = Set(wanted.compactMap { $0.split(separator: "/").last.map(String.init) }).sorted()
    func tree(_ prefix: String) throws -> [String: Tensor] {
      var tree: [String: Tensor] = [:]
      for name in names { tree[name] = try Tensor(golden.tensor("\(prefix)/\(name)")) }
      return tree
    }
    let step = jit(name: "update") {
      (gradients: [String: Tensor], state: OptimizerState, params: [String: Tensor]) in
      let (updates, state) = optimizer.update(gradients, state, params)
      return (applyUpdates(params, updates), state)
    }
    var params = try tree("in/w")
    var state = optimizer.initialState(params)
    for index in 0..<wanted.count / Swift.max(names.count, 1) {
      (params, state) = try step(try tree("in/g\(index)"), state, params)
      for (name, value) in params { results["out/w\(index)/\(name)"] = try HostArray(value) }
    }
  }
}

extension GradientTransformation {
  /// The optimizer that a manifest describes: its name and arguments in optax.
  fileprivate init(_ name: String, _ config: JSONValue) throws {
    let rate = try Schedule(config.value("learning_rate"))
    func number(_ key: String, _ fallback: Double) throws -> Double {
      try config.optional(key)?.double() ?? fallback
    }
    let (b1, b2) = (try number("b1", 0.9), try number("b2", name == "lion" ? 0.99 : 0.999))
    switch name {
    case "sgd", "sgd_momentum", "sgd_nesterov":
      self = .sgd(
        learningRate: rate, momentum: try config.optional("momentum")?.double(),
        nesterov: try config.optional("nesterov")?.bool() ?? false)
    case "adam", "adam_cosine", "adam_warmup":
      self = .adam(learningRate: rate, b1: b1, b2: b2, eps: try number("eps", 1e-8))
    case "adamw":
      self = .adamw(
        learningRate: rate, b1: b1, b2: b2, eps: try number("eps", 1e-8),
        weightDecay: .constantSchedule(try number("weight_decay", 1e-4)))
    case "clip_global_adam":
      self = .chain(.clipByGlobalNorm(try config.double("clip")), .adam(learningRate: rate))
    case "rmsprop":
      self = .rmsprop(learningRate: rate, decay: try number("decay", 0.9), eps: try number("eps", 1e-8))
    case "adagrad": self = .adagrad(learningRate: rate)
    case "lion":
      self = .lion(
        learningRate: rate, b1: b1, b2: b2, weightDecay: .constantSchedule(try number("weight_decay", 1e-3)))
    default: throw GoldenError("the optimizer '\(name)' is not supported")
    }
  }
}

extension Schedule {
  /// A number, or a schedule's name with its arguments in order.
  fileprivate init(_ value: JSONValue) throws {
    if let arguments = value.optional("cosine_decay") {
      self = .cosineDecaySchedule(try arguments[0].double(), try arguments[1].int())
    } else if let arguments = value.optional("warmup_cosine_decay") {
      self = .warmupCosineDecaySchedule(
        initValue: try arguments[0].double(), peakValue: try arguments[1].double(),
        warmupSteps: try arguments[2].int(),
        decaySteps: try arguments[3].int())
    } else {
      self = .constantSchedule(try value.double())
    }
  }
}
