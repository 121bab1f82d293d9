import Foundation
import Synchronization

/// A pipe with a name, by which processes say something to whoever started their launcher, which may end before them.
final class ProcessLog: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "processes-\(UUID().uuidString)").path
  /// Held until the launcher is through, so that the pipe has no end before the first process opens it.
  private let writing: Int32
  private let text = Mutex(Data())
  private let isOver = DispatchSemaphore(value: 0)

  init() {
    mkfifo(path, 0o600)
    // Without waiting for a writer, which is us.
    let reading = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    writing = open(path, O_WRONLY | O_CLOEXEC)
    _ = fcntl(reading, F_SETFL, 0)
    Thread.detachNewThread {
      let file = FileHandle(fileDescriptor: reading, closeOnDealloc: true)
      let data = file.readDataToEndOfFile()
      self.text.withLock { $0 = data }
      self.isOver.signal()
    }
  }

  /// What the processes said, once all have ended.
  func finished() -> String {
    close(writing)
    _ = isOver.wait(timeout: .now() + .seconds(Int(Run.lastResort.components.seconds)))
    try? FileManager.default.removeItem(atPath: path)
    return String(decoding: text.withLock { $0 }, as: UTF8.self)
  }
}
