/// A value of the function that is being written: an argument or a result of an operation.
public struct HLOValue: Sendable, Hashable {
  let name: String
  public let type: HLOType

  init(name: String, type: HLOType) {
    self.name = name
    self.type = type
  }
}
