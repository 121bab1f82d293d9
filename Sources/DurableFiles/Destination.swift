import Foundation

/// Where something is to be written: a path without links at its end, and what is there now.
struct Destination {
  /// The folder that it is in.
  let folder: String
  let name: String
  /// What is there; nil for nothing.
  let status: FileStatus?
  var path: String { TemporaryName.join(folder, name) }

  /// Follows the links that `path` is, also those to something that is not there yet.
  init(_ path: String) throws(FileError) {
    // The links of standard output and its like lead to no path.
    if let status = try FileStatus(path), !status.isFile, !status.isFolder {
      (folder, name) = Destination.parts(path)
      self.status = status
      return
    }
    var path = path
    for _ in 0..<40 {
      guard let status = try FileStatus(path, followsLink: false) else {
        (folder, name) = Destination.parts(path)
        self.status = nil
        return
      }
      if !status.isLink {
        // The name may be `..` or end in a slash, of which nothing can be moved away.
        (folder, name) = Destination.parts(status.isFolder ? Destination.resolved(path) : path)
        self.status = status
        return
      }
      let target = try Destination.target(path)
      path = target.hasPrefix("/") ? target : TemporaryName.join(Destination.parts(path).folder, target)
    }
    throw FileError(code: ELOOP)
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return (".", String(trimmed)) }
    let folder = trimmed[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(trimmed[trimmed.index(after: slash)...]))
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func target(_ link: String) throws(FileError) -> String {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &text, text.count)
    guard count >= 0 else { throw FileError.last }
    guard count < text.count else { throw FileError(code: ENAMETOOLONG) }
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
