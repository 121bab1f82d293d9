import Foundation

/// How rotary positions are stretched (`rope_scaling` of Hugging Face's configurations).
public enum RotaryScaling: Sendable, Hashable {
  /// All angles divided by the factor.
  case linear(factor: Double)
  /// Slow angles divided by the factor, fast ones as they are, and a mixture between (Llama 3.1).
  case llama3(
    factor: Double, lowFrequencyFactor: Double = 1, highFrequencyFactor: Double = 4,
    originalLength: Int = 8192)
  /// Features that turn less than `betaSlow` times within `originalLength` divided by the factor, those that turn more than
  /// `betaFast` times as they are, a ramp over the features between, and all turned features multiplied by
  /// `attentionFactor` (YaRN; Peng et al. 2023).
  ///
  /// `attentionFactor` is `0.1 ln(factor) + 1` when nil; with `mscale` and `mscale_all_dim`, as of DeepSeek, it is
  /// `(0.1 mscale ln(factor) + 1) / (0.1 mscale_all_dim ln(factor) + 1)`. The ramp's ends are whole features with
  /// `truncates` (gpt-oss: without).
  case yarn(
    factor: Double, originalLength: Int, betaFast: Double = 32, betaSlow: Double = 1,
    attentionFactor: Double? = nil, truncates: Bool = true)

  /// What the turned features are multiplied by.
  var attentionFactor: Double {
    guard case .yarn(let factor, _, _, _, let given, _) = self else { return 1 }
    return given ?? (factor > 1 ? 0.1 * log(factor) + 1 : 1)
  }

  /// The frequencies of pairs of features, `base^(-2i / size)`, stretched.
  func scaled(_ frequencies: [Double], base: Double) -> [Double] {
    switch self {
    case .linear(let factor): return frequencies.map { $0 / factor }
    case .llama3(let factor, let low, let high, let length):
      return frequencies.map { frequency in
        // How many turns there are within the length that the model was trained on.
        let turns = Double(length) * frequency / (2 * Double.pi)
        if turns < low { return frequency / factor }
        if turns > high || high <= low { return frequency }
        let part = (turns - low) / (high - low)
        return (1 - part) * frequency / factor + part * frequency
      }
    case .yarn(let factor, let length, let fast, let slow, _, let truncates):
      let size = Double(2 * frequencies.count)
      /// The feature that turns as often within the length.
      func feature(turns: Double) -> Double {
        size * log(Double(length) / (turns * 2 * Double.pi)) / (2 * log(base))
      }
      var (first, last) = (feature(turns: fast), feature(turns: slow))
      if truncates { (first, last) = (first.rounded(.down), last.rounded(.up)) }
      (first, last) = (Swift.max(first, 0), Swift.min(last, size - 1))
      if first == last { last += 0.001 }
      return frequencies.enumerated().map { index, frequency in
        let part = Swift.min(1, Swift.max(0, (Double(index) - first) / (last - first)))
        return frequency / factor * part + frequency * (1 - part)
      }
    }
  }
}
