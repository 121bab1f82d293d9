import Foundation
import PJRT
import Synchronization
import Tensors
import Testing

@testable import TensorCore

/// What the library does with variables of the environment that hold what nobody would expect.
@Suite struct SettingTests {
  private static let noText = Settings { _ in [0x2F, 0xFF] }

  // MARK: The cache of compiled programs

  /// What the cache says of its settings when it is made, and when a program is kept.
  private func said(_ settings: Settings) throws -> [String] {
    let said = Mutex<[String]>([])
    let cache = CompilationCache(settings: settings) { text in said.withLock { $0.append(text) } }
    for _ in 0..<2 { cache.folder?.store([1, 2, 3], for: [4]) }
    return said.withLock { $0 }
  }

  @Test func aCacheThatCannotBeUsedSaysSoOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "blox-setting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "file").path
    try Data("mine".utf8).write(to: URL(filePath: file))
    let wrong: [(variables: [String: String], words: String)] = [
      (["BLOX_COMPILATION_CACHE": file], "it is no folder"),
      (["BLOX_COMPILATION_CACHE": "\(file)/below"], "Not a directory"),
      (["BLOX_CACHE": file], "Not a directory"),
      (["BLOX_COMPILATION_CACHE": "\(folder.path)/a\n"], "expected: one line"),
      (
        ["BLOX_COMPILATION_CACHE": "/" + String(repeating: "x", count: 5000)],
        "a path of less than 4096 bytes"
      ),
      (["BLOX_COMPILATION_CACHE": "/" + String(repeating: "x", count: 300)], "File name too long"),
      (["HOME": "\u{1B}[2J"], "HOME is '\\u{1B}[2J'"),
    ]
    for (variables, words) in wrong {
      let texts = try said(Settings(variables))
      #expect(texts.count == 1 && texts.first?.contains(words) == true, "\(variables): \(texts)")
      #expect(texts.first?.hasPrefix("blox: the cache of compiled programs") == true)
    }
    #expect(try said(SettingTests.noText).first?.contains("expected: text in UTF-8") == true)
    #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
    // Nothing is said where nothing is wrong, or nothing was asked for.
    for variables in [
      ["BLOX_COMPILATION_CACHE": "OFF", "BLOX_CACHE": file], ["HOME": "/proc/none"], [:],
      ["BLOX_CACHE": folder.path],
    ] {
      #expect(try said(Settings(variables)) == [], "\(variables)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["compiled", "file"])
  }
}
