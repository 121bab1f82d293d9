import Foundation

/// A folder that is there as long as the object.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("blox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ contents: String = "") throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contents.utf8).write(to: file)
    return file.path
  }

  /// The path of a shared library of this process that is no plugin, or nil where that cannot be found out.
  static func anyLibrary() -> String? {
    guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return nil }
    let maps = String(decoding: file.readDataToEndOfFile(), as: UTF8.self)
    let paths = maps.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) }
    return paths.first { $0.contains("/libm.so") } ?? paths.first { $0.contains("/libFoundation") }
  }
}
