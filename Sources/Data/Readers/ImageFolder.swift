public import Foundation
public import Tensors

/// A folder of pictures by class: a folder for each class, with its PNG and JPEG files.
public struct ImageFolder: Sendable {
  /// A picture with its class.
  public struct Example: TensorTree, Sendable {
    /// The picture, `[height, width, channels]`.
    public var image: Tensor
    /// The number of its class, int32.
    public var label: Tensor

    public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
      body(&image)
      body(&label)
    }
  }

  /// The names of the classes, in order.
  public let classes: [String]
  /// The pictures in the order of classes and names, read when they are asked for.
  public let examples: Dataset<Example>

  /// - Throws: `DataError` if the folder cannot be read, or has no pictures.
  public init(_ url: URL) throws {
    let manager = FileManager.default
    func names(_ url: URL) throws -> [String] {
      do {
        return try manager.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }.sorted()
      } catch {
        throw DataError(
          url.path, problem: "it cannot be read: \(error.localizedDescription)",
          expected: "a folder of folders")
      }
    }
    var (files, found): ([(url: URL, label: Int32)], [String]) = ([], [])
    for name in try names(url) {
      let folder = url.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
        continue
      }
      let label = Int32(clamping: found.count)
      found.append(name)
      files += try names(folder).filter { ImageFolder.reader($0) != nil }.map {
        (folder.appendingPathComponent($0), label)
      }
    }
    guard !files.isEmpty else {
      throw DataError(
        url.path, problem: "it has no pictures", expected: "a folder of PNG or JPEG files for each class")
    }
    classes = found
    let all = files
    examples = Dataset(count: all.count) { index in
      let (url, label) = all[index]
      let read = ImageFolder.reader(url.lastPathComponent) ?? { try PNGReader.read($0) }
      return Example(image: try read(url), label: Tensor(label))
    }
  }

  /// What reads files of such a name; nil if nothing does.
  private static func reader(_ name: String) -> (@Sendable (URL) throws -> Tensor)? {
    switch name.split(separator: ".").last?.lowercased() {
    case "png": { try PNGReader.read($0) }
    case "jpg", "jpeg": { try JPEGReader.read($0) }
    default: nil
    }
  }
}
