import Foundation
import Testing

/// A folder of files of numpy and gzip, which Utilities/generate/data_files.py has made.
final class DataFiles {
  let folder: URL
  private let contents: [String: Foundation.Data]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "DataFiles.json")
    contents = try JSONDecoder().decode(
      [String: Foundation.Data].self, from: Foundation.Data(contentsOf: file))
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("data-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in contents { try bytes.write(to: self[name]) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  subscript(name: String) -> URL { folder.appendingPathComponent(name) }

  func bytes(_ name: String) throws -> Foundation.Data { try #require(contents[name]) }

  /// A file of other bytes.
  func write(_ name: String, _ bytes: Foundation.Data) throws -> URL {
    try bytes.write(to: self[name])
    return self[name]
  }
}
