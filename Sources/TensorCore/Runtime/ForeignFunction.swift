package import PJRT

/// A function of this process that programs call by name.
package struct ForeignFunction: Sendable {
  package let name: String
  package let handler: ForeignHandler
  /// What to do where a plugin cannot call it.
  let advice: String
  /// Throws, for the operation of this name, what the process lacks for it.
  let check: @Sendable (_ operation: String) throws -> Void

  package init(
    name: String, handler: ForeignHandler, advice: String = "return the value from the function instead",
    check: @escaping @Sendable (_ operation: String) throws -> Void = { _ in }
  ) {
    self.name = name
    self.handler = handler
    self.advice = advice
    self.check = check
  }
}
