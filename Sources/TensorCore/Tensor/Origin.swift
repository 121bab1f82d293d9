/// Where a tensor comes from in the model: a parameter, or a computation in which one took part.
///
/// It rides along with tensors only so that an error can name the module.
public final class Origin: Sendable {
  /// The parameter's path, `["net", "mlp", "hidden", "kernel"]`.
  package let path: [String]
  /// Whether the tensor is the parameter itself.
  let isParameter: Bool
  private let derivedOrigin: Origin?

  /// The origin of a parameter's value.
  public convenience init(parameter path: [String]) {
    self.init(path: path, isParameter: true, derived: Origin(path: path, isParameter: false, derived: nil))
  }

  private init(path: [String], isParameter: Bool, derived: Origin?) {
    self.path = path
    self.isParameter = isParameter
    derivedOrigin = derived
  }

  /// The origin of what is computed from such a tensor.
  package var derived: Origin { derivedOrigin ?? self }

  /// The path of the module that owns the parameter.
  package var module: String { path.dropLast().joined(separator: "/") }
}
