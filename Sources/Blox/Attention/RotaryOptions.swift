import Foundation

/// Ways of rotary positions besides Llama's first.
public struct RotaryOptions: Sendable, Hashable, CustomStringConvertible {
  /// How many features of a head are turned, the first ones; all when nil (GPT-NeoX, Phi).
  public var features: Int?
  /// Whether a feature is paired with the one after it, and not with one of the other half (GPT-J, the weights of Meta).
  public var isInterleaved: Bool
  /// How the angles are changed for texts that are longer than those that the model was trained on.
  public var scaling: RotaryScaling?

  public init(features: Int? = nil, isInterleaved: Bool = false, scaling: RotaryScaling? = nil) {
    self.features = features
    self.isInterleaved = isInterleaved
    self.scaling = scaling
  }

  public var description: String {
    let parts =
      (features.map { ["\($0) features"] } ?? []) + (isInterleaved ? ["interleaved"] : [])
      + (scaling.map { ["\($0)"] } ?? [])
    return parts.isEmpty ? "all features, in halves" : parts.joined(separator: ", ")
  }

  /// By how much each pair is turned from one position to the next.
  func frequencies(size: Int, base: Double) -> [Double] {
    let plain = (0..<size / 2).map { pow(base, -2 * Double($0) / Double(size)) }
    return scaling?.scaled(plain, base: base) ?? plain
  }
}
