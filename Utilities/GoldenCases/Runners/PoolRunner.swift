import Blox

/// Cases of kind `pool`: a pooling function and its gradient.
struct PoolRunner: CaseRunner {
  static let kinds = ["pool"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let x = try Tensor(golden.tensor(golden.manifest.string("inputs", "x")))
    let config = golden["config"]
    let window = try config.value("window_shape").spatialExtents()
    let strides = try config.optional("strides")?.spatialExtents()
    let padding = try config.optional("padding")?.padding() ?? .valid
    let name = try golden.manifest.string("fn")
    let pool: (Tensor) -> Tensor
    switch name {
    case "max_pool": pool = { maxPool($0, windowShape: window, strides: strides, padding: padding) }
    case "min_pool": pool = { minPool($0, windowShape: window, strides: strides, padding: padding) }
    case "avg_pool": pool = { avgPool($0, windowShape: window, strides: strides, padding: padding) }
    default: throw GoldenError("the function \(name) is not known")
    }
    let output = pool(x)
    if golden.expectedError != nil { try output.checked() }
    results[try golden.manifest.string("outputs", "")] = try HostArray(output)
    let gradientName = try golden.manifest.string("grad", "inputs", "x")
    results.attempt("grad") { results in
      results[gradientName] = try HostArray(grad { (x: Tensor) in GoldenLoss.sumOfSines(["": pool(x)]) }(x))
    }
  }
}

extension JSONValue {
  /// One number for all spatial axes, or a list.
  func spatialExtents() throws(GoldenError) -> any SpatialExtents {
    if case .integer(let number) = self { return number }
    return try ints()
  }

  /// A padding under JAX's names, or places before and after each axis.
  func padding() throws(GoldenError) -> Padding {
    switch self {
    case "SAME": return .same
    case "SAME_LOWER": return .sameLower
    case "VALID": return .valid
    default:
      var low: [Int] = []
      var high: [Int] = []
      for pair in try array() {
        let ends = try pair.ints()
        guard ends.count == 2 else { throw GoldenError("padding should be pairs") }
        low.append(ends[0])
        high.append(ends[1])
      }
      return .edges(low: low, high: high)
    }
  }
}
