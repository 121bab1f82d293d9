import Foundation
import PJRT
import Testing

@testable import Tensors

@Suite struct CompilationCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "blox-cache-\(UUID().uuidString)")

  private func files() -> [URL] {
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }

  /// A program that no other test compiles and that takes long enough to be worth a file.
  private var text: String {
    get throws {
      try lower { (x: Tensor) in sin(cos(sin(x.matmul(x)))).sum(axis: 0) * 1.2345 }(Tensor.ones([17, 17]))
        .text
    }
  }

  private func run(_ executable: Executable, on backend: Backend) throws -> [Float] {
    let input = try backend.buffer(of: Tensor.ones([17, 17]), operation: "test")
    return try Tensor(executable.execute([input])[0], TensorType([17], .float32)).scalars(Float.self)
  }

  @Test func programsAreKeptAndDamagedFilesAreNot() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let backend = try Backend.default
    let cache = CompilationCache(environment: ["BLOX_COMPILATION_CACHE": folder.path])
    let expected = try run(cache.compile(text, on: backend.client), on: backend)
    let file = try #require(files().first)
    #expect(files().count == 1)

    let again = CompilationCache(environment: ["BLOX_COMPILATION_CACHE": folder.path])
    #expect(try run(again.compile(text, on: backend.client), on: backend) == expected)
    #expect(files().count == 1)

    let whole = try Data(contentsOf: file)
    for damaged in [Data(), Data("nonsense".utf8), whole.prefix(whole.count / 2), whole.dropLast()] {
      try damaged.write(to: file)
      #expect(try run(again.compile(text, on: backend.client), on: backend) == expected)
    }
  }

  @Test func theCacheCanBeTurnedOffAndBeUnwritable() throws {
    let backend = try Backend.default
    let off = CompilationCache(environment: ["BLOX_COMPILATION_CACHE": "off", "HOME": folder.path])
    _ = try off.compile(text, on: backend.client)
    #expect(files().isEmpty)
    let unwritable = CompilationCache(environment: ["BLOX_COMPILATION_CACHE": "/proc/no-such-folder"])
    _ = try unwritable.compile(text, on: backend.client)
  }
}
