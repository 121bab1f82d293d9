import Foundation

/// A name in a folder for something that is being written, `.blox-incomplete-…`, and the lock that says that its writer
/// lives.
///
/// The lock (`flock`) is on the file itself. For a folder it is on a file beside it, `….lock`, that is there before the
/// folder and after it, and says in its text what the folder is to replace. What has no lock, or one that nobody holds,
/// is what an ended process left, and is cleared by whoever writes into the folder next.
struct TemporaryName {
  static let mark = ".blox-incomplete-"
  static let lockMark = ".lock"
  /// What was moved away before something else takes its place, on file systems that cannot exchange.
  static let oldMark = ".old"

  let folder: String
  let name: String
  var path: String { TemporaryName.join(folder, name) }
  var lockPath: String { path + TemporaryName.lockMark }
  var oldPath: String { path + TemporaryName.oldMark }

  init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  /// A name that nothing else has, not as long as a name in its place might be.
  init(in folder: String) {
    var generator = SystemRandomNumberGenerator()
    let number = (0..<2).map { _ in String(generator.next(), radix: 36) }.joined()
    self.init(folder: folder, name: TemporaryName.mark + number)
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Makes a file and takes its lock. A file system without locks gives a file that nobody clears.
  static func makeFile(in folder: String, mode: mode_t, suffix: String = "") throws(FileError) -> (
    TemporaryName, OpenFile
  ) {
    for _ in 0..<100 {
      let name = TemporaryName(in: folder)
      let file = try OpenFile(name.path + suffix, O_RDWR | O_CREAT | O_EXCL, mode: mode)
      let isOurs = (try? file.lock()) ?? true
      // Between the two steps somebody may have taken the file for an abandoned one.
      if isOurs, try !file.status.isUnlinked { return (name, file) }
      unlink(name.path + suffix)
    }
    throw FileError("others keep taking the locks of new files in \(folder)")
  }
}
