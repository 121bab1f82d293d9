import Blox
import Checkpoints
import Foundation
import SeededRandom

/// Reads damaged files; whatever is in them, the process must live on, and what is read must be as the file says.
struct DamagedFiles {
  let count: Int
  let seed: UInt64
  /// The bytes of the headers that are large.
  let headerSize: Int

  init(_ arguments: Arguments) {
    count = arguments.integer("count") ?? 10_000
    headerSize = arguments.integer("header") ?? 20_000_000
    seed = arguments.seed
  }

  func run() throws {
    print("fuzz files: \(count) files, seed \(seed)")
    print("what                              files  read  refused")
    let sound = try [UInt8](Self.encoded())
    try row("bytes changed") { random in Self.damaged(sound, &random) }
    try row("headers made by a grammar") { random in DamagedHeader(random).bytes }
    try checkpoints()
    try largeHeaders()
  }

  private static let tensors = [
    SafetensorsTensor(name: "flags", dtype: .bool, shape: [3]),
    SafetensorsTensor(name: "net/linear/kernel", dtype: .f32, shape: [2, 3]),
    SafetensorsTensor(name: "a \"quoted\" näme", dtype: .bf16, shape: [5]),
    SafetensorsTensor(name: "scalar", dtype: .i64, shape: []),
    SafetensorsTensor(name: "empty", dtype: .f32, shape: [4, 0]),
  ]

  private static func encoded() throws -> Data {
    try SafetensorsFile.encode(tensors, metadata: ["k": "v"]) { Data(count: $0.byteCount ?? 0) }
  }

  private func row(_ title: String, _ make: (inout SplitMix64) -> [UInt8]) throws {
    var read = 0
    for item in 0..<count / 2 {
      var random = SplitMix64(seed: seed, item: item)
      let bytes = make(&random)
      if item % 10_000 == 9_999 { print("  \(title): \(item + 1)") }
      guard let file = try? SafetensorsFile(Data(bytes)) else { continue }
      read += 1
      // What was accepted is without contradiction.
      let sizes = try file.tensors.map { try file.bytes(of: $0.name).count }
      guard sizes == file.tensors.map({ $0.byteCount ?? -1 }),
        Set(file.tensors.map(\.name)).count == sizes.count,
        sizes.reduce(8, +) <= bytes.count
      else { fell("file \(item) was read as \(file.tensors): \(bytes)") }
    }
    say(title, count / 2, read)
  }

  private func say(_ title: String, _ count: Int, _ read: Int) {
    func column(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: " ", count: max(1, width - text.count)) + text
    }
    print(
      title.padding(toLength: 30, withPad: " ", startingAt: 0) + column(count, 9) + column(read, 6)
        + column(count - read, 9))
  }

  private func fell(_ text: String) -> Never {
    print("fuzz files: \(text)")
    exit(1)
  }

  /// A file with some of its bytes changed, taken away or put in.
  static func damaged(_ sound: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"", "-1", "0", "9223372036854775807", "9223372036854775808", "1e300",
      "null", "F64",
      "\\u0000", "\\ud800", "[[[[[[[[", "8,4@0,0", "@",
    ]
    var bytes = sound
    for _ in 0...Int.random(in: 0..<3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = .random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + place % 9))
      case 3: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
      default: bytes = Array(bytes.prefix(max(place, 1)))
      }
      if bytes.isEmpty { bytes = [0] }
    }
    return bytes
  }

  /// Folders of which one file was damaged, read as what they were.
  private func checkpoints() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let params = try Params().assigning(
      Param(Tensor([Float](repeating: 1, count: 32), shape: [8, 4])), to: ["w"])
    let shardings = try params.shardings(on: Mesh(["x": 1])) { _, _ in [] }
    try params.saveShards(to: folder)
    _ = try params.loading(shards: folder, shardings: shardings)
    let file = folder.appending(path: "device-0.safetensors")
    let sound = try [UInt8](Data(contentsOf: file))
    let header = sound.count - 32 * 4
    let total = max(1, count / 50)
    var read = 0
    for item in 0..<total {
      var random = SplitMix64(seed: seed, item: item)
      try Data(Self.damaged(Array(sound[..<header]), &random) + sound[header...]).write(to: file)
      guard let loaded = try? params.loading(shards: folder, shardings: shardings) else { continue }
      read += 1
      guard try loaded["w"].value.scalars(Float.self) == [Float](repeating: 1, count: 32) else {
        fell("checkpoint \(item) gave other values")
      }
    }
    say("checkpoints", total, read)
  }

  /// Long headers of many small things: they may take some times their size, and no more.
  private func largeHeaders() throws {
    let pieces: [(open: String, piece: (Int) -> String, close: String)] = [
      ("{", { #""\#($0)":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}"# }, "}"),
      ("{\"__metadata__\":{", { #""\#($0)":"""# }, "}}"),
      ("{\"a\":{\"dtype\":\"U8\",\"shape\":[", { _ in "1" }, "],\"data_offsets\":[0,0]}}"),
      ("{\"a\":{\"more\":[", { _ in "[]" }, "]}}"),
      ("{\"", { _ in "n" }, "\":5}"),
    ]
    for (open, piece, close) in pieces {
      var json = Array(open.utf8)
      var number = 0
      while json.count < headerSize {
        if number > 0, open != "{\"" { json.append(UInt8(ascii: ",")) }
        json += Array(piece(number).utf8)
        number += 1
      }
      json += Array(close.utf8)
      let length = UInt64(json.count)
      let contents = Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + Data(json)
      json = []
      let before = Self.peak
      let isRead = (try? SafetensorsFile(contents)) != nil
      let taken = (Self.peak - before) / 1_000_000
      print(
        "a header of \(contents.count) bytes of '\(piece(1))': \(isRead ? "read" : "refused"), \(taken) MB more"
      )
      if taken > 15 * headerSize / 1_000_000 { fell("a header took \(taken) MB") }
    }
  }

  /// The most memory that the process has had, in bytes.
  private static var peak: Int {
    var usage = rusage()
    // RUSAGE_SELF, which has another Swift type on each system.
    getrusage(0, &usage)
    return Int(usage.ru_maxrss) * 1024
  }
}
