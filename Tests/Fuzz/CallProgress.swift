import Foundation
import PJRT
import Blox

/// What a child has done, in a file that outlives it: eight-byte numbers at fixed places.
struct CallProgress {
  /// The environment variable that names the file.
  static let variable = "FUZZ_PROGRESS"

  private let file: Int32

  init() { file = open(ProcessInfo.processInfo.environment[CallProgress.variable] ?? "/dev/null", O_RDWR) }

  /// The numbers in the file: the call being made, and how many went well, failed, and failed in the compiler.
  struct Counts {
    var item = -1
    var well = 0
    var failed = 0
    var failedLate = 0
  }

  private final class State: Sendable {
    nonisolated(unsafe) var counts = Counts()
    // Used by the one thread that makes calls.
  }
  private let state = State()

  func begin(_ item: Int) {
    state.counts.item = item
    write()
  }

  func end(_ error: (any Error)?) {
    guard let error else {
      state.counts.well += 1
      return
    }
    state.counts.failed += 1
    if error is PJRTError || (error as? TensorError)?.cause is PJRTError {
      state.counts.failedLate += 1
      let name = Calls.all[state.counts.item % Calls.all.count].name
      let words = "\(error)".split(separator: "\n").first.map { String($0.prefix(160)) } ?? ""
      print("  the compiler finds what we should: \(name), call \(state.counts.item): \(words)")
    }
  }

  private func write() {
    withUnsafeBytes(of: &state.counts) { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  static func read(_ path: String) -> Counts {
    var counts = Counts()
    let file = open(path, O_RDONLY)
    defer { close(file) }
    withUnsafeMutableBytes(of: &counts) { _ = pread(file, $0.baseAddress, $0.count, 0) }
    return counts
  }
}
