import Data
import Foundation
import Tensors
import Testing

/// PNG files against Pillow's pixels, and folders of them.
@Suite struct PictureTests {
  static let kinds = ["gray", "grayOpacity", "colours", "opacity", "bits", "deep", "palette", "interlaced"]

  @Test("Pixels of all kinds are Pillow's")
  func pixels() throws {
    let files = try DataFiles()
    for kind in Self.kinds {
      let picture = try PNGReader.read(files["\(kind).png"])
      let expected = try NumPy.load(files["\(kind).pixels"])
      #expect(picture.ndim == 3 && picture.dtype == expected.dtype, "\(kind)")
      #expect(
        try picture.bytes() == expected.bytes(), "\(kind): \(picture.shape), Pillow's \(expected.shape)")
    }
  }

  @Test("A file that was cut off or changed anywhere gives an error that names it")
  func damaged() throws {
    let files = try DataFiles()
    for kind in ["palette", "interlaced"] {
      let bytes = try files.bytes("\(kind).png")
      for length in stride(from: 0, to: bytes.count, by: 5) {
        let url = try files.write("cut.png", bytes.prefix(length))
        #expect(throws: DataError.self) { try PNGReader.read(url) }
      }
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= 0x11
        let url = try files.write("changed.png", changed)
        #expect(throws: DataError.self, "\(kind), byte \(index)") { try PNGReader.read(url) }
      }
    }
  }

  @Test func foldersByClass() throws {
    let files = try DataFiles()
    let root = files["classes"]
    for (name, kinds) in [("cats", ["gray", "interlaced"]), ("dogs", ["bits"])] {
      let folder = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for kind in kinds {
        try files.bytes("\(kind).png").write(to: folder.appendingPathComponent("\(kind).png"))
      }
    }
    let folder = try ImageFolder(root)
    #expect(folder.classes == ["cats", "dogs"] && folder.examples.count == 3)
    let batch = try folder.examples.batched(3)[0]
    #expect(batch.image.shape == [3, 9, 11, 1])
    #expect(try batch.label.scalars(Int32.self) == [0, 0, 1])
    // A damaged picture is an error of its batch, not of the folder.
    try Foundation.Data([1, 2]).write(to: root.appendingPathComponent("dogs/broken.png"))
    let broken = try ImageFolder(root).examples.batched(2)
    #expect(try broken[0].image.shape[0] == 2)
    #expect(throws: DataError.self) { try broken[1] }
    #expect(throws: DataError.self) { try ImageFolder(files["missing"]) }
    #expect(throws: DataError.self) { try ImageFolder(root.appendingPathComponent("cats")) }
  }
}
