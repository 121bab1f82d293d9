import Foundation

/// One kind of work, done over and over.
struct Soak {
  private let work: Work
  private let count: Int
  private let seed: Int

  init(_ work: Work, count: Int, seed: Int) {
    self.work = work
    self.count = count
    self.seed = seed
  }

  /// Does the work and writes a line of the table; whether the memory stayed.
  func run() throws -> Bool {
    let start = ContinuousClock.now
    let step = try work.make(seed)
    for number in 0..<count / 100 { try step(number) }
    let first = Soak.memory
    for number in count / 100..<count {
      if number % max(1, count / 10) == 0 { say(number, since: start) }
      try step(number)
    }
    let last = Soak.memory
    let isWell = last <= first + first / 20
    let grown = String(format: "%+.1f %%", 100 * (Double(last) / Double(first) - 1))
    let seconds = (ContinuousClock.now - start).components.seconds
    print(
      "| \(work.name) | \(count) | \(first >> 20) | \(last >> 20) | \(grown)\(isWell ? "" : " (too much)") | \(seconds) |"
    )
    return isWell
  }

  /// How far the work is; the table is for the other stream.
  private func say(_ number: Int, since start: ContinuousClock.Instant) {
    let seconds = (ContinuousClock.now - start).components.seconds
    let line = "\(work.name): \(number) of \(count), \(Soak.memory >> 20) MB, \(seconds) s\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// The memory that the process has in use, in bytes; without the pages of mapped files, such as the plugin's, which the
  /// system takes and gives as it likes.
  private static var memory: Int {
    #if os(Linux)
      let fields =
        (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
      let pages = fields.prefix(3).compactMap { Int($0) }
      return pages.count > 2 ? (pages[1] - pages[2]) * sysconf(Int32(_SC_PAGESIZE)) : 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
