public import Blox

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
    case "orthogonal":
      self = .orthogonal(try number("scale", 1), columnAxis: try config.optional("column_axis")?.int() ?? -1)
    case "delta_orthogonal":
      self = .deltaOrthogonal(
        try number("scale", 1), columnAxis: try config.optional("column_axis")?.int() ?? -1)
    default: self = try Initializer(scaling: name, config)
    }
  }

  /// One of the initializers that scale by fans.
  private init(scaling name: String, _ config: JSONValue) throws(GoldenError) {
    func axes(_ key: String) throws(GoldenError) -> [Int]? {
      guard let value = config.optional(key) else { return nil }
      if case .integer(let axis) = value { return [axis] }
      return try value.ints()
    }
    let (inAxis, outAxis, batchAxis) = (
      try axes("in_axis"), try axes("out_axis") ?? [-1], try axes("batch_axis") ?? []
    )
    switch name {
    case "variance_scaling":
      self = .varianceScaling(
        try config.double("scale"), mode: try FanMode(jax: config.string("mode")),
        distribution: try Distribution(jax: config.string("distribution")), inAxis: inAxis, outAxis: outAxis,
        batchAxis: batchAxis)
    case "lecun_normal": self = .lecunNormal(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis)
    case "lecun_uniform": self = .lecunUniform(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis)
    case "glorot_normal": self = .glorotNormal(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis)
    case "glorot_uniform": self = .glorotUniform(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis)
    case "he_normal": self = .heNormal(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis)
    case "he_uniform": self = .heUniform(inAxis: inAxis, outAxis: outAxis, batchAxis: batchAxis)
    default: throw GoldenError("the initializer \(name) is not known")
    }
  }
}

extension Initializer.FanMode {
  fileprivate init(jax name: String) throws(GoldenError) {
    switch name {
    case "fan_in": self = .fanIn
    case "fan_out": self = .fanOut
    case "fan_avg": self = .fanAverage
    case "fan_geo_avg": self = .fanGeometricAverage
    default: throw GoldenError("the mode \(name) is not known")
    }
  }
}

extension Initializer.Distribution {
  fileprivate init(jax name: String) throws(GoldenError) {
    switch name {
    case "normal": self = .normal
    case "truncated_normal": self = .truncatedNormal
    case "uniform": self = .uniform
    default: throw GoldenError("the distribution \(name) is not known")
    }
  }
}
