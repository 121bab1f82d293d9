import Blox
import Checkpoints
import Foundation
import Testing

/// What the library writes into files that are there already, and reads from files that others write to.
struct WrittenFileTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    try SafetensorsFileTests.inTemporaryFolder(body)
  }

  private func mode(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  private func params(_ value: Float) throws -> Params {
    try Params().assigning(Param(Tensor([Float](repeating: value, count: 40_000))), to: ["net", "w"])
  }

  /// Each way to write a file.
  private static let writers: [@Sendable (URL) throws -> Void] = [
    { try Params().assigning(Param(Tensor([1.0, 2.0])), to: ["net", "w"]).save(to: $0) },
    { try ["a": Tensor([1.0, 2.0])].save(to: $0) },
    { try SafetensorsFile.write([], to: $0) { _ in Data() } },
    { try writeDisplay(Graph("net"), to: $0.path) },
  ]

  @Test(arguments: 0..<4) func modesStayAndLinksAreFollowed(writer: Int) throws {
    let write = Self.writers[writer]
    try inFolder { folder in
      let file = folder.appendingPathComponent("file"), link = folder.appendingPathComponent("link")
      try Data("old".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "file")
      try write(link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "file")
      #expect(try mode(file) == 0o600)
      #expect(try Data(contentsOf: file) != Data("old".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["file", "link"])
      // A folder is not replaced; what ended processes left is cleared.
      try FileManager.default.removeItem(at: link)
      try Data().write(to: folder.appendingPathComponent(".blox-incomplete-1"))
      let error = #expect(throws: (any Error).self) { try write(folder) }
      #expect("\(error as Any)".contains("'\(folder.path)' cannot be written: Is a directory"))
      try write(file)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }
  }

  @Test func aFileThatIsOverwrittenInPlaceIsReadWholeOrAnError() throws {
    try inFolder { folder in
      let url = folder.appendingPathComponent("state.safetensors")
      try params(1).save(to: url)
      let contents = try Data(contentsOf: url)
      let model = try params(0)
      let writer = Thread {
        while !Thread.current.isCancelled {
          try? Data(contents.prefix(50_000)).write(to: url)
          try? contents.write(to: url)
        }
      }
      writer.start()
      defer { writer.cancel() }
      for _ in 0..<200 {
        guard let loaded = try? model.loading(from: url) else { continue }
        #expect(try loaded["net", "w"].value.scalars(Float.self).allSatisfy { $0 == 1 })
      }
    }
  }

  @Test(arguments: [true, false]) func whatWasSavedIsLoaded(mapped: Bool) throws {
    try inFolder { folder in
      let url = folder.appendingPathComponent("state.safetensors")
      try params(1).save(to: url)
      let loaded = try params(0).loading(from: url, mapped: mapped)
      #expect(try loaded["net", "w"].value.scalars(Float.self) == [Float](repeating: 1, count: 40_000))
      let tree = ["net/w": Tensor([Float](repeating: 0, count: 40_000))]
      try tree.save(to: url)
      #expect(try tree.loading(from: url, mapped: mapped)["net/w"]?.scalars(Float.self).first == 0)
      let error = #expect(throws: ModelError.self) {
        try ["net/w": Tensor([1.0])].loading(from: url, mapped: mapped)
      }
      #expect("\(error as Any)".contains("is f32[40000]"))
    }
  }
}
