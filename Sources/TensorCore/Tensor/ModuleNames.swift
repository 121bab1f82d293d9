/// A model, as far as errors need to know it: which modules there are.
package protocol ModuleNames: AnyObject, Sendable {
  /// The paths of all modules, such as `net/mlp/hidden`, by the name of their type.
  var pathsByType: [String: [String]] { get }
}
