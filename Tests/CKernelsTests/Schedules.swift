import Foundation

/// Ways in which the threads of a kernel may come.
enum Schedules {
  typealias Schedule =
    @convention(c) (
      UnsafeMutableRawPointer?, @convention(c) (UnsafeMutableRawPointer) -> Void, UnsafeMutableRawPointer
    ) -> Bool

  /// Each on a thread of its own, at once or late.
  static let run: Schedule = { _, task, data in
    nonisolated(unsafe) let data = data
    Thread.detachNewThread { task(data) }
    return true
  }

  /// Not at all.
  static let refuse: Schedule = { _, _, _ in false }

  static let all = [run, refuse]
}
