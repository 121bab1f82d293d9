import Blox

/// Cases of kind `initializer`: a function of `jax.nn.initializers`.
struct InitializerRunner: CaseRunner {
  static let kinds = ["initializer"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let initializer = try Initializer(golden.manifest.string("fn"), golden["config"])
    let key = try Tensor(golden.tensor(golden.manifest.string("key")))
    let value = initializer(key, try golden.manifest.shape("shape"), try golden.manifest.dtype("dtype"))
    if golden.expectedError != nil { _ = try value.bytes() }
    for name in try golden.manifest.strings("outputs") { results[name] = try HostArray(value) }
  }
}

extension Initializer {
  /// The initializer that a manifest describes: its name and arguments in `jax.nn.initializers`.
  public init(_ name: String, _ config: JSONValue) throws(GoldenError) {
    func number(_ key: String, _ fallback: Double) throws(GoldenError) -> Double {
      try config.optional(key)?.double() ?? fallback
    }
    switch name {
    case "zeros": self = .zeros
    case "ones": self = .ones
    case "constant": self = .constant(Tensor(try config.double("value")))
    case "normal": self = .normal(try number("stddev", 0.01))
    case "uniform": self = .uniform(try number("scale", 0.01))
    case "truncated_normal":
      self = .truncatedNormal(
        try number("stddev", 0.01), lower: try number("lower", -2), upper: try number("upper", 2))
    default: throw GoldenError("the initializer \(name) is not known")
    }
  }
}
