import Blox
import DurableFiles
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

    /// The bytes of a block of the part. Only what lies between its first and its last row is read.
    func bytes(of name: String, _ block: [Range<Int>], width: Int) throws -> [UInt8] {
      var shape = ranges.map(\.count)
      var inner = ShardedCheckpoint.inside(block, ranges)
      var bytes: Range<Int>?
      if let rows = inner.first {
        let row = shape.dropFirst().reduce(width, *)
        bytes = rows.lowerBound * row..<rows.upperBound * row
        (shape[0], inner[0]) = (rows.count, 0..<rows.count)
      }
      let source = ShardBlock(shape: shape, ranges: inner, width: width)
      return try file.bytes(of: name, within: bytes).withUnsafeBytes { source.cut($0) }
    }
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
  init(contentsOf url: URL, mapped: Bool) throws {
    self.url = url
    for file in try ShardedCheckpoint.files(of: url, mapped: mapped) {
      for tensor in file.tensors { try add(tensor, of: file) }
    }
  }

  /// Opens the files of a folder, all of the same one if it is replaced meanwhile.
  private static func files(of url: URL, mapped: Bool) throws -> [SafetensorsFile] {
    let path = url.path
    func unreadable(_ reason: String) -> SafetensorsError {
      SafetensorsError(.unreadable(reason), path: path)
    }
    for _ in 0..<100 {
      let folder: OpenFile
      do throws(FileError) { folder = try OpenFile(folder: path) } catch {
        // The old one may have been moved away to make room, and its writer may have ended then.
        guard error.code == ENOENT, (try? AtomicFolder.isBeingReplaced(path)) == true else {
          throw unreadable(error.description)
        }
        usleep(5000)
        continue
      }
      let files = Result {
        try Folder.names(in: path).sorted().filter { $0.hasSuffix(".safetensors") }.map { name in
          try SafetensorsFile(contentsOf: url.appending(path: name), mapped: mapped)
        }
      }
      if let now = try? FileStatus(path), let then = try? folder.status, now.isSame(as: then) {
        return try files.get()
      }
    }
    throw unreadable("others keep replacing it")
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
    let slice = (file.metadata[tensor.name] ?? "").split(separator: "@", omittingEmptySubsequences: false)
    guard slice.count == 2, let shape = ShardedCheckpoint.numbers(slice[0]),
      let start = ShardedCheckpoint.numbers(slice[1]), shape.count == tensor.shape.count,
      start.count == tensor.shape.count,
      zip(shape, zip(start, tensor.shape)).allSatisfy({ $0 >= 0 && $1.0 >= 0 && $1.1 <= $0 - $1.0 })
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
    var pieces: [[Range<Int>]] = []
    for part in entry.parts {
      let common = zip(part.ranges, ranges).map { $0.clamped(to: $1) }
      if zip(common, part.ranges).contains(where: { $0.isEmpty || !$0.overlaps($1) }) { continue }
      let target = ShardBlock(
        shape: ranges.map(\.count), ranges: ShardedCheckpoint.inside(common, ranges), width: width)
      let piece = try part.bytes(of: name, common, width: width)
      result.withUnsafeMutableBytes { result in piece.withUnsafeBytes { target.paste($0, into: result) } }
      pieces.append(common)
    }
    let found = pieces.reduce(0) { $0 + $1.reduce(width) { $0 * $1.count } }
    guard found == result.count, ShardedCheckpoint.areApart(pieces) else {
      throw ModelError(
        "loading(shards:)",
        problem: "\(url.path) has \(found) of the \(result.count) bytes of \(ranges) of '\(name)'"
          + (found < result.count ? "" : ", some of them more than once"),
        expected: "the files of all devices, each part once")
    }
    return result
  }

  /// Whether no two of these blocks have an element in common.
  private static func areApart(_ blocks: [[Range<Int>]]) -> Bool {
    guard blocks.count > 1, let first = blocks.first else { return true }
    // Along the axis that they differ most on, few are beside each other.
    let starts = first.indices.map { axis in Set(blocks.map { $0[axis].lowerBound }).count }
    guard let axis = starts.indices.max(by: { starts[$0] < starts[$1] }) else { return false }
    let sorted = blocks.sorted { $0[axis].lowerBound < $1[axis].lowerBound }
    for (index, block) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other[axis].lowerBound >= block[axis].upperBound { break }
        if zip(block, other).allSatisfy({ $0.overlaps($1) }) { return false }
      }
    }
    return true
  }

  /// Ranges counted from where others begin.
  fileprivate static func inside(_ ranges: [Range<Int>], _ outer: [Range<Int>]) -> [Range<Int>] {
    zip(ranges, outer).map { $0.lowerBound - $1.lowerBound..<$0.upperBound - $1.lowerBound }
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ",")
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }

  // MARK: Writing

  static func fileName(device: Int) -> String { "device-\(device).safetensors" }

  /// Throws unless a folder is empty or holds what `saveShards` writes, and nothing else.
  static func checkIsReplaceable(_ path: String) throws {
    // Throws if the folder cannot be read.
    _ = try OpenFile(folder: path)
    for name in Folder.names(in: path) {
      let number = name.dropFirst("device-".count).prefix { $0 != "." }
      guard let device = Int(number), name == fileName(device: device),
        try FileStatus(path + "/" + name, followsLink: false)?.isFile == true
      else {
        throw FileError(
          "there is a folder that is no checkpoint, for it has '\(name)' in it; expected nothing there, an empty folder, "
            + "or what `saveShards` wrote")
      }
    }
  }

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
    let slices = parts.map { ($0.name, "\(list($0.shape))@\(list($0.shard.ranges.map(\.lowerBound)))") }
    let values = Dictionary(parts.map { ($0.name, $0.shard.data) }, uniquingKeysWith: { first, _ in first })
    try SafetensorsFile.write(
      tensors, metadata: Dictionary(slices, uniquingKeysWith: { first, _ in first }), to: url
    ) { tensor in Data(try values[tensor.name]?.bytes() ?? []) }
  }
}
