import DurableFiles
import Foundation
import Synchronization

/// The folder that compiled programs are kept in, one file each.
///
/// Machine code that is read from a file is run, so the file has to be what was written: a checksum over all of it is
/// compared, and neither the folder nor the file may be one that other users can write to. A folder that they can write
/// to is not used, which is said once.
///
/// Processes that write at the same time replace each other's files as a whole. Files are not forced to the disk: one
/// that the system lost has the wrong checksum, and is made again.
package final class ProgramFolder: Sendable {
  private struct State {
    /// Nil until the folder was looked at.
    var isUsable: Bool?
    /// The bytes in the folder when it was last looked through, with what was written since; nil before.
    var size: Int?
    var sizeAdded = 0
  }

  private let path: String
  private let capacity: Int
  private let isExpected: Bool
  private let report: @Sendable (String) -> Void
  private let state = Mutex(State())

  private static let magic = Array("blox2\n\0\0".utf8)
  private static let mark = ".executable"

  /// - Parameters:
  ///   - path: where it is, or will be made when something is stored.
  ///   - capacity: the most bytes that it keeps; the files that were not used for longest go first.
  ///   - isExpected: whether it is said that it cannot be made or looked at, too.
  ///   - report: says why it is not used.
  init(
    _ path: String, capacity: Int = 1 << 30, isExpected: Bool = false,
    report: @escaping @Sendable (String) -> Void = ProgramFolder.reportToStandardError
  ) {
    self.path = path
    self.capacity = capacity
    self.isExpected = isExpected
    self.report = report
  }

  @Sendable static func reportToStandardError(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }

  // MARK: Programs

  /// The program that was stored for a key, if it is there as it was.
  package func program(for key: [UInt8]) -> [UInt8]? {
    guard isUsable(isNeeded: false), let file = try? OpenFile(reading: filePath(key), followsLink: false)
    else {
      return nil
    }
    return try? program(in: file, key)
  }

  /// Keeps a program for a key, if that can be done.
  package func store(_ program: [UInt8], for key: [UInt8]) {
    let header = ProgramFolder.header(key, program)
    let size = header.count + key.count + program.count
    guard size <= capacity, isUsable(isNeeded: true) else { return }
    makeRoom(for: size)
    try? AtomicFile.write(to: filePath(key), isDurable: false, isClearing: false) { file in
      for piece in [header, key, program] { try file.write(piece) }
    }
  }

  /// A name from the key. Two keys of one name only replace each other's file.
  private func filePath(_ key: [UInt8]) -> String {
    let digits = String(Checksum(key).value, radix: 16)
    return path + "/" + String(repeating: "0", count: 16 - digits.count) + digits + ProgramFolder.mark
  }

  // MARK: Files

  /// What a file begins with: the format, both sizes, and the sum over all of the file but itself.
  private static func header(_ key: [UInt8], _ program: [UInt8]) -> [UInt8] {
    let start = magic + bytes(UInt64(key.count)) + bytes(UInt64(program.count))
    return start + bytes(Checksum(start, key, program).value)
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private func program(in file: OpenFile, _ key: [UInt8]) throws(FileError) -> [UInt8]? {
    let status = try file.status
    let start = ProgramFolder.magic.count + 3 * 8 + key.count
    // None that is larger was written.
    guard !status.isOpenToOthers, (start...Swift.max(start, capacity)).contains(status.size) else {
      return nil
    }
    let front = try file.bytes(at: 0, count: start)
    guard front.starts(with: ProgramFolder.magic), front.suffix(key.count) == key[...] else { return nil }
    let program = try file.bytes(at: start, count: status.size - start)
    guard front.starts(with: ProgramFolder.header(key, program)) else { return nil }
    // What is used stays longest.
    file.touch()
    return program
  }

  // MARK: The folder

  /// Whether the folder can be used; it is made if it is needed and not there.
  private func isUsable(isNeeded: Bool) -> Bool {
    state.withLock { state in
      if let isUsable = state.isUsable { return isUsable }
      do throws(FileError) {
        if isNeeded { try Folder.make(path, mode: 0o700) }
        guard let status = try FileStatus(path) else { return false }
        if let problem = ProgramFolder.problem(status) { throw FileError(problem) }
        state.isUsable = true
      } catch {
        state.isUsable = false
        // That it cannot be made costs time only.
        if error.code == 0 || isExpected {
          report(
            "blox: the cache of compiled programs in \(path) is not used: \(error). Expected: a folder of your own that "
              + "nobody else can write to (chmod 700), or another one in BLOX_COMPILATION_CACHE, or off there."
          )
        }
      }
      return state.isUsable == true
    }
  }

  private static func problem(_ status: FileStatus) -> String? {
    if !status.isFolder { return "it is no folder" }
    if !status.isOpenToOthers { return nil }
    let mode = String(status.mode, radix: 8)
    return
      "other users can write to it (it has the mode \(mode) and is the user's with the number \(status.owner))"
  }

  /// Removes files until there is room for `size` bytes.
  private func makeRoom(for size: Int) {
    state.withLock { state in
      state.sizeAdded += size
      // Other processes write, too, so one looks again before the folder can have become full.
      if let known = state.size, known + size <= capacity, state.sizeAdded <= capacity / 16 {
        state.size = known + size
        return
      }
      state.size = removeFiles(for: size) + size
      state.sizeAdded = size
    }
  }

  /// Removes the files that were not used for longest if there is no room for `size` bytes, and some more, so that there
  /// is room for a while; gives how many bytes are left.
  private func removeFiles(for size: Int) -> Int {
    AtomicFile.clearRemnants(in: path)
    var files: [(path: String, size: Int, used: Double)] = []
    for name in Folder.names(in: path) {
      let file = path + "/" + name
      guard let status = try? FileStatus(file, followsLink: false), status.isFile else { continue }
      if name.hasSuffix(ProgramFolder.mark) {
        files.append((file, status.size, status.modified))
      } else if ProgramFolder.isOfFormerVersion(name, file) {
        unlink(file)
      }
    }
    var total = files.reduce(0) { $0 + $1.size }
    if total + size <= capacity { return total }
    let limit = Swift.min(capacity - size, capacity - capacity / 8)
    for file in files.sorted(by: { $0.used < $1.used }) where total > limit {
      unlink(file.path)
      total -= file.size
    }
    return total
  }

  /// Whether a file is one of the first version of this library, which nobody reads any more. The folder may hold others.
  private static func isOfFormerVersion(_ name: String, _ path: String) -> Bool {
    guard name.count <= 16, name.allSatisfy(\.isHexDigit),
      let file = try? OpenFile(reading: path, followsLink: false)
    else { return false }
    return (try? file.bytes(at: 0, count: 6)) == Array("blox1\n".utf8)
  }
}
