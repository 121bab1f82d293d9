import CFiles
import Foundation

/// A folder of files that appears whole or not at all, in place of one that may be there.
///
///     let folder = try AtomicFolder(replacing: path, isReplaceable: check)
///     // write files into folder.path
///     try folder.commit()
///
/// Whenever the process ends, there is the old folder or the new one. They are exchanged in one step; on file systems
/// that cannot, the old one is moved away first, and whoever looks for the folder or writes next to it puts the new one
/// in its place if the process ended in between.
package final class AtomicFolder {
  /// Whether folders are exchanged where that can be done. Off in tests of the other way.
  @TaskLocal package static var isExchanging = true

  /// Where its files are written meanwhile.
  package var path: String { temporary.path }
  /// What `path` is called in the folder that both are in.
  package var name: String { temporary.name }

  private let destination: Destination
  private let temporary: TemporaryName
  private let lock: OpenFile
  private let check: (String) throws -> Void

  /// Makes the folder to be filled, with those that it is in.
  ///
  /// - Parameters:
  ///   - path: what it is to replace. A symbolic link is followed.
  ///   - check: throws if what is at a path may not be replaced.
  package init(replacing path: String, check: @escaping (String) throws -> Void) throws {
    destination = try Destination(path)
    self.check = check
    try Folder.make(destination.folder)
    Remnants.clear(in: destination.folder)
    try AtomicFolder.check(destination, check)
    // Nobody may read what a folder that is closed to them is to hold.
    (temporary, lock) = try TemporaryName.makeFile(
      in: destination.folder, mode: 0o600, suffix: TemporaryName.lockMark)
    let mode: mode_t = destination.status == nil ? 0o777 : 0o700
    guard mkdir(temporary.path, mode) == 0 else {
      let error = FileError.last
      unlink(temporary.lockPath)
      throw error
    }
  }

  /// Where another process that has called it `name` and is to replace `path` with it has its files written.
  package static func path(of name: String, replacing path: String) throws -> String {
    TemporaryName.join(try Destination(path).folder, name)
  }

  /// Moves it to its destination.
  package func commit() throws {
    do {
      let now = try Destination(destination.path)
      try AtomicFolder.check(now, check)
      if let old = now.status { try adopt(old) }
      let folder = try OpenFile(folder: temporary.path)
      try folder.synchronize()
      try replace()
      try OpenFile(folder: destination.folder).synchronize()
    } catch {
      discard()
      throw error
    }
    // What stood there has its name now.
    discard()
  }

  /// Removes it, instead of moving it to its destination.
  package func discard() {
    Folder.remove(temporary.path)
    Folder.remove(temporary.oldPath)
    unlink(temporary.lockPath)
  }

  // MARK: Replacing

  private func replace() throws {
    for _ in 0..<100 {
      // Succeeds if there is nothing, or an empty folder.
      if rename(temporary.path, destination.path) == 0 { return }
      guard isTaken(errno) else { throw FileError.last }
      if AtomicFolder.isExchanging {
        let outcome = blox_exchange(temporary.path, destination.path)
        if outcome == 0 { return try checkReplaced() }
        if outcome == ENOENT { continue }
        guard [ENOSYS, ENOTSUP, EOPNOTSUPP, EINVAL].contains(outcome) else { throw FileError(code: outcome) }
      }
      if try replaceInTwoSteps() { return }
    }
    throw FileError("others keep replacing it")
  }

  /// What was there may have changed since it was checked: then it goes back.
  private func checkReplaced() throws {
    do { try check(temporary.path) } catch {
      _ = blox_exchange(temporary.path, destination.path)
      throw error
    }
  }

  /// Moves the old folder away, and then the new one to its place; false if another one came in between.
  private func replaceInTwoSteps() throws -> Bool {
    // For whoever finds neither of them there.
    if try lock.status.size == 0 {
      try lock.write(Array(destination.name.utf8))
      try lock.synchronize()
      try OpenFile(folder: destination.folder).synchronize()
    }
    if rename(destination.path, temporary.oldPath) == 0 {
      do { try check(temporary.oldPath) } catch {
        rename(temporary.oldPath, destination.path)
        throw error
      }
    } else if errno != ENOENT {
      throw FileError.last
    }
    if rename(temporary.path, destination.path) == 0 { return true }
    let error = FileError.last
    if isTaken(error.code) {
      Folder.remove(temporary.oldPath)
      return false
    }
    rename(temporary.oldPath, destination.path)
    throw error
  }

  /// Whether there is something in a folder that was to be replaced by moving.
  private func isTaken(_ code: Int32) -> Bool { [ENOTEMPTY, EEXIST].contains(code) }

  private static func check(_ destination: Destination, _ check: (String) throws -> Void) throws {
    guard let status = destination.status else { return }
    guard status.isFolder else { throw FileError(code: ENOTDIR) }
    try check(destination.path)
  }

  /// Gives the folder and its files the modes and owners of those that they replace; new files get those of the others.
  private func adopt(_ old: FileStatus) throws {
    let example = try Folder.names(in: destination.path).min().flatMap { name throws -> FileStatus? in
      try FileStatus(TemporaryName.join(destination.path, name))
    }
    for name in Folder.names(in: temporary.path) {
      guard let status = try FileStatus(TemporaryName.join(destination.path, name)) ?? example else {
        continue
      }
      try OpenFile(reading: TemporaryName.join(temporary.path, name)).adopt(status)
    }
    try OpenFile(folder: temporary.path).adopt(old)
  }

  // MARK: Reading

  /// Whether a folder that is not there is just being replaced. One whose writer ended meanwhile is moved to its
  /// destination.
  package static func isBeingReplaced(_ path: String) throws -> Bool {
    let destination = try Destination(path)
    guard Remnants.isReplacing(destination.name, in: destination.folder) else { return false }
    Remnants.clear(in: destination.folder)
    return true
  }
}
