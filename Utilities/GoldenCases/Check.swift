/// One thing that a case asks to be reproduced: a tensor, and how near is near enough.
public struct Check: Sendable, Hashable {
  /// How near is near enough.
  public enum Mode: Sendable, Hashable {
    /// Every bit, except that any NaN is as good as another.
    case exact
    /// `|got - want| <= atol + rtol * |want|`, NaN equal to NaN, infinities equal to themselves.
    case close(rtol: Double, atol: Double)
  }

  /// The name of the tensor in the case.
  public var tensor: String
  /// How near it must come.
  public var mode: Mode

  /// A check of a tensor.
  public init(tensor: String, mode: Mode) {
    self.tensor = tensor
    self.mode = mode
  }

  init(_ json: JSONValue) throws(GoldenError) {
    tensor = try json.string("tensor")
    switch try json.string("mode") {
    case "exact": mode = .exact
    case "close": mode = .close(rtol: try json.double("rtol"), atol: try json.double("atol"))
    case let other: throw GoldenError("a check's mode should be exact or close, not '\(other)'")
    }
  }
}
