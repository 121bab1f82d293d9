import Blox
import Foundation

/// Times blocks of work and prints the measures of one workload.
struct Meter {
  let workload: String
  let seconds: Double
  /// The wall clock when the program began, in seconds since 1970.
  static let started = Date().timeIntervalSince1970

  /// Prints one measure as a JSON line.
  func print(_ measure: String, _ value: Double, _ unit: String) {
    Swift.print(
      "{\"workload\": \"\(workload)\", \"measure\": \"\(measure)\", \"value\": \(value), \"unit\": \"\(unit)\"}"
    )
  }

  /// The median time in seconds of `block`, run until the time is over and at least five times.
  func median(seconds: Double? = nil, _ block: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds ?? self.seconds))
    var times: [Double] = []
    while times.count < 5 || clock.now < end {
      let start = clock.now
      try block()
      times.append((clock.now - start).seconds)
    }
    times.sort()
    let middle = times.count / 2
    return times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
  }

  /// Prints the most memory that the process ever held, in units of 2^20 bytes.
  func printPeakMemory() { printMemory("peak_rss", "VmHWM:") }

  /// Prints the memory that the process holds.
  func printMemory() { printMemory("rss", "VmRSS:") }

  private func printMemory(_ measure: String, _ field: String) {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return }
    for line in status.split(separator: "\n") where line.hasPrefix(field) {
      let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      if fields.count > 1, let kilobytes = Double(fields[1]) { print(measure, kilobytes / 1024, "MB") }
    }
  }

  /// How many pages of memory the system has given the process without reading a file.
  static var pageFaults: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return usage.ru_minflt
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// The same numbers in [-0.5, 0.5] in every language: multiplicative hashes of 0, 1, 2, ….
func numbers(_ shape: Shape) -> Tensor {
  let values = (0..<shape.size).map { index in
    Float(Double(UInt32(truncatingIfNeeded: index &* 2_654_435_761)) / 4_294_967_296 - 0.5)
  }
  return Tensor(values, shape: shape)
}
