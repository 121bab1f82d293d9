import Foundation

/// How far a long work is, on standard error: a bar that moves in a terminal, a line now and then in a pipe.
///
///     var progress = ProgressBar(total: stepCount, unit: "steps")
///     for step in 0..<stepCount { …; progress.advance(note: "loss 0.25") }
///     progress.finish()
///
/// The rate is that of the last seconds, so that the first step's compilation does not count for long.
public struct ProgressBar {
  private let total: Int?
  private let unit: String
  private let isTerminal: Bool
  private let interval: Double
  private let now: () -> Double
  private let write: (String) -> Void
  private let start: Double
  private var done = 0
  private var note = ""
  private var lastShown = -Double.infinity
  /// When how many were done, over the last seconds.
  private var recent: [(time: Double, done: Int)]

  /// A bar that begins now.
  ///
  /// - Parameters:
  ///   - total: how much there is to do, if that is known.
  ///   - unit: what is counted.
  public init(total: Int? = nil, unit: String = "steps") {
    let isTerminal = isatty(2) == 1
    self.init(total: total, unit: unit, isTerminal: isTerminal, now: { ProcessInfo.processInfo.systemUptime })
    { text in
      FileHandle.standardError.write(Data(text.utf8))
    }
  }

  init(
    total: Int?, unit: String, isTerminal: Bool, now: @escaping () -> Double,
    write: @escaping (String) -> Void
  ) {
    self.total = total.map { Swift.max($0, 0) }
    self.unit = unit
    self.isTerminal = isTerminal
    self.now = now
    self.write = write
    interval = isTerminal ? 0.1 : 10
    start = now()
    recent = [(start, 0)]
  }

  /// Counts what was done, and shows it if it is time to.
  ///
  /// - Parameters:
  ///   - count: how much was done since.
  ///   - note: what stands at the end, such as the loss; as before if left out.
  public mutating func advance(_ count: Int = 1, note: String? = nil) {
    done += count
    if let note { self.note = note }
    let time = now()
    // One entry for each tenth of a second of the last five.
    if recent.count > 1, time - recent[recent.count - 2].time < 0.1 { recent.removeLast() }
    recent.append((time, done))
    while recent.count > 2, time - recent[1].time > 5 { recent.removeFirst() }
    if time - lastShown >= interval { show(time) }
  }

  /// Shows the end, and goes to the next line.
  public mutating func finish() {
    show(now())
    if isTerminal { write("\n") }
  }

  /// How many are done in a second, over the last seconds.
  public var rate: Double {
    guard let first = recent.first, let last = recent.last, last.time > first.time else { return 0 }
    return Double(last.done - first.done) / (last.time - first.time)
  }

  private mutating func show(_ time: Double) {
    lastShown = time
    let line = text(time)
    write(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
  }

  private func text(_ time: Double) -> String {
    var parts: [String] = []
    if let total {
      let share = total == 0 ? 1 : Swift.min(Double(done) / Double(total), 1)
      let filled = Int((share * 20).rounded(.down))
      if isTerminal {
        parts.append(String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled))
      }
      parts.append("\(Int(share * 100)) %")
      parts.append("\(done)/\(total) \(unit)")
    } else {
      parts.append("\(done) \(unit)")
    }
    parts.append(String(format: "%.1f/s", rate))
    let elapsed = ProgressBar.duration(time - start)
    if let total, rate > 0, done < total {
      parts.append("\(elapsed), \(ProgressBar.duration(Double(total - done) / rate)) left")
    } else {
      parts.append(elapsed)
    }
    if !note.isEmpty { parts.append(note) }
    return parts.joined(separator: "  ")
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(Swift.min(seconds.rounded(), 1e9))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0
      ? String(format: "%d:%02d:%02d", hours, minutes, rest) : String(format: "%d:%02d", minutes, rest)
  }
}
