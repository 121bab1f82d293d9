package import PJRT

/// A function of this process that programs call by name.
package struct ForeignFunction: Sendable {
  package let name: String
  package let handler: ForeignHandler

  package init(name: String, handler: ForeignHandler) {
    self.name = name
    self.handler = handler
  }
}
