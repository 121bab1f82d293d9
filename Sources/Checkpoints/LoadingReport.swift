import Blox
import Tensors

/// What does not fit between params and a file, collected to be said all at once.
struct LoadingReport {
  let path: String
  /// Names that the file should have.
  var missing: [String] = []
  /// Parameters of which it is not said where they come from.
  var withoutEntry: [String] = []
  /// Names in the file that nothing is made of.
  var unused: [String] = []
  /// Parameters with what came instead.
  private var different: [String] = []

  init(path: String) { self.path = path }

  /// The value in the dtype of the parameter that it is for; nil, and noted, if it does not fit.
  mutating func checked(_ value: Tensor, for name: String, _ parameter: Tensor) -> Tensor? {
    if let error = value.error {
      different.append("\(name): \(error.operation): \(error.problem)")
      return nil
    }
    // What a parameter that could not be created should be is not known.
    if parameter.error != nil { return value }
    let (own, other) = (parameter.type, value.type)
    let canBeCast = own.dtype == other.dtype || own.dtype.isFloating && other.dtype.isFloating
    guard own.shape == other.shape, canBeCast else {
      different.append("\(name): \(other) instead of \(own)")
      return nil
    }
    return value.astype(own.dtype)
  }

  /// - Throws: `ModelError` if anything does not fit.
  func check() throws(ModelError) {
    let parts = [
      ("not in the file", missing), ("parameters that the map says nothing of", withoutEntry),
      ("of another shape or dtype", different), ("in the file and not used", unused),
    ].filter { !$0.1.isEmpty }
    if parts.isEmpty { return }
    let lines = parts.map { title, names in
      let more = names.count > 12 ? ["… and \(names.count - 12) more"] : []
      return "\n  \(title) (\(names.count)):" + (names.prefix(12) + more).map { "\n    \($0)" }.joined()
    }
    throw ModelError(
      "Params.loading", problem: "'\(path)' does not fit these params" + lines.joined(),
      expected:
        "an entry of the map for each parameter, `.kept` for one that keeps its value, and `ignoring:` for what "
        + "is in the file alone")
  }
}
