import Foundation
import Testing

/// The README's "In your own package", word by word: an empty folder, a clone, an empty cache, `swift run blox setup`.
@Suite struct OwnPackageTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The blocks of Swift of the section.
  private static func blocks() throws -> [String] {
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.range(of: "### In your own package"))
    return readme[section.upperBound...].components(separatedBy: "```swift\n").dropFirst().prefix(2).map {
      $0.components(separatedBy: "```")[0]
    }
  }

  private func succeeds(_ command: [String], _ environment: [String: String] = [:]) -> String {
    let run = Run("/usr/bin/env", command, environment: environment)
    #expect(run.status == 0, "\(command): \(run.output)")
    return run.output
  }

  @Test func aPackageOfOnesOwn() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "own-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (clone, package) = (folder.appending(path: "blox-swift"), folder.appending(path: "first"))
    try FileManager.default.createDirectory(
      at: package.appending(path: "Sources/first"), withIntermediateDirectories: true)
    _ = succeeds(["git", "clone", "--quiet", Self.root.path, clone.path])
    _ = succeeds(["git", "-C", clone.path, "checkout", "--quiet", "-B", "main"])
    let blocks = try Self.blocks()
    let manifest = blocks[0].replacing("https://github.com/OWNER/blox-swift", with: clone.path)
    try manifest.write(to: package.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
    try blocks[1].write(
      to: package.appending(path: "Sources/first/First.swift"), atomically: true, encoding: .utf8)

    let cache = ["BLOX_CACHE": folder.appending(path: "cache").path, "BLOX_PJRT_PLUGIN": ""]
    let path = ["--package-path", package.path]
    let without = Run("/usr/bin/env", ["swift", "run"] + path + ["first"], environment: cache)
    #expect(without.status == 1 && without.output.contains("run: swift run blox setup"), "\(without.output)")
    #expect(
      succeeds(["swift", "run"] + path + ["blox", "setup"], cache).contains("the plugin for XLA for CPUs is"))
    #expect(succeeds(["swift", "run"] + path + ["blox", "devices"], cache).contains("matrices rightly"))
    #expect(succeeds(["swift", "run"] + path + ["first"], cache).contains("step 300: loss 0.0"))
    // Nothing is fetched that examples and tools alone need.
    let checkouts = try FileManager.default.contentsOfDirectory(
      atPath: package.appending(path: ".build/checkouts").path)
    #expect(checkouts.sorted() == ["blox-swift", "swift-numerics"])
  }
}
