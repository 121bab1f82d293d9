import Blox
import Checkpoints
import Foundation

/// Parameters in a file.
struct SavingState: WrittenState {
  let folder: URL
  var names: [String] { ["state.safetensors"] }
  private var file: URL { folder.appending(path: "state.safetensors") }

  private func params(_ number: Int) throws -> Params {
    try (0..<6).reduce(Params()) { params, index in
      try params.assigning(
        Param(Tensor([Float](repeating: Float(number), count: 4096), shape: [64, 64])),
        to: ["net", "w\(index)"])
    }
  }

  func write(_ number: Int) throws { try params(number).save(to: file) }

  func read() throws -> [[Float]] {
    try params(0).loading(from: file).items.map { try $0.param.value.scalars(Float.self) }
  }
}
