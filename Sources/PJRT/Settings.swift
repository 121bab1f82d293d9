/// The variables of the environment that change how the library works: `BLOX_…` and their like.
///
/// All are read here. One that is empty counts as not set; one that is no text, or cannot be what it should be, is an
/// error that says so, and is not repaired: a path with other characters would be another path.
package struct Settings: Sendable {
  private let variable: @Sendable (String) -> [UInt8]?

  /// Those of the process.
  package static let current = Settings { FileSystem.environmentVariable($0) }

  /// - Parameter variable: the bytes of the variable of a name, nil if it is not set.
  package init(_ variable: @escaping @Sendable (String) -> [UInt8]?) { self.variable = variable }

  package init(_ variables: [String: String]) { self.init { variables[$0].map { Array($0.utf8) } } }

  /// A variable as it is, for those that others read.
  package func bytes(_ name: String) -> [UInt8]? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }

  /// A variable as one line of text.
  package func text(_ name: String) throws(SettingError) -> String? {
    guard let bytes = bytes(name) else { return nil }
    let value = String(decoding: bytes, as: UTF8.self)
    guard bytes.count <= Settings.longestText else {
      throw SettingError(
        variable: name, value: value, expected: "at most \(Settings.longestText) bytes, not \(bytes.count)")
    }
    guard value.utf8.elementsEqual(bytes) else {
      throw SettingError(variable: name, value: value, expected: "text in UTF-8")
    }
    guard !value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw SettingError(variable: name, value: value, expected: "one line without control characters")
    }
    return value
  }

  /// A variable as the path of a file or folder, which need not be there.
  package func path(_ name: String) throws(SettingError) -> String? {
    guard let path = try text(name) else { return nil }
    guard path.utf8.count < Settings.longestPath else {
      throw SettingError(
        variable: name, value: path,
        expected: "a path of less than \(Settings.longestPath) bytes, not \(path.utf8.count)")
    }
    return path
  }

  /// A variable as a whole number in a range.
  package func integer(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
    guard let text = try text(name) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw SettingError(variable: name, value: text, expected: Settings.number(in: range))
    }
    return value
  }

  /// A variable as whole numbers in a range, with commas between.
  package func integers(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> [Int]? {
    guard let text = try text(name) else { return nil }
    return try text.split(separator: ",", omittingEmptySubsequences: false).map {
      entry throws(SettingError) in
      guard let value = Int(entry), range.contains(value) else {
        throw SettingError(
          variable: name, value: text, expected: "with commas between, each \(Settings.number(in: range))")
      }
      return value
    }
  }

  /// The folder of what can be made or fetched again: `BLOX_CACHE`, else `blox-swift` in `XDG_CACHE_HOME`, else in
  /// `~/.cache`; nil if there is no home.
  package func cacheFolder() throws(SettingError) -> String? {
    if let own = try path("BLOX_CACHE") { return own }
    if let caches = try path("XDG_CACHE_HOME") { return "\(caches)/blox-swift" }
    return try path("HOME").map { "\($0)/.cache/blox-swift" }
  }

  private static func number(in range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }

  /// Longer than any list of names that one writes, and short enough to be looked at again and again.
  private static let longestText = 1 << 16
  /// PATH_MAX: no system call takes a longer one.
  private static let longestPath = 4096
}
