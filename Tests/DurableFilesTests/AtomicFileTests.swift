import Foundation
import Testing

@testable import DurableFiles

/// Files that are written whole or not at all.
struct AtomicFileTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func write(_ text: String, to name: String) throws {
    try AtomicFile.write(Array(text.utf8), to: folder(name))
  }

  private func failure(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "none"
    } catch { return "\(error)" }
  }

  // MARK: What is there

  @Test func aNewFileHasTheModeThatTheProcessGivesFiles() throws {
    try folder.make("other", "")
    try write("new", to: "file")
    #expect(try folder.text("file") == "new")
    #expect(try folder.mode("file") == folder.mode("other"))
    #expect(folder.names() == ["file", "other"])
  }

  @Test(arguments: [0o600, 0o640, 0o666, 0o755]) func aReplacedFileKeepsItsMode(mode: Int) throws {
    try folder.make("file", "old and longer", mode: mode)
    try write("new", to: "file")
    #expect(try folder.text("file") == "new")
    #expect(try folder.mode("file") == mode)
    #expect(folder.names() == ["file"])
  }

  @Test(.enabled(if: geteuid() != 0, "the administrator may write to every file"))
  func aFileThatMayNotBeWrittenToIsNotReplaced() throws {
    try folder.make("file", "old", mode: 0o444)
    #expect(failure { try write("new", to: "file") } == "Permission denied")
    #expect(try folder.text("file") == "old")
  }

  @Test func linksAreFollowed() throws {
    try folder.make("there/file", "old", mode: 0o600)
    try folder.link("link", to: "there/file")
    try folder.link("chain", to: folder("link"))
    try folder.link("dangling", to: "there/not yet")
    try write("one", to: "link")
    #expect(try folder.text("there/file") == "one")
    try write("two", to: "chain")
    #expect(try folder.text("there/file") == "two")
    #expect(try folder.mode("there/file") == 0o600)
    try write("three", to: "dangling")
    #expect(try folder.text("there/not yet") == "three")
    for name in ["link", "chain", "dangling"] {
      #expect(try FileStatus(folder(name), followsLink: false)?.isLink == true, "\(name) is no link any more")
    }
    #expect(folder.names("there") == ["file", "not yet"])
    try folder.link("circle", to: "circle")
    #expect(failure { try write("four", to: "circle") }.contains("symbolic links"))
  }

  @Test func foldersPipesAndDevicesAreNotReplaced() throws {
    try folder.make("folder/file", "old")
    #expect(failure { try write("new", to: "folder") } == "Is a directory")
    #expect(try folder.text("folder/file") == "old")
    try write("new", to: "../../../../../../../../../../dev/null")
    #expect(try FileStatus("/dev/null")?.isFile == false)

    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    let path = folder("pipe")
    let reader = Thread {
      let descriptor = open(path, O_RDONLY)
      // Until there is no writer any more.
      var byte: UInt8 = 0
      while read(descriptor, &byte, 1) == 1 {}
      close(descriptor)
    }
    reader.start()
    try write("through", to: "pipe")
    #expect(try FileStatus(path)?.isFile == false)
    #expect(folder.names() == ["folder", "pipe"])
    #expect(failure { _ = try OpenFile(reading: path) } == "it is no regular file")
  }

  @Test func namesAsLongAsNamesCanBe() throws {
    let name = String(repeating: "n", count: 255)
    try write("new", to: name)
    #expect(folder.names() == [name])
  }

  // MARK: What goes wrong

  @Test func anErrorLeavesTheOldFileAndNothingElse() throws {
    struct Stop: Error {}
    try folder.make("file", "old")
    #expect(throws: Stop.self) {
      try AtomicFile.write(to: folder("file")) { file in
        try file.write(Array("half".utf8))
        throw Stop()
      }
    }
    #expect(try folder.text("file") == "old")
    #expect(folder.names() == ["file"])
    #expect(failure { try write("new", to: "no folder/file") } == "No such file or directory")
    #expect(failure { try write("new", to: "file/file") } == "Not a directory")
  }

  @Test func aFullDiskIsAnError() throws {
    #expect(failure { try AtomicFile.write(Array("new".utf8), to: "/dev/full") } == "No space left on device")
  }

  // MARK: What others leave, and write

  @Test func whatEndedProcessesLeftIsClearedAndNothingElse() throws {
    let (live, lock) = try TemporaryName.makeFile(in: folder.path, mode: 0o600)
    // A file of an ended process has no lock; a folder of one had one beside it.
    try folder.make(TemporaryName.mark + "dead", "half")
    try folder.make(TemporaryName.mark + "folder/device-0.safetensors", "half")
    try folder.make(TemporaryName.mark + "folder.lock", "")
    try folder.make(TemporaryName.mark + "alone/device-0.safetensors", "half")
    try folder.make("folder/.file", "mine")
    try folder.make(".blox", "mine")
    try write("new", to: "file")
    #expect(folder.names() == [".blox", live.name, "file", "folder"].sorted())
    withExtendedLifetime(lock) {}
  }

  @Test func aLiveFolderIsLeftAlone() throws {
    let live = try AtomicFolder(replacing: folder("state")) { _ in }
    try write("new", to: "file")
    #expect(folder.names() == [live.name, live.name + ".lock", "file"].sorted())
    try live.commit()
    #expect(folder.names() == ["file", "state"])
  }

  @Test func manyWritersAtOnce() async throws {
    let whole = (0..<8).map { String(repeating: "\($0)", count: 10_000) }
    try write(whole[0], to: "file")
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for text in whole {
        group.addTask {
          for _ in 0..<12 {
            try AtomicFile.write(Array(text.utf8), to: folder("file"))
            let found = try folder.text("file")
            #expect(whole.contains(found), "a mixture of \(found.count) characters")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(folder.names() == ["file"])
  }

  // MARK: Reading

  @Test func whatEndsTooEarlyIsAnError() throws {
    try folder.make("file", "0123456789")
    let file = try OpenFile(reading: folder("file"))
    #expect(try file.bytes(at: 4, count: 3) == Array("456".utf8))
    #expect(failure { _ = try file.bytes(at: 4, count: 7) }.contains("ends after 10 bytes"))
    try folder.make("file", "01")
    #expect(failure { _ = try file.bytes(at: 4, count: 3) } != "none")
    #expect(failure { _ = try OpenFile(reading: "/dev/zero") } == "it is no regular file")
    #expect(failure { _ = try OpenFile(reading: folder.path) } == "Is a directory")
  }
}
