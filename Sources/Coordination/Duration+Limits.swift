extension Duration {
  /// Whole milliseconds, at least 0, and at most what the system's calls take: `.seconds(.max)` means for ever.
  var milliseconds: Int32 {
    let milliseconds = self / .milliseconds(1)
    return Int32(min(max(milliseconds, 0), Double(Int32.max)))
  }

  /// As nanoseconds from now, at least 0 and at most some thirty years.
  var nanoseconds: Int { Int(min(max(self / .nanoseconds(1), 0), 1e18)) }
}
