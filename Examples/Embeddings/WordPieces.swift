import Blox
import Foundation

/// BERT's tokenizer: lower case, words and signs, and of words the longest pieces that the vocabulary has.
struct WordPieces {
  private let ids: [String: Int32]
  private static let longest = 256

  /// - Throws: `Usage` if the file of one piece a line cannot be read.
  init(vocabulary url: URL) throws {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw Usage(text: "'\(url.path)' cannot be read; expected the model's vocabulary, one piece a line")
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    ids = Dictionary(lines.enumerated().map { (String($1), Int32($0)) }) { first, _ in first }
  }

  /// The numbers of the pieces of each sentence, filled up to one length, and which of them are text.
  func batch(_ sentences: [String]) -> (ids: Tensor, isText: Tensor) {
    let rows = sentences.map { sentence in
      [id("[CLS]")] + pieces(sentence).prefix(Self.longest - 2) + [id("[SEP]")]
    }
    let length = rows.map(\.count).max() ?? 0
    let filled = rows.map { $0 + [Int32](repeating: 0, count: length - $0.count) }
    let counts = Tensor(rows.map { Int32($0.count) })
    return (Tensor(filled), Tensor.arange(length) .< expandDims(counts, axis: 1))
  }

  private func id(_ piece: String) -> Int32 { ids[piece] ?? ids["[UNK]"] ?? 0 }

  private func pieces(_ text: String) -> [Int32] {
    var words: [String] = []
    var isInWord = false
    // Without accents, as BERT's uncased models want it.
    for character in text.lowercased().decomposedStringWithCanonicalMapping {
      guard let scalar = character.unicodeScalars.first else { continue }
      let letter = String(Character(scalar))
      if character.isWhitespace {
        isInWord = false
      } else if character.isPunctuation || character.isSymbol {
        words.append(letter)
        isInWord = false
      } else if isInWord {
        words[words.count - 1] += letter
      } else {
        words.append(letter)
        isInWord = true
      }
    }
    return words.flatMap(split)
  }

  private func split(_ word: String) -> [Int32] {
    var (rest, result) = (Substring(word), [Int32]())
    while !rest.isEmpty {
      let prefix = result.isEmpty ? "" : "##"
      var piece = rest
      while !piece.isEmpty, ids[prefix + piece] == nil { piece = piece.dropLast() }
      guard !piece.isEmpty else { return [id("[UNK]")] }
      result.append(id(prefix + piece))
      rest = rest.dropFirst(piece.count)
    }
    return result
  }
}
