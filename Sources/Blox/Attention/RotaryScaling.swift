/// How rotary positions are stretched (`rope_scaling` of Hugging Face's configurations).
public enum RotaryScaling: Sendable, Hashable {
  /// All angles divided by the factor.
  case linear(factor: Double)
  /// Slow angles divided by the factor, fast ones as they are, and a mixture between (Llama 3.1).
  case llama3(
    factor: Double, lowFrequencyFactor: Double = 1, highFrequencyFactor: Double = 4,
    originalLength: Int = 8192)

  func scaled(_ frequency: Double) -> Double {
    switch self {
    case .linear(let factor): return frequency / factor
    case .llama3(let factor, let low, let high, let length):
      // How many turns there are within the length that the model was trained on.
      let turns = Double(length) * frequency / (2 * Double.pi)
      if turns < low { return frequency / factor }
      if turns > high || high <= low { return frequency }
      let share = (turns - low) / (high - low)
      return (1 - share) * frequency / factor + share * frequency
    }
  }
}
