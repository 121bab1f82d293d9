import Data
import Foundation
import Tensors
import Testing

/// Files of numpy, MNIST's kind, CSV and text; sound ones, and damaged ones with their errors.
@Suite struct ReaderTests {
  @Test func numpysArrays() throws {
    let files = try DataFiles()
    let matrix = try NumPy.load(files["matrix.npy"])
    #expect(matrix.shape == [2, 3] && matrix.dtype == .float32)
    #expect(try matrix.scalars(Float.self) == [0, 1, 2, 3, 4, 5])
    let fortran = try NumPy.load(files["fortran.npy"])
    #expect(fortran.shape == [2, 3] && fortran.dtype == .int64)
    #expect(try fortran.astype(.int32).scalars(Int32.self) == [0, 1, 2, 3, 4, 5])
    #expect(try NumPy.load(files["scalar.npy"]).item(Double.self) == 2.5)
    #expect(try NumPy.load(files["vector.npy"]).real.scalars(Float.self) == [1, 3])
    #expect(try NumPy.load(files["bools.npy"]).scalars(Bool.self) == [true, false])
    let stored = try NumPy.loadz(files["stored.npz"])
    #expect(stored.keys.sorted() == ["a", "b"])
    #expect(try stored["a"]?.scalars(Int32.self) == [0, 1, 2])
    let deflated = try NumPy.loadz(files["deflated.npz"])
    #expect(deflated["zeros"]?.shape == [10000] && deflated["numbers"]?.shape == [3000])
    let text = String(decoding: try files.bytes("long"), as: UTF8.self).prefix(40).split(separator: ",")
      .dropLast()
    let numbers = try #require(deflated["numbers"]).astype(.int32).scalars(Int32.self)
    #expect(text.map { Int32($0) } == numbers.prefix(text.count).map { $0 })
  }

  @Test func whatIsWrittenIsRead() throws {
    let files = try DataFiles()
    for name in ["matrix.npy", "scalar.npy", "vector.npy", "bools.npy"] {
      try NumPy.save(NumPy.load(files[name]), to: files["copy.npy"])
      #expect(try Foundation.Data(contentsOf: files["copy.npy"]) == files.bytes(name), "\(name)")
    }
    let arrays = ["x": Tensor([1.0, 2.0]), "ö": Tensor.arange(4).reshape([2, 2])]
    try NumPy.savez(arrays, to: files["copy.npz"])
    let loaded = try NumPy.loadz(files["copy.npz"])
    #expect(loaded.keys == arrays.keys)
    #expect(try loaded["ö"]?.scalars(Int32.self) == [0, 1, 2, 3])
    #expect(throws: DataError.self) { try NumPy.save(Tensor(1.0).astype(.bfloat16), to: files["copy.npy"]) }
    #expect(throws: (any Error).self) { try NumPy.save(Tensor(1.0), to: files["no/folder.npy"]) }
  }

  @Test func filesOfMNISTsKind() throws {
    let files = try DataFiles()
    for name in ["images.idx", "images.idx.gz"] {
      let images = try IDX.read(files[name])
      #expect(images.shape == [2, 3, 4] && images.dtype == .uint8)
      #expect(try images.scalars(UInt8.self) == Array(0..<24))
    }
    #expect(try IDX.read(files["floats.idx"]).scalars(Float.self) == [1.5, -2, 1e10])
  }

  @Test("gzip's files of all kinds of blocks are decompressed")
  func gzip() throws {
    let files = try DataFiles()
    let expected = String(decoding: try files.bytes("long"), as: UTF8.self)
    for name in ["long.gz", "fast.gz", "none.gz"] {
      // A table of one line.
      let fields = try CSV(files[name], hasHeader: false).rows[0]
      let text = fields.joined(separator: ",")
      #expect(text.hasPrefix(expected.prefix(name == "none.gz" ? 100 : 9000)), "\(name)")
    }
  }

  @Test("A file that was cut off or changed anywhere gives an error that names it, or what it held")
  func damagedFiles() throws {
    let files = try DataFiles()
    let readers: [(String, (URL) throws -> Void)] = [
      ("matrix.npy", { _ = try NumPy.load($0) }), ("stored.npz", { _ = try NumPy.loadz($0) }),
      ("images.idx.gz", { _ = try IDX.read($0) }), ("images.idx", { _ = try IDX.read($0) }),
      ("none.gz", { _ = try CSV($0, hasHeader: false) }),
    ]
    for (name, read) in readers {
      let bytes = try files.bytes(name)
      for length in stride(from: 0, to: bytes.count, by: 7) where name != "none.gz" || length > 2 {
        let url = try files.write("cut", bytes.prefix(length))
        #expect(throws: DataError.self, "\(name) of \(length) bytes") { try read(url) }
      }
      // A changed byte may be one of a name or a date; nothing ends the process.
      for index in stride(from: 0, to: bytes.count, by: 3) {
        var changed = bytes
        changed[index] ^= 0x55
        let url = try files.write("changed", changed)
        do { try read(url) } catch is DataError {}
      }
    }
    for name in ["objects.npy", "big.npy", "missing.npy", "images.idx"] {
      #expect(throws: DataError.self) { try NumPy.load(files[name]) }
    }
    #expect(throws: DataError.self) { try IDX.read(files["matrix.npy"]) }
    #expect(throws: DataError.self) { try NumPy.loadz(files["matrix.npy"]) }
  }

  @Test func tables() throws {
    let table = try CSV(text: "name,x,y\r\n\"a, \"\"b\"\"\nc\",1,2.5\r\n,,-3e2\r\n")
    #expect(table.header == ["name", "x", "y"])
    #expect(try table.column("name") == ["a, \"b\"\nc", ""])
    let numbers = try table.numbers(["y", "x"]).scalars(Float.self)
    #expect(numbers[0] == 2.5 && numbers[1] == 1 && numbers[2] == -300 && numbers[3].isNaN)
    #expect(
      try CSV(text: "1;2\n3;4", separator: ";", hasHeader: false).numbers().scalars(Float.self) == [
        1, 2, 3, 4,
      ])
    #expect(try CSV(text: "").rows.isEmpty)
    for wrong in ["a,b\n1", "a\n\"1"] { #expect(throws: DataError.self) { try CSV(text: wrong) } }
    let error = #expect(throws: DataError.self) { try CSV(text: "x\n1\ntwo").numbers() }
    #expect("\(try #require(error))".contains("row 2 of the column 'x' is 'two'"))
    #expect(throws: DataError.self) { try table.column("z") }
  }

  @Test func linesOfText() throws {
    let files = try DataFiles()
    let lines = try Dataset(linesOf: files.write("text", Foundation.Data("one\r\ntwo\n\nfour".utf8)))
    #expect(lines.count == 4)
    #expect(try (0..<4).map { try lines[$0] } == ["one", "two", "", "four"])
    #expect(try Dataset(linesOf: files.write("text", Foundation.Data("a\n".utf8))).count == 1)
    #expect(try Dataset(linesOf: files.write("text", Foundation.Data())).count == 0)
    #expect(throws: DataError.self) { try Dataset(linesOf: files["missing"]) }
  }
}
