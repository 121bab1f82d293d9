import Foundation
import Testing

@testable import PJRT

/// Variables of the environment that hold what nobody would expect: each is used as it is, or an error says what is wrong.
@Suite struct SettingsTests {
  @Test func whatIsRight() throws {
    let settings = Settings(["A": "12", "B": "", "C": "a b/ü", "D": "3,1,0", "E": "-5"])
    #expect(try settings.integer("A", in: 1...12) == 12 && settings.text("A") == "12")
    #expect(try settings.integer("E", in: -5...5) == -5)
    for name in ["B", "not there"] {
      #expect(try settings.text(name) == nil && settings.path(name) == nil && settings.bytes(name) == nil)
      #expect(try settings.integer(name, in: 1...2) == nil && settings.integers(name, in: 0...9) == nil)
    }
    #expect(try settings.path("C") == "a b/ü" && settings.bytes("C") == Array("a b/ü".utf8))
    #expect(try settings.integers("D", in: 0...3) == [3, 1, 0])
  }

  @Test(arguments: [
    "many", "99999999999999999999", "6", "0", "-1", " 3", "3 ", "3\n", "0x3", "3.0", "1e1", "٣", "+", "-",
    "\0",
  ])
  func numbersThatAreNone(value: String) throws {
    let settings = Settings(["N": value, "LIST": "1,\(value)"])
    let error = #expect(throws: SettingError.self) { try settings.integer("N", in: 1...5) }
    #expect(error?.variable == "N" && error?.value == value)
    let isLine = !value.contains("\n") && value != "\0"
    #expect(
      error?.expected
        == (isLine ? "a whole number from 1 to 5" : "one line without control characters"))
    #expect(error?.description.contains { $0.isNewline } == false)
    #expect(throws: SettingError.self) { try settings.integers("LIST", in: 1...5) }
  }

  @Test(arguments: [",", "1,", ",1", "1,,2", "1;2", "1 2"])
  func listsThatAreNone(value: String) throws {
    let error = #expect(throws: SettingError.self) {
      try Settings(["L": value]).integers("L", in: 0...Int.max)
    }
    #expect(
      error?.description == "L is '\(value)'; expected: with commas between, each a whole number from 0")
  }

  /// A path with other characters in the place of those that are no UTF-8 would be another path.
  @Test func bytesThatAreNoText() throws {
    let bytes: [UInt8] = [0x2F, 0x74, 0xFF, 0x80, 0x2F]
    let settings = Settings { $0 == "P" ? bytes : nil }
    let error = #expect(throws: SettingError.self) { try settings.path("P") }
    #expect(error?.description == "P is '/t\u{FFFD}\u{FFFD}/'; expected: text in UTF-8")
    #expect(settings.bytes("P") == bytes, "it is for others as it is")
    #expect(throws: SettingError.self) { try settings.integer("P", in: 0...1) }
  }

  @Test func textOfSeveralLinesAndEscapes() throws {
    for value in ["/a\n", "/a\r\n", "/a\u{1B}[2J", "a\tb", "/a\u{7F}", "\u{85}"] {
      let error = #expect(throws: SettingError.self) { try Settings(["P": value]).path("P") }
      #expect(error?.expected == "one line without control characters")
      #expect(
        error?.description.unicodeScalars.contains { $0.properties.generalCategory == .control } == false)
    }
  }

  @Test func hugeValues() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let settings = Settings(["T": text, "P": "/" + text.prefix(5000), "Q": "/" + text.prefix(4000)])
    let error = #expect(throws: SettingError.self) { try settings.text("T") }
    #expect(error?.expected == "at most 65536 bytes, not 1048576")
    #expect((error?.description.utf8.count).map { $0 < 400 } == true, "it can be read")
    #expect(throws: SettingError.self) { try settings.path("P") }
    #expect(try settings.path("Q")?.count == 4001)
  }

  @Test func whereTheCacheIs() throws {
    let all = ["BLOX_CACHE": "/b", "XDG_CACHE_HOME": "/x", "HOME": "/h"]
    func folder(without names: String...) throws -> String? {
      try Settings(all.filter { !names.contains($0.key) }).cacheFolder()
    }
    #expect(try folder() == "/b")
    #expect(try folder(without: "BLOX_CACHE") == "/x/blox-swift")
    #expect(try folder(without: "BLOX_CACHE", "XDG_CACHE_HOME") == "/h/.cache/blox-swift")
    #expect(try folder(without: "BLOX_CACHE", "XDG_CACHE_HOME", "HOME") == nil)
  }

  /// The search for a plugin tells of such values, and of places that are no files.
  @Test func whereThePluginIs() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("file.so")
    func problem(_ variables: [String: String]) -> String? {
      do {
        _ = try Plugin.discover(environment: variables)
        return nil
      } catch { return error.message }
    }
    for variable in [
      "BLOX_PJRT_PLUGIN", "BLOX_CACHE", "XDG_CACHE_HOME", "HOME", "PJRT_NAMES_AND_LIBRARY_PATHS",
    ] {
      #expect(problem([variable: "/a\nb"])?.hasPrefix("\(variable) is '/a\\nb'; expected: one line") == true)
    }
    for list in [",", "cuda", "cuda:", ":\(file)", ",x:\(file)"] {
      #expect(
        problem(["PJRT_NAMES_AND_LIBRARY_PATHS": list])?
          .hasPrefix("PJRT_NAMES_AND_LIBRARY_PATHS is '\(list)'; expected: name:path") == true)
    }
    for path in [folder.path, "\(file)/plugin.so", "\(folder.path)/none", "/dev/null", "."] {
      #expect(problem(["BLOX_PJRT_PLUGIN": path])?.contains("names \(path), where there is no file") == true)
      // A cache that is a file, or is not there, holds no plugin.
      #expect(problem(["BLOX_CACHE": path, "HOME": folder.path]) != "")
    }
    #expect(problem(["BLOX_PJRT_PLUGIN": file]) == nil)
    #expect(problem([:])?.contains("HOME is not set") != false)
  }
}
