import Foundation
import Synchronization

/// A file that is written at its end, record by record.
final class LogFile: Sendable {
  let url: URL
  private let descriptor: Int32
  private let lock = Mutex(())

  /// Opens a file, which is made if it is not there; what it holds stays.
  init(_ url: URL) throws {
    self.url = url
    descriptor = open(url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw LogFile.error(url) }
  }

  deinit { close(descriptor) }

  /// The file's size.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Writes bytes at the end. What an error of the disk left of them is cut off again.
  func write(_ bytes: [UInt8]) throws {
    try lock.withLock { _ in
      let start = size
      var done = 0
      while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          let error = LogFile.error(url)
          ftruncate(descriptor, off_t(start))
          throw error
        }
        done += count
      }
    }
  }

  private static func error(_ url: URL) -> LogError {
    LogError(
      url.path, problem: "it cannot be written to: \(String(cString: strerror(errno)))",
      expected: "a file in a folder that can be written to, and space on the disk")
  }
}
