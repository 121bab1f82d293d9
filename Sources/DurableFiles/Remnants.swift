import Foundation

/// What processes that ended left in a folder while they were writing.
enum Remnants {
  /// Removes what has no writer any more, and finishes what only had to be put in its place.
  ///
  /// What cannot be removed stays: that is no reason not to write.
  static func clear(in folder: String) {
    for name in Folder.names(in: folder) where name.hasPrefix(TemporaryName.mark) {
      if name.hasSuffix(TemporaryName.lockMark) {
        let base = String(name.dropLast(TemporaryName.lockMark.count))
        clearFolder(TemporaryName(folder: folder, name: base))
      } else {
        clear(TemporaryName(folder: folder, name: name))
      }
    }
  }

  /// Whether a folder that stood at `name` is just being replaced, or was when its writer ended.
  static func isReplacing(_ name: String, in folder: String) -> Bool {
    Folder.names(in: folder).contains { entry in
      entry.hasPrefix(TemporaryName.mark) && entry.hasSuffix(TemporaryName.lockMark)
        && target(of: TemporaryName.join(folder, entry)) == name
    }
  }

  private static func clear(_ name: TemporaryName) {
    guard let status = try? FileStatus(name.path, followsLink: false) else { return }
    if status.isFile {
      _ = abandoned(name.path).map { _ in unlink(name.path) }
    } else if status.isFolder {
      // While its writer lives, a folder has a lock.
      let base =
        name.name.hasSuffix(TemporaryName.oldMark)
        ? String(name.name.dropLast(TemporaryName.oldMark.count)) : name.name
      let lock = try? FileStatus(TemporaryName(folder: name.folder, name: base).lockPath, followsLink: false)
      if lock == nil { Folder.remove(name.path) }
    }
  }

  private static func clearFolder(_ name: TemporaryName) {
    guard let lock = abandoned(name.lockPath) else { return }
    withExtendedLifetime(lock) {
      if let target = target(of: name.lockPath) {
        // Its writer ended after it had moved the old folder away. Fails, as it should, if there is another one.
        rename(name.path, TemporaryName.join(name.folder, target))
      }
      Folder.remove(name.path)
      Folder.remove(name.oldPath)
      unlink(name.lockPath)
    }
  }

  /// The file, locked, if nobody else holds its lock.
  private static func abandoned(_ path: String) -> OpenFile? {
    guard let file = try? OpenFile(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK), (try? file.lock()) == true else {
      return nil
    }
    return file
  }

  /// What a folder is to replace, once it is whole and the old one is in the way.
  private static func target(of lockPath: String) -> String? {
    guard let file = try? OpenFile(reading: lockPath, followsLink: false), let size = try? file.status.size,
      (1...Int(NAME_MAX)).contains(size), let bytes = try? file.bytes(at: 0, count: size),
      let name = String(validating: bytes, as: UTF8.self), !name.contains("/")
    else { return nil }
    return name
  }
}
