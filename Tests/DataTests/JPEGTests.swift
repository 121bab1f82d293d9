import Foundation
import Tensors
import Testing

@testable import Data

/// JPEG files against Pillow's pixels, damaged ones, and machines without libjpeg-turbo.
@Suite struct JPEGTests {
  static let library = try? TurboJPEG.current()
  static let kinds = ["gray", "colours", "full", "progressive", "print"]

  /// Where CI runs there is one: `.ci/run` installs it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CI"] == "true", "not in CI"))
  func thereIsALibraryInCI() { #expect(Self.library != nil) }

  @Test("Pixels of all kinds are Pillow's", .enabled(if: library != nil, "there is no libjpeg-turbo"))
  func pixels() throws {
    let files = try DataFiles()
    for kind in Self.kinds {
      let picture = try JPEGReader.read(files["\(kind).jpg"])
      let expected = try NumPy.load(files["\(kind).jpg.pixels"])
      #expect(picture.dtype == .uint8 && picture.ndim == 3, "\(kind)")
      #expect(
        try picture.bytes() == expected.bytes(), "\(kind): \(picture.shape), Pillow's \(expected.shape)")
    }
  }

  @Test(
    "A file that was cut off is an error that names it; one that was changed is one, or another picture",
    .enabled(if: library != nil, "there is no libjpeg-turbo"))
  func damaged() throws {
    let files = try DataFiles()
    for kind in ["colours", "progressive"] {
      let bytes = try files.bytes("\(kind).jpg")
      for length in stride(from: 0, to: bytes.count - 2, by: 7) {
        let url = try files.write("cut.jpg", bytes.prefix(length))
        let error = #expect(throws: DataError.self) { try JPEGReader.read(url) }
        #expect("\(try #require(error))".contains("cut.jpg"))
      }
      var refusedCount = 0
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= 0x11
        let url = try files.write("changed.jpg", changed)
        do {
          let picture = try JPEGReader.read(url)
          #expect(picture.ndim == 3 && picture.dtype == .uint8)
        } catch {
          #expect(error is DataError, "\(error)")
          refusedCount += 1
        }
      }
      #expect(refusedCount > 100, "\(kind): \(refusedCount)")
    }
    for name in ["gray.png", "images.idx"] {
      #expect(throws: DataError.self) { try JPEGReader.read(files[name]) }
    }
    #expect(throws: DataError.self) { try JPEGReader.read(files["missing.jpg"]) }
  }

  @Test("A folder may have pictures of both kinds", .enabled(if: library != nil, "there is no libjpeg-turbo"))
  func folder() throws {
    let files = try DataFiles()
    let folder = files["classes/mixed"]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, file) in [("a.JPG", "colours.jpg"), ("b.jpeg", "full.jpg"), ("c.png", "colours.png")] {
      try files.bytes(file).write(to: folder.appendingPathComponent(name))
    }
    let examples = try ImageFolder(files["classes"]).examples
    #expect(examples.count == 3)
    #expect(try examples.batched(3)[0].image.shape == [3, 9, 11, 3])
  }

  @Test func withoutTheLibraryThePackageIsNamed() throws {
    let error = #expect(throws: DataError.self) { try TurboJPEG(opening: ["libnone.so.0", "libm.so.6"]) }
    let text = "\(try #require(error))"
    #expect(text.contains("libjpeg-turbo is not there: none of libnone.so.0, libm.so.6 can be opened"))
    #expect(text.contains("install"))
  }
}
