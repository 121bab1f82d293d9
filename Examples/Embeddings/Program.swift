import Blox
import Checkpoints
import Foundation

/// Says how alike sentences are: `embeddings FOLDER "a sentence" "another" …`, of which the folder has the model's files.
@main struct Program {
  static func main() {
    do { try run(Array(CommandLine.arguments.dropFirst())) } catch {
      print(error)
      exit(1)
    }
  }

  static func run(_ arguments: [String]) throws {
    guard let path = arguments.first, arguments.count > 1 else {
      throw Usage(text: "embeddings FOLDER SENTENCE …: see Examples/Embeddings/README.md for the folder")
    }
    let folder = URL(filePath: path)
    let sentences = Array(arguments.dropFirst())
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let model = try MiniLM(graph / "minilm", rng: rng)
    let tokenizer = try WordPieces(vocabulary: folder.appending(path: "vocab.txt"))
    let (ids, isText) = tokenizer.batch(sentences)

    // Only the shapes of the parameters, and then their values.
    let structure = try evalShape { (ids: Tensor, isText: Tensor) in
      model(rng.seed(Params(), seed: 0), ids, isText: isText).1.locked()
    }(ids, isText)
    let params = try structure.loading(
      from: folder, map: MiniLM.names, ignoring: ["embeddings.position_ids", "pooler.*"])
    let embed = jit { (params: Params, ids: Tensor, isText: Tensor) in model(params, ids, isText: isText).0 }
    let vectors = try embed(params, ids, isText)
    for (number, sentence) in sentences.enumerated() {
      let first = try vectors[number, ..<4].scalars(Float.self).map { String(format: "%.7f", $0) }
      let likeness = try matmul(vectors, vectors[number]).scalars(Float.self).map {
        String(format: "%.6f", $0)
      }
      print("\(likeness.joined(separator: "  "))  \(sentence)  [\(first.joined(separator: ", ")), …]")
    }
  }
}
