import Foundation

/// What can be done with a folder of files.
package enum Folder {
  /// The names in a folder, in no order; none if it cannot be read.
  package static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder and its files, but no folder in it: this library makes none, so it is somebody's.
  static func remove(_ path: String) {
    for name in names(in: path) { unlink(TemporaryName.join(path, name)) }
    rmdir(path)
  }

  /// Makes a folder and those that it is in, if they are not there.
  package static func make(_ path: String, mode: UInt32 = 0o777) throws(FileError) {
    if try FileStatus(path) != nil { return }
    let destination = try Destination(path)
    try make(destination.folder)
    guard mkdir(destination.path, mode_t(truncatingIfNeeded: mode)) == 0 || errno == EEXIST else {
      throw FileError.last
    }
    try OpenFile(folder: destination.folder).synchronize()
  }
}
