import Blox
import Foundation
import Tensors

/// A folder of safetensors files, one for each device, with the parts of tensors that the device held.
///
/// Each part is in one file only, that of the first device that held it. A file's metadata say of each tensor what the
/// whole's shape is and where the part begins in it: `4,4096@0,2048`.
struct ShardedCheckpoint {
  /// A part of a tensor in a file.
  struct Part {
    let file: SafetensorsFile
    let ranges: [Range<Int>]
  }

  /// The whole shape and dtype of a tensor, and its parts.
  struct Entry {
    let shape: [Int]
    let dtype: DType
    var parts: [Part]
  }

  private(set) var entries: [String: Entry] = [:]
  let url: URL

  // MARK: Reading

  /// Opens the files of a folder; the values are read when they are asked for.
  init(contentsOf url: URL) throws {
    self.url = url
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    } catch {
      throw SafetensorsError(.unreadable(SafetensorsFile.reason(error)), path: url.path)
    }
    for name in names.sorted() where name.hasSuffix(".safetensors") {
      let file = try SafetensorsFile(contentsOf: url.appendingPathComponent(name))
      for tensor in file.tensors { try add(tensor, of: file) }
    }
  }

  private mutating func add(_ tensor: SafetensorsTensor, of file: SafetensorsFile) throws {
    func damaged(_ problem: String) -> ModelError {
      ModelError(
        "loading(shards:)", problem: "\(file.path ?? url.path): '\(tensor.name)' \(problem)",
        expected: "files as `saveShards` writes them")
    }
    guard let dtype = tensor.dtype.dtype else {
      throw damaged("has the element type \(tensor.dtype.rawValue)")
    }
    let place = (file.metadata[tensor.name] ?? "").split(separator: "@", omittingEmptySubsequences: false)
    guard place.count == 2, let shape = ShardedCheckpoint.numbers(place[0]),
      let start = ShardedCheckpoint.numbers(place[1]), shape.count == tensor.shape.count,
      start.count == tensor.shape.count,
      zip(shape, zip(start, tensor.shape)).allSatisfy({ $1.0 >= 0 && $1.1 <= $0 - $1.0 })
    else { throw damaged("does not say which part of what it is") }
    let part = Part(file: file, ranges: zip(start, tensor.shape).map { $0..<$0 + $1 })
    guard let known = entries[tensor.name] else {
      entries[tensor.name] = Entry(shape: shape, dtype: dtype, parts: [part])
      return
    }
    guard known.shape == shape, known.dtype == dtype else {
      throw damaged("is a part of \(dtype)\(shape) here and of \(known.dtype)\(known.shape) in another file")
    }
    entries[tensor.name]?.parts.append(part)
  }

  /// The bytes of any part of a tensor, put together from the parts in the files.
  func bytes(of name: String, _ ranges: [Range<Int>]) throws -> [UInt8] {
    guard let entry = entries[name] else { return [] }
    let width = entry.dtype.byteWidth
    var result = [UInt8](repeating: 0, count: ranges.reduce(width) { $0 * $1.count })
    var found = 0
    for part in entry.parts {
      let common = zip(part.ranges, ranges).map { $0.clamped(to: $1) }
      let isApart = zip(common, zip(part.ranges, ranges)).contains { !$1.0.overlaps($1.1) || $0.isEmpty }
      if isApart { continue }
      let source = ShardBlock(
        shape: part.ranges.map(\.count), ranges: ShardedCheckpoint.inside(common, part.ranges), width: width)
      let target = ShardBlock(
        shape: ranges.map(\.count), ranges: ShardedCheckpoint.inside(common, ranges), width: width)
      let piece = try part.file.bytes(of: name).withUnsafeBytes { source.cut($0) }
      result.withUnsafeMutableBytes { result in piece.withUnsafeBytes { target.paste($0, into: result) } }
      found += piece.count
    }
    guard found == result.count else {
      throw ModelError(
        "loading(shards:)",
        problem: "\(url.path) has \(found) of the \(result.count) bytes of \(ranges) of '\(name)'",
        expected: "the files of all devices, each part once")
    }
    return result
  }

  /// Ranges counted from where others begin.
  private static func inside(_ ranges: [Range<Int>], _ outer: [Range<Int>]) -> [Range<Int>] {
    zip(ranges, outer).map { $0.lowerBound - $1.lowerBound..<$0.upperBound - $1.lowerBound }
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ",")
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }

  // MARK: Writing

  /// Writes the parts that one device is the first to hold.
  static func write(
    _ parts: [(name: String, shape: [Int], shard: Tensor.Shard)], to url: URL
  ) throws {
    func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
    let tensors = parts.map { part in
      SafetensorsTensor(
        name: part.name, dtype: SafetensorsDType(part.shard.data.dtype), shape: part.shard.ranges.map(\.count)
      )
    }
    let places = parts.map { ($0.name, "\(list($0.shape))@\(list($0.shard.ranges.map(\.lowerBound)))") }
    let values = Dictionary(parts.map { ($0.name, $0.shard.data) }, uniquingKeysWith: { first, _ in first })
    try SafetensorsFile.write(
      tensors, metadata: Dictionary(places, uniquingKeysWith: { first, _ in first }), to: url
    ) { tensor in Data(try values[tensor.name]?.bytes() ?? []) }
  }
}
