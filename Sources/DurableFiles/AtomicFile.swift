package import Foundation

/// Files that are written whole or not at all.
///
/// What is there already is replaced when the new file is complete and on the disk, and keeps its mode and owner; a
/// file that may not be written to is not replaced. A symbolic link is followed. A pipe or a device is written into.
/// What ended processes left in the folder is cleared.
package enum AtomicFile {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - path: where it is to be.
  ///   - isDurable: whether the disk has to have it before this returns; not so for what can be made again.
  ///   - isClearing: whether what ended processes left in the folder is cleared.
  ///   - body: writes the contents. What it throws is passed on, and nothing is changed.
  package static func write(
    to path: String, isDurable: Bool = true, isClearing: Bool = true, _ body: (OpenFile) throws -> Void
  ) throws {
    let destination = try Destination(path)
    if let status = destination.status, !status.isFile {
      if status.isFolder { throw FileError(code: EISDIR) }
      return try body(OpenFile(path, O_WRONLY))
    }
    if destination.status != nil, faccessat(AT_FDCWD, destination.path, W_OK, AT_EACCESS) != 0 {
      throw FileError.last
    }
    if isClearing { Remnants.clear(in: destination.folder) }
    let (name, file) = try TemporaryName.makeFile(
      in: destination.folder, mode: destination.status == nil ? 0o666 : 0o600)
    do {
      try body(file)
      if let status = destination.status { try file.adopt(status) }
      if isDurable { try file.synchronize() }
      guard rename(name.path, destination.path) == 0 else { throw FileError.last }
    } catch {
      unlink(name.path)
      throw error
    }
    if isDurable { try OpenFile(folder: destination.folder).synchronize() }
  }

  /// Writes bytes to a file.
  package static func write(_ bytes: some ContiguousBytes, to path: String) throws {
    try write(to: path) { file in try file.write(bytes) }
  }

  /// Clears what ended processes left in a folder.
  package static func clearRemnants(in folder: String) { Remnants.clear(in: folder) }
}
