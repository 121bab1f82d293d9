import PJRT

/// A function of this process that programs call by name.
struct ForeignFunction: Sendable {
  let name: String
  let handler: ForeignHandler
}
