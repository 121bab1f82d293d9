import Foundation
import Testing

@testable import DurableFiles

/// Folders that appear whole or not at all: by exchange, and in the two steps of file systems that cannot.
@Suite struct AtomicFolderTests {
  private struct Refusal: Error {}
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func write(
    _ text: String, to name: String, isExchanging: Bool, check: @escaping (String) throws -> Void = { _ in }
  )
    throws
  {
    try AtomicFolder.$isExchanging.withValue(isExchanging) {
      let new = try AtomicFolder(replacing: folder(name), check: check)
      try Data(text.utf8).write(to: URL(filePath: new.path + "/a"))
      try Data(text.utf8).write(to: URL(filePath: new.path + "/b"))
      try new.commit()
    }
  }

  @Test(arguments: [true, false]) func theOldFolderIsReplaced(isExchanging: Bool) throws {
    try write("one", to: "new/state", isExchanging: isExchanging)
    #expect(folder.names("new") == ["state"] && folder.names("new/state") == ["a", "b"])
    try folder.make("state/a", "old", mode: 0o640)
    try folder.make("state/c", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder("state"))
    try write("two", to: "state", isExchanging: isExchanging)
    #expect(folder.names() == ["new", "state"] && folder.names("state") == ["a", "b"])
    #expect(try folder.text("state/b") == "two")
    #expect(try folder.mode("state") == 0o700 && folder.mode("state/a") == 0o640)
    // A new file has the mode of the others.
    #expect(try folder.mode("state/b") == 0o640)
  }

  @Test(arguments: [true, false]) func linksAreFollowed(isExchanging: Bool) throws {
    try folder.make("there/state/c", "old")
    try folder.link("link", to: "there/state")
    try write("new", to: "link", isExchanging: isExchanging)
    #expect(try FileStatus(folder("link"), followsLink: false)?.isLink == true)
    #expect(folder.names("there") == ["state"] && folder.names("there/state") == ["a", "b"])
    #expect(folder.names() == ["link", "there"])
  }

  @Test(arguments: [true, false]) func whatMayNotBeReplacedStays(isExchanging: Bool) throws {
    try folder.make("file", "mine")
    try folder.make("folder/mine", "mine")
    #expect(throws: FileError(code: ENOTDIR)) { try write("new", to: "file", isExchanging: isExchanging) }
    #expect(throws: Refusal.self) {
      try write("new", to: "folder", isExchanging: isExchanging) { _ in throw Refusal() }
    }
    // What comes between the last look and the replacement goes back.
    try folder.make("late/a", "old")
    let path = folder("late")
    var looks = 0
    #expect(throws: Refusal.self) {
      try write("new", to: "late", isExchanging: isExchanging) { checked in
        if Folder.names(in: checked).contains("mine") { throw Refusal() }
        looks += 1
        if looks == 2 { try Data().write(to: URL(filePath: path + "/mine")) }
      }
    }
    #expect(folder.names("late") == ["a", "mine"])
    #expect(try folder.text("late/a") == "old")
    #expect(try folder.text("file") == "mine" && folder.text("folder/mine") == "mine")
    #expect(folder.names() == ["file", "folder", "late"])
  }

  @Test(arguments: [true, false]) func manyWritersAtOnce(isExchanging: Bool) async throws {
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<6 {
        group.addTask {
          for _ in 0..<8 { try write("\(writer)", to: "state", isExchanging: isExchanging) }
        }
      }
      try await group.waitForAll()
    }
    #expect(folder.names() == ["state"] && folder.names("state") == ["a", "b"])
    #expect(try folder.text("state/a") == folder.text("state/b"))
  }

  // MARK: Ended processes

  /// Each moment between the two steps at which a process may end.
  @Test func whoeverComesNextFinishesOrClears() throws {
    let mark = TemporaryName.mark
    // Before the old one was moved away: it stays.
    try folder.make("state/a", "old")
    try folder.make(mark + "1/a", "new")
    try folder.make(mark + "1.lock", "state")
    #expect(try AtomicFolder.isBeingReplaced(folder("state")))
    #expect(try folder.text("state/a") == "old")
    #expect(folder.names() == ["state"])
    // After that: the new one is put in its place.
    try FileManager.default.moveItem(atPath: folder("state"), toPath: folder(mark + "2.old"))
    try folder.make(mark + "2/a", "new")
    try folder.make(mark + "2.lock", "state")
    #expect(try !AtomicFolder.isBeingReplaced(folder("other")))
    #expect(try AtomicFolder.isBeingReplaced(folder("state")))
    #expect(try folder.text("state/a") == "new")
    #expect(folder.names() == ["state"])
    // After the second step: the rest of the old one goes.
    try folder.make(mark + "3.old/a", "old")
    try folder.make(mark + "3.lock", "state")
    try write("newer", to: "state", isExchanging: true)
    #expect(folder.names() == ["state"])
    #expect(try folder.text("state/a") == "newer")
    #expect(try !AtomicFolder.isBeingReplaced(folder("state")))
  }

  @Test func aNoteThatLeadsElsewhereIsNotFollowed() throws {
    let mark = TemporaryName.mark
    for (index, note) in ["../elsewhere", "", String(repeating: "x", count: 5000)].enumerated() {
      try folder.make("in/\(mark)\(index)/a", "new")
      try folder.make("in/\(mark)\(index).lock", note)
    }
    try write("new", to: "in/state", isExchanging: true)
    #expect(folder.names() == ["in"] && folder.names("in") == ["state"])
  }
}
