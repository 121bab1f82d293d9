import Blox
import Checkpoints
import Foundation
import SeededRandom
import Testing

/// The safetensors format: what is written is read back, and damaged files are errors.
struct SafetensorsFileTests {
  static let tensors = [
    SafetensorsTensor(name: "flags", dtype: .bool, shape: [3]),
    SafetensorsTensor(name: "net/linear/kernel", dtype: .f32, shape: [2, 3]),
    SafetensorsTensor(name: "a \"quoted\" näme", dtype: .bf16, shape: [5]),
    SafetensorsTensor(name: "scalar", dtype: .i64, shape: []),
    SafetensorsTensor(name: "empty", dtype: .f32, shape: [4, 0]),
  ]

  /// Bytes that differ from tensor to tensor.
  static func bytes(_ tensor: SafetensorsTensor) -> Data {
    let first = tensor.name.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
    return Data((0..<(tensor.byteCount ?? 0)).map { UInt8(truncatingIfNeeded: first &+ 7 * $0) })
  }

  /// A file made by hand: `json` after its length, then `size` zero bytes.
  static func file(_ json: String, size: Int, length: UInt64? = nil) -> Data {
    let length = length ?? UInt64(json.utf8.count)
    return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + Data(json.utf8)
      + Data(count: size)
  }

  static func problem(_ contents: Data) -> SafetensorsProblem? {
    do {
      _ = try SafetensorsFile(contents)
      return nil
    } catch { return error.problem }
  }

  static func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  // MARK: Round trips

  @Test func whatIsEncodedIsReadBack() throws {
    let contents = try SafetensorsFile.encode(
      Self.tensors, metadata: ["format": "blox", "step": "3"], bytes: Self.bytes)
    let file = try SafetensorsFile(contents)
    #expect(file.metadata == ["format": "blox", "step": "3"])
    #expect(Set(file.tensors) == Set(Self.tensors))
    for tensor in Self.tensors {
      #expect(file[tensor.name] == tensor)
      #expect(try file.bytes(of: tensor.name) == Self.bytes(tensor))
    }
    #expect(file["other"] == nil)
  }

  @Test func theOrderOfTheTensorsDoesNotMatter() throws {
    let one = try SafetensorsFile.encode(Self.tensors, metadata: ["a": "1", "b": "2"], bytes: Self.bytes)
    let other = try SafetensorsFile.encode(
      Self.tensors.reversed(), metadata: ["b": "2", "a": "1"], bytes: Self.bytes)
    #expect(one == other)
    let offset = one.count - (try SafetensorsFile(one)).tensors.reduce(0) { $0 + ($1.byteCount ?? 0) }
    #expect(offset.isMultiple(of: 8), "the data should be aligned")
    let widths = try SafetensorsFile(one).tensors.map(\.dtype.bitWidth)
    #expect(widths == widths.sorted(by: >))
  }

  @Test(arguments: [true, false]) func whatIsWrittenIsReadBack(mapped: Bool) throws {
    try Self.inTemporaryFolder { folder in
      let url = folder.appendingPathComponent("state.safetensors")
      try Data("old".utf8).write(to: url)
      try SafetensorsFile.write(Self.tensors, metadata: ["k": "v"], to: url, bytes: Self.bytes)
      #expect(
        try Data(contentsOf: url)
          == SafetensorsFile.encode(Self.tensors, metadata: ["k": "v"], bytes: Self.bytes))
      let file = try SafetensorsFile(contentsOf: url, mapped: mapped)
      // Replacing a file that is open leaves what was opened as it was.
      try SafetensorsFile.write([], to: url) { _ in Data() }
      for tensor in Self.tensors { #expect(try file.bytes(of: tensor.name) == Self.bytes(tensor)) }
      #expect(try SafetensorsFile(contentsOf: url).tensors.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["state.safetensors"])
    }
  }

  @Test func sliceOfDataIsReadFromItsOwnStart() throws {
    let contents = try SafetensorsFile.encode(Self.tensors, bytes: Self.bytes)
    let slice = (Data(count: 5) + contents).dropFirst(5)
    let file = try SafetensorsFile(slice)
    #expect(try file.bytes(of: "flags") == Self.bytes(Self.tensors[0]))
  }

  // MARK: Failing to write

  @Test func failedWriteLeavesTheOldFileAndNothingElse() throws {
    struct Stop: Error {}
    try Self.inTemporaryFolder { folder in
      let url = folder.appendingPathComponent("state.safetensors")
      try Data("old".utf8).write(to: url)
      #expect(throws: Stop.self) {
        try SafetensorsFile.write(Self.tensors, to: url) { tensor in
          if tensor.name == "flags" { throw Stop() }
          return Self.bytes(tensor)
        }
      }
      #expect(try Data(contentsOf: url) == Data("old".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["state.safetensors"])
    }
  }

  @Test func whatCannotBeWrittenIsAnError() throws {
    let two = [SafetensorsTensor(name: "a", dtype: .u8, shape: [2])]
    func problem(_ tensors: [SafetensorsTensor], count: Int = 2) -> SafetensorsProblem? {
      do {
        _ = try SafetensorsFile.encode(tensors) { _ in Data(count: count) }
        return nil
      } catch { return (error as? SafetensorsError)?.problem }
    }
    #expect(problem(two) == nil)
    #expect(problem(two + two) == .duplicateName("a"))
    #expect(problem([.init(name: "__metadata__", dtype: .u8, shape: [2])]) == .reservedName)
    #expect(
      problem(two, count: 3)
        == .wrongSize(tensor: "a", dtype: .u8, shape: [2], expected: 2, got: 3))
    #expect(
      problem([.init(name: "a", dtype: .f64, shape: [.max])]) == .badShape(tensor: "a", shape: [.max]))
    #expect(problem([.init(name: "a", dtype: .f4, shape: [3])]) == .badShape(tensor: "a", shape: [3]))
    let nowhere = URL(fileURLWithPath: "/no such folder/x.safetensors")
    let error = #expect(throws: SafetensorsError.self) {
      try SafetensorsFile.write([], to: nowhere) { _ in Data() }
    }
    #expect("\(error as Any)".contains("'/no such folder/x.safetensors' cannot be written: No such file"))
  }

  // MARK: Damaged files

  @Test func filesThatCannotBeReadAreErrors() throws {
    try Self.inTemporaryFolder { folder in
      let missing = folder.appendingPathComponent("missing.safetensors")
      let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: missing) }
      #expect(
        "\(error as Any)".contains("missing.safetensors' cannot be read: No such file or directory"))
      #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: folder) }
      let empty = folder.appendingPathComponent("empty.safetensors")
      try Data().write(to: empty)
      for mapped in [true, false] {
        let error = #expect(throws: SafetensorsError.self) {
          try SafetensorsFile(contentsOf: empty, mapped: mapped)
        }
        #expect(error?.problem == .truncated(size: 0))
      }
    }
  }

  /// A file that others write to while it is open: what is mapped would end the process.
  @Test func filesThatChangeWhileTheyAreOpenAreErrors() throws {
    try Self.inTemporaryFolder { folder in
      let url = folder.appendingPathComponent("state.safetensors")
      let contents = try SafetensorsFile.encode(Self.tensors, bytes: Self.bytes)
      for change in [
        { try FileHandle(forWritingTo: url).truncate(atOffset: 0) },
        { try FileHandle(forWritingTo: url).truncate(atOffset: UInt64(contents.count - 1)) },
        { try contents.write(to: url) }, { try (contents + Data(count: 1)).write(to: url) },
      ] as [() throws -> Void] {
        try? FileManager.default.removeItem(at: url)
        try contents.write(to: url)
        let file = try SafetensorsFile(contentsOf: url)
        #expect(try file.bytes(of: "scalar").count == 8)
        try change()
        let error = #expect(throws: SafetensorsError.self) { try file.bytes(of: "flags") }
        guard case .unreadable = error?.problem else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
    }
  }

  @Test func whatIsNoRegularFileIsAnError() throws {
    try Self.inTemporaryFolder { folder in
      let pipe = folder.appendingPathComponent("pipe.safetensors")
      #expect(mkfifo(pipe.path, 0o600) == 0)
      for url in [pipe, URL(fileURLWithPath: "/dev/zero"), URL(fileURLWithPath: "/dev/null")] {
        for mapped in [true, false] {
          let error = #expect(throws: SafetensorsError.self) {
            try SafetensorsFile(contentsOf: url, mapped: mapped)
          }
          #expect(error?.problem == .unreadable("it is no regular file"))
        }
      }
    }
  }

  /// Only the header is read of a file that announces a million million bytes.
  @Test func largeFilesAreReadInParts() throws {
    try Self.inTemporaryFolder { folder in
      let url = folder.appendingPathComponent("large.safetensors")
      let size = 1 << 40
      let json = #"{"a":{"dtype":"U8","shape":[\#(size)],"data_offsets":[0,\#(size)]}}"#
      try Self.file(json, size: 0).write(to: url)
      let handle = try FileHandle(forWritingTo: url)
      try handle.truncate(atOffset: UInt64(8 + json.utf8.count + size))
      try handle.close()
      #expect(try SafetensorsFile(contentsOf: url).tensors.map(\.shape) == [[size]])
      // There is not so much memory; a tensor of another shape is not even looked for.
      #expect(throws: ModelError.self) { try ["a": Tensor([1.0])].loading(from: url) }
    }
  }

  @Test func headersLongerThanTheFormatAllowsAreErrors() throws {
    try Self.inTemporaryFolder { folder in
      let url = folder.appendingPathComponent("long.safetensors")
      try Self.file("", size: 0, length: 100_000_001).write(to: url)
      let handle = try FileHandle(forWritingTo: url)
      try handle.truncate(atOffset: 100_000_100)
      try handle.close()
      let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: url) }
      #expect(error?.problem == .headerTooLong(length: 100_000_001))
    }
  }

  @Test func lengthsAreChecked() {
    #expect(Self.problem(Data(count: 7)) == .truncated(size: 7))
    #expect(
      Self.problem(Self.file("{}", size: 0, length: 3)) == .headerBeyondEnd(length: 3, size: 10))
    #expect(
      Self.problem(Self.file("{}", size: 0, length: .max)) == .headerBeyondEnd(length: .max, size: 10))
    #expect(Self.problem(Self.file("{}", size: 0)) == nil)
    #expect(Self.problem(Self.file("{}   ", size: 0)) == nil)
    #expect(Self.problem(Self.file("{}", size: 1)) == .unusedBytes(begin: 0, end: 1))
  }

  @Test func placesAreChecked() {
    func one(_ dtype: String, _ shape: String, _ offsets: String) -> SafetensorsProblem? {
      let json = #"{"a": {"dtype": "\#(dtype)", "shape": \#(shape), "data_offsets": \#(offsets)}}"#
      return Self.problem(Self.file(json, size: 8))
    }
    let overflow = "[4611686018427387904, 4]"
    #expect(one("F32", "[2]", "[0, 8]") == nil)
    #expect(one("Q7", "[2]", "[0, 8]") == .unknownDType(tensor: "a", dtype: "Q7"))
    #expect(one("F32", "[-2]", "[0, 8]") == .badShape(tensor: "a", shape: [-2]))
    #expect(one("F32", overflow, "[0, 8]") == .badShape(tensor: "a", shape: [4_611_686_018_427_387_904, 4]))
    #expect(
      one("F32", "[3]", "[0, 12]") == .badOffsets(tensor: "a", begin: 0, end: 12, dataSize: 8))
    #expect(one("F32", "[2]", "[8, 0]") == .badOffsets(tensor: "a", begin: 8, end: 0, dataSize: 8))
    #expect(one("F32", "[2]", "[-8, 0]") == .badOffsets(tensor: "a", begin: -8, end: 0, dataSize: 8))
    #expect(
      one("F32", "[3]", "[0, 8]")
        == .wrongSize(tensor: "a", dtype: .f32, shape: [3], expected: 12, got: 8))
    #expect(one("F32", "[1]", "[0, 4]") == .unusedBytes(begin: 4, end: 8))
    #expect(one("F32", "[1]", "[4, 8]") == .unusedBytes(begin: 0, end: 4))
    let overlapping =
      #"{"a": {"dtype": "U8", "shape": [5], "data_offsets": [0, 5]}, "#
      + #""b": {"dtype": "U8", "shape": [4], "data_offsets": [4, 8]}}"#
    #expect(Self.problem(Self.file(overlapping, size: 8)) == .overlap(tensor: "b", other: "a"))
  }

  @Test func missingTensorIsAnErrorThatNamesTheOthers() throws {
    let file = try SafetensorsFile(SafetensorsFile.encode(Self.tensors, bytes: Self.bytes))
    let error = #expect(throws: SafetensorsError.self) { try file.bytes(of: "kernel") }
    #expect("\(error as Any)".contains("no tensor 'kernel'; it has "))
    #expect("\(error as Any)".contains("'net/linear/kernel'"))
  }

  /// Thousands of damaged files, made by a seeded generator: each is read or refused, none traps, and what
  /// is read has the sizes that it claims.
  @Test func damageNeverTraps() throws {
    let sound = [UInt8](try SafetensorsFile.encode(Self.tensors, metadata: ["k": "v"], bytes: Self.bytes))
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"", "-1", "9223372036854775807", "1e300", "null", "F64", "\\u0000",
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<4000 {
      var bytes = sound
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = .random(in: 0...255, using: &random)
        case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + at % 9))
        case 3: bytes.insert(contentsOf: tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: at)
        default: bytes = Array(bytes.prefix(max(at, 1)))
        }
        if bytes.isEmpty { bytes = [0] }
      }
      guard let file = try? SafetensorsFile(Data(bytes)) else { continue }
      for tensor in file.tensors {
        #expect(try file.bytes(of: tensor.name).count == tensor.byteCount)
      }
    }
  }
}
