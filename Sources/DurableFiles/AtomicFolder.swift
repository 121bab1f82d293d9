public import CFiles
public import Foundation

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

  private let place: Place
  private let temporary: TemporaryName
  private let lock: OpenFile
  private let check: (String) throws -> Void

  /// Makes the folder to be filled, with those that it is in.
  ///
  /// - Parameters:
  ///   - path: what it is to replace. A symbolic link is followed.
  ///   - check: throws if what is at a path may not be replaced.
  package init(replacing path: String, check: @escaping (String) throws -> Void) throws {
    place = try Place(path)
    self.check = check
    try Folder.make(place.folder)
    Remnants.clear(in: place.folder)
    try AtomicFolder.check(place, check)
    // Nobody may read what a folder that is closed to them is to hold.
    (temporary, lock) = try TemporaryName.makeFile(
      in: place.folder, mode: 0o600, suffix: TemporaryName.lockMark)
    let mode: mode_t = place.status == nil ? 0o777 : 0o700
    guard mkdir(temporary.path, mode) == 0 else {
      let error = FileError.last
      unlink(temporary.lockPath)
      throw error
    }
  }

  /// Where another process that has called it `name` and is to replace `path` with it has its files written.
  package static func path(of name: String, replacing path: String) throws -> String {
    TemporaryName.join(try Place(path).folder, name)
  }

  /// Puts it in its place.
  package func commit() throws {
    do {
      let now = try Place(place.path)
      try AtomicFolder.check(now, check)
      if let old = now.status { try adopt(old) }
      let folder = try OpenFile(folder: temporary.path)
      try folder.synchronize()
      try replace()
      try OpenFile(folder: place.folder).synchronize()
    } catch {
      discard()
      throw error
    }
    // What stood there has its name now.
    discard()
  }

  /// Removes it, instead of putting it in its place.
  package func discard() {
    Folder.remove(temporary.path)
    Folder.remove(temporary.oldPath)
    unlink(temporary.lockPath)
  }

  // MARK: Replacing

  private func replace() throws {
    for _ in 0..<100 {
      // Succeeds if there is nothing, or an empty folder.
      if rename(temporary.path, place.path) == 0 { return }
      guard isTaken(errno) else { throw FileError.last }
      if AtomicFolder.isExchanging {
        let outcome = blox_exchange(temporary.path, place.path)
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
      _ = blox_exchange(temporary.path, place.path)
      throw error
    }
  }

  /// Moves the old folder away, and then the new one to its place; false if another one came in between.
  private func replaceInTwoSteps() throws -> Bool {
    // For whoever finds neither in its place.
    if try lock.status.size == 0 {
      try lock.write(Array(place.name.utf8))
      try lock.synchronize()
      try OpenFile(folder: place.folder).synchronize()
    }
    if rename(place.path, temporary.oldPath) == 0 {
      do { try check(temporary.oldPath) } catch {
        rename(temporary.oldPath, place.path)
        throw error
      }
    } else if errno != ENOENT {
      throw FileError.last
    }
    if rename(temporary.path, place.path) == 0 { return true }
    let error = FileError.last
    if isTaken(error.code) {
      Folder.remove(temporary.oldPath)
      return false
    }
    rename(temporary.oldPath, place.path)
    throw error
  }

  /// Whether there is something in a folder that was to be replaced by moving.
  private func isTaken(_ code: Int32) -> Bool { [ENOTEMPTY, EEXIST].contains(code) }

  private static func check(_ place: Place, _ check: (String) throws -> Void) throws {
    guard let status = place.status else { return }
    guard status.isFolder else { throw FileError(code: ENOTDIR) }
    try check(place.path)
  }

  /// Gives the folder and its files the modes and owners of those that they replace; new files get those of the others.
  private func adopt(_ old: FileStatus) throws {
    let example = try Folder.names(in: place.path).min().flatMap { name throws -> FileStatus? in
      try FileStatus(TemporaryName.join(place.path, name))
    }
    for name in Folder.names(in: temporary.path) {
      guard let status = try FileStatus(TemporaryName.join(place.path, name)) ?? example else { continue }
      try OpenFile(reading: TemporaryName.join(temporary.path, name)).adopt(status)
    }
    try OpenFile(folder: temporary.path).adopt(old)
  }

  // MARK: Reading

  /// Whether a folder that is not there is just being replaced. One whose writer ended meanwhile is put in its place.
  package static func isBeingReplaced(_ path: String) throws -> Bool {
    let place = try Place(path)
    guard Remnants.isReplacing(place.name, in: place.folder) else { return false }
    Remnants.clear(in: place.folder)
    return true
  }
}
