package import Foundation

/// What the system says of a file: its kind, size, owner and mode.
package struct FileStatus: Sendable {
  private let status: stat

  init(_ status: stat) { self.status = status }

  /// Asks the system about what is at a path, or nil if there is nothing.
  package init?(_ path: String, followsLink: Bool = true) throws(FileError) {
    var status = stat()
    guard (followsLink ? stat(path, &status) : lstat(path, &status)) == 0 else {
      if errno == ENOENT { return nil }
      throw FileError.last
    }
    self.status = status
  }

  private var kind: mode_t { status.st_mode & S_IFMT }
  package var isFile: Bool { kind == S_IFREG }
  package var isFolder: Bool { kind == S_IFDIR }
  package var isLink: Bool { kind == S_IFLNK }
  package var size: Int { Int(status.st_size) }
  /// Who may do what with it, with the bits that make it run as its owner.
  package var mode: mode_t { status.st_mode & 0o7777 }
  package var owner: uid_t { status.st_uid }
  var group: gid_t { status.st_gid }
  /// Whether it has lost its name.
  var isUnlinked: Bool { status.st_nlink == 0 }

  /// When it was written last, in seconds.
  package var modified: Double {
    #if canImport(Darwin)
      Double(status.st_mtimespec.tv_sec) + Double(status.st_mtimespec.tv_nsec) * 1e-9
    #else
      Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) * 1e-9
    #endif
  }

  /// Whether this is the same file, whatever it holds.
  package func isSame(as other: FileStatus) -> Bool {
    (status.st_dev, status.st_ino) == (other.status.st_dev, other.status.st_ino)
  }

  /// Whether users other than this process's and the administrator could change it.
  package var isOpenToOthers: Bool {
    mode & 0o022 != 0 || (owner != geteuid() && owner != 0)
  }
}
