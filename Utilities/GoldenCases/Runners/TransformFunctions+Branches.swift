import Blox

extension TransformFunctions {
  /// cond and switch.
  static let branches: [String: Body] = [:]
}
