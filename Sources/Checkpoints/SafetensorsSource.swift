import DurableFiles
import Foundation

/// Where the bytes of a safetensors file are.
enum SafetensorsSource: Sendable {
  case memory(Data)
  /// A file that is open, and what was said of it when it was opened.
  case file(OpenFile, FileStatus)

  /// Opens a file, or maps it into memory.
  init(_ path: String, mapped: Bool) throws(FileError) {
    let file = try OpenFile(reading: path)
    let status = try file.status
    self = mapped && status.size > 0 ? .memory(try file.mapped(status.size)) : .file(file, status)
  }

  var size: Int {
    switch self {
    case .memory(let data): data.count
    case .file(_, let status): status.size
    }
  }

  /// The bytes of a range, which is within the size.
  func bytes(_ range: Range<Int>) throws(FileError) -> Data {
    switch self {
    case .memory(let data):
      return data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound]
    case .file(let file, let status):
      let bytes = try file.data(range)
      let now = try file.status
      guard (now.size, now.modified) == (status.size, status.modified) else {
        throw FileError("it was changed while it was open")
      }
      return bytes
    }
  }
}

extension OpenFile {
  /// The bytes of a range in memory of their own. Not more than there is memory for: a file may announce any size.
  fileprivate func data(_ range: Range<Int>) throws(FileError) -> Data {
    if range.isEmpty { return Data() }
    guard let memory = malloc(range.count) else { throw FileError(code: ENOMEM) }
    do throws(FileError) {
      try read(into: UnsafeMutableRawBufferPointer(start: memory, count: range.count), at: range.lowerBound)
    } catch {
      free(memory)
      throw error
    }
    return Data(bytesNoCopy: memory, count: range.count, deallocator: .free)
  }

  fileprivate func mapped(_ size: Int) throws(FileError) -> Data {
    Data(bytesNoCopy: try mapping(size), count: size, deallocator: .unmap)
  }
}
