import Blox
import Checkpoints
import DurableFiles
import Foundation

/// Parameters over four devices, in a folder.
struct ShardedState: WrittenState {
  let folder: URL
  /// Whether the folder is exchanged, or replaced in the two steps of other file systems.
  let isExchanging: Bool
  var names: [String] { ["state"] }
  private var url: URL { folder.appending(path: "state") }

  private func sharding() throws -> NamedSharding { NamedSharding(try Mesh(["x": 4]), ["x"]) }

  private func params(_ number: Int) throws -> Params {
    let sharding = try sharding()
    return try (0..<3).reduce(Params()) { params, index in
      let value = Tensor([Float](repeating: Float(number), count: 4096), shape: [64, 64])
      return try params.assigning(Param(devicePut(value, sharding)), to: ["net", "w\(index)"])
    }
  }

  func write(_ number: Int) throws {
    try AtomicFolder.$isExchanging.withValue(isExchanging) { try params(number).saveShards(to: url) }
  }

  func read() throws -> [[Float]] {
    let params = try params(0)
    let mesh = try Mesh(["x": 4])
    let read = try params.loading(shards: url, shardings: params.shardings(on: mesh) { _, _ in ["x"] })
    return try read.items.map { try $0.param.value.scalars(Float.self) }
  }

  func checkNames() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let files = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    guard found == names, files == (0..<4).map({ "device-\($0).safetensors" }) else {
      throw Trouble("left behind: \(found), \(files)")
    }
  }
}
