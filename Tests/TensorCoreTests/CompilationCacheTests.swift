import Foundation
import PJRT
import Synchronization
import Tensors
import Testing

@testable import TensorCore

@Suite struct CompilationCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "blox-cache-\(UUID().uuidString)")

  private func files() -> [URL] {
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }

  /// A program that no other test compiles and that takes long enough to be worth a file.
  private var text: String {
    get throws {
      try lower { (x: Tensor) in sin(cos(sin(matmul(x, x)))).sum(axis: 0) * 1.2345 }(Tensor.ones([17, 17]))
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
    let cache = CompilationCache(settings: Settings(["BLOX_COMPILATION_CACHE": folder.path]))
    let expected = try run(cache.compile(text, on: backend.client), on: backend)
    let file = try #require(files().first)
    #expect(files().count == 1)

    let again = CompilationCache(settings: Settings(["BLOX_COMPILATION_CACHE": folder.path]))
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
    let off = CompilationCache(settings: Settings(["BLOX_COMPILATION_CACHE": "off", "HOME": folder.path]))
    _ = try off.compile(text, on: backend.client)
    #expect(files().isEmpty)
    let unwritable = CompilationCache(settings: Settings(["BLOX_COMPILATION_CACHE": "/proc/no-such-folder"]))
    _ = try unwritable.compile(text, on: backend.client)
  }

  // MARK: The folder

  private func program(_ number: Int, size: Int = 1000) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 * number) }
  }
  private func key(_ number: Int) -> [UInt8] { Array("the key \(number)".utf8) }

  /// Every bit of a file counts: header, key, program, and the sum itself.
  @Test func aFileWithAnyOtherBitIsNotUsed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let programs = ProgramFolder(folder.path)
    programs.store(program(3, size: 61), for: key(1))
    #expect(programs.program(for: key(1)) == program(3, size: 61))
    let file = try #require(files().first)
    let whole = try Data(contentsOf: file)
    #expect(whole.count > 100)
    for bit in 0..<whole.count * 8 {
      var damaged = whole
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      try damaged.write(to: file)
      #expect(programs.program(for: key(1)) == nil, "bit \(bit)")
    }
    for damaged in [whole.dropLast(), whole + Data(count: 1), whole.dropFirst(), Data(count: whole.count)] {
      try damaged.write(to: file)
      #expect(programs.program(for: key(1)) == nil)
    }
    // One that became too large to be read: a terabyte of zeros, which take no room.
    try whole.write(to: file)
    #expect(truncate(file.path, 1 << 40) == 0)
    #expect(programs.program(for: key(1)) == nil)
    try whole.write(to: file)
    #expect(programs.program(for: key(1)) == program(3, size: 61))
    // The program of another key under this one's name.
    programs.store(program(5), for: key(2))
    let other = try #require(files().first { $0.lastPathComponent != file.lastPathComponent })
    try Data(contentsOf: other).write(to: file)
    #expect(programs.program(for: key(1)) == nil)
  }

  @Test func aFolderThatOthersMayWriteToIsNotUsed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let said = Mutex<[String]>([])
    for mode in [0o777, 0o720, 0o702, 0o1777] {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path)
      said.withLock { $0 = [] }
      let programs = ProgramFolder(folder.path) { text in said.withLock { $0.append(text) } }
      for number in 0..<3 {
        programs.store(program(number), for: key(number))
        #expect(programs.program(for: key(number)) == nil)
      }
      #expect(files().isEmpty)
      let texts = said.withLock { $0 }
      #expect(texts.count == 1)
      #expect(
        texts.first?.contains(
          "is not used: other users can write to it (it has the mode \(String(mode, radix: 8))") == true)
    }
    // Nor is a file.
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    let programs = ProgramFolder(folder.path)
    programs.store(program(1), for: key(1))
    let file = try #require(files().first)
    #expect(programs.program(for: key(1)) == program(1))
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file.path)
    #expect(programs.program(for: key(1)) == nil)
    // A link is not followed.
    let elsewhere = folder.appending(path: "elsewhere")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    try FileManager.default.moveItem(at: file, to: elsewhere)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: elsewhere)
    #expect(programs.program(for: key(1)) == nil)
  }

  @Test func aNewFolderIsForTheUserAlone() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let programs = ProgramFolder(folder.appending(path: "a/b").path)
    #expect(programs.program(for: key(1)) == nil)
    programs.store(program(1), for: key(1))
    #expect(programs.program(for: key(1)) == program(1))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "a/b").path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  /// The limit holds after each program, and what was used last stays; files of others stay, too.
  @Test func theFolderIsNoLargerThanItMayBe() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let capacity = 20_000
    let mine = folder.appending(path: "mine")
    try Data(count: 50_000).write(to: mine)
    try Data(count: 50_000).write(to: folder.appending(path: "cafe"))
    try Data("blox1\n and more".utf8).write(to: folder.appending(path: "beef"))
    // Two processes, as it were.
    let programs = [
      ProgramFolder(folder.path, capacity: capacity), ProgramFolder(folder.path, capacity: capacity),
    ]
    for number in 0..<60 {
      programs[number % 2].store(program(number), for: key(number))
      #expect(programs[0].program(for: key(0)) == program(0), "it is used all the time")
      let sizes = try files().filter { $0.pathExtension == "executable" }.map {
        try Data(contentsOf: $0).count
      }
      #expect(sizes.reduce(0, +) <= capacity + capacity / 8)
      usleep(2000)
    }
    #expect(programs[0].program(for: key(59)) == program(59))
    #expect(programs[0].program(for: key(1)) == nil)
    // One that is larger than all of it is not kept.
    programs[0].store(program(1, size: capacity), for: key(100))
    #expect(programs[0].program(for: key(100)) == nil)
    #expect(
      files().map(\.lastPathComponent).filter { !$0.hasSuffix(".executable") }.sorted() == ["cafe", "mine"])
  }

  @Test func manyWritersAtOnce() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let programs = ProgramFolder(path)
          for number in 0..<40 {
            programs.store(program(number), for: key(number % 5))
            let found = programs.program(for: key(number % 5))
            #expect(found.map { found in (0..<40).contains { program($0) == found } } != false)
          }
        }
      }
    }
    #expect(files().count == 5)
  }
}
