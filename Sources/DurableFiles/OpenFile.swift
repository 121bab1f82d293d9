package import Foundation

/// An open file or folder, which is closed when nobody holds it any more.
package final class OpenFile: Sendable {
  private let descriptor: Int32

  /// Opens a regular file for reading. Nothing else: reading a pipe or a device may never end.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - followsLink: whether the file's name may be that of a symbolic link.
  package convenience init(reading path: String, followsLink: Bool = true) throws(FileError) {
    // Opening a pipe waits for its other end unless told not to.
    try self.init(path, O_RDONLY | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW))
    let status = try status
    if status.isFolder { throw FileError(code: EISDIR) }
    guard status.isFile else { throw FileError("it is no regular file") }
  }

  /// Opens a folder.
  package convenience init(folder path: String) throws(FileError) {
    try self.init(path, O_RDONLY | O_DIRECTORY)
  }

  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError) {
    descriptor = try retrying { open(path, flags | O_CLOEXEC, mode) }
  }

  deinit { close(descriptor) }

  /// What the system says of it now.
  package var status: FileStatus {
    get throws(FileError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw FileError.last }
      return FileStatus(status)
    }
  }

  // MARK: Reading and writing

  /// Fills `bytes` with what stands at an offset of the file.
  ///
  /// - Throws: an error, too, if the file ends before.
  package func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = try retrying { pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done)) }
      guard count > 0 else {
        throw FileError("it ends after \(offset + done) bytes, and became shorter while it was read")
      }
      done += count
    }
  }

  /// The bytes of the file from an offset on.
  package func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(FileError) {
        try read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]),
          at: offset)
        initialized = count
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Maps the first `count` bytes of the file, of which there have to be some, into memory; `munmap` lets them go.
  package func mapping(_ count: Int) throws(FileError) -> UnsafeMutableRawPointer {
    let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let memory, memory != MAP_FAILED else { throw FileError.last }
    return memory
  }

  /// Writes all of `bytes` where the last writing ended.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = try retrying { Foundation.write(descriptor, piece.baseAddress, piece.count) }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes all of `bytes` where the last writing ended.
  package func write(_ bytes: some ContiguousBytes) throws(FileError) {
    let outcome: Result<Void, FileError> = bytes.withUnsafeBytes { raw in
      Result { () throws(FileError) in try write(raw) }
    }
    try outcome.get()
  }

  /// Says that the file was written now, if it is ours.
  package func touch() { futimens(descriptor, nil) }

  // MARK: What a writer needs

  /// Waits until the disk has what was written. Of a folder: its names.
  func synchronize() throws(FileError) {
    do throws(FileError) { _ = try retrying { fsync(descriptor) } } catch {
      // Some file systems cannot do that with a folder, and need not.
      guard [EINVAL, ENOTSUP].contains(error.code) else { throw error }
    }
  }

  /// Takes the lock that goes with this open file: false if somebody else has it.
  ///
  /// - Throws: `FileError` on file systems that have no such locks.
  func lock() throws(FileError) -> Bool {
    do throws(FileError) { _ = try retrying { flock(descriptor, LOCK_EX | LOCK_NB) } } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
    return true
  }

  /// Gives it the owner (as far as the system allows) and the mode of another file.
  func adopt(_ other: FileStatus) throws(FileError) {
    let own = try status
    var mode = other.mode
    if (own.owner, own.group) != (other.owner, other.group), fchown(descriptor, other.owner, other.group) != 0
    {
      // A file that runs as its owner must not run as another one.
      mode &= 0o777
    }
    guard fchmod(descriptor, mode) == 0 else { throw FileError.last }
  }
}

/// Does a call of the system, again if a signal interrupted it; a negative result is the last error.
func retrying<Number: SignedInteger>(_ call: () -> Number) throws(FileError) -> Number {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw FileError.last }
  }
}
