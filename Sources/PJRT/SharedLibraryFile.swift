#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The file of a shared library, looked at before the system's loader maps it.
///
/// The loader trusts the file: where it announces more than there is, as a download that was cut off does, the process
/// ends with SIGBUS or SIGSEGV. So everything that the loader follows is checked to lie within the file, and what it writes
/// to or calls to lie where that can be done. What the library's own code does then cannot be known. Of other formats than
/// ELF with 64 bits, nothing is known here.
package struct SharedLibraryFile {
  /// A part of the file that is mapped to an address, with zeros after it up to the size in memory.
  struct Segment {
    let address: UInt64
    let offset: UInt64
    let size: UInt64
    let memorySize: UInt64
    let isExecutable: Bool
    let isWritable: Bool

    /// Whether `count` bytes at an address lie in it, in memory.
    func holds(_ address: UInt64, _ count: UInt64 = 1) -> Bool {
      address >= self.address && count <= memorySize && address - self.address <= memorySize - count
    }
  }

  struct Damage: Error {
    let text: String
  }

  private let descriptor: Int32
  private let size: UInt64

  /// What is wrong with the file at `path`, as the end of a sentence that begins with it; nil if the loader may have it.
  package static func problem(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // The loader's words are better.
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let file = SharedLibraryFile(descriptor: descriptor, size: UInt64(status.st_size))
    do throws(Damage) { try file.check() } catch {
      return "is damaged, or was not copied as a whole: it has \(file.size) bytes, \(error.text)"
    }
    return nil
  }

  private func check() throws(Damage) {
    // Its first bytes say what it is: 64 bits, the lowest first.
    guard size >= 64, try bytes(at: 0, 6, "header") == [0x7F, 0x45, 0x4C, 0x46, 2, 1] else { return }
    let header = try bytes(at: 0, 64, "header")
    try checkSections(header)
    let table = try entries(
      at: number(header, 32, 8), count: number(header, 56, 2), width: number(header, 54, 2), least: 56,
      "segments")
    var segments: [Segment] = []
    for entry in table where number(entry, 0, 4) == 1 {
      let flags = number(entry, 4, 4)
      let segment = Segment(
        address: number(entry, 16, 8), offset: number(entry, 8, 8), size: number(entry, 32, 8),
        memorySize: number(entry, 40, 8), isExecutable: flags & 1 != 0, isWritable: flags & 2 != 0)
      try expect(segment.offset, segment.size, "a segment")
      guard segment.memorySize >= segment.size, segment.memorySize < 1 << 40, segment.address < 1 << 40 else {
        throw Damage(text: "and a segment of it would lie where nothing can be")
      }
      segments.append(segment)
    }
    guard let dynamic = table.first(where: { number($0, 0, 4) == 2 }) else { return }
    let pairs = try entries(
      at: number(dynamic, 8, 8), count: number(dynamic, 32, 8) / 16, width: 16, least: 16,
      "table for the loader")
    try checkTables(pairs.map { (number($0, 0, 8), number($0, 8, 8)) }, segments)
  }

  /// Sections lie at the end of most files, so they show that one was cut off, or that its end was never written.
  private func checkSections(_ header: [UInt8]) throws(Damage) {
    let (offset, count) = (number(header, 40, 8), number(header, 60, 2))
    if offset == 0 || count == 0 { return }
    let sections = try entries(at: offset, count: count, width: number(header, 58, 2), least: 64, "sections")
    for section in sections.dropFirst() {
      let kind = number(section, 4, 4)
      if kind == 0 { throw Damage(text: "and its list of sections is empty") }
      // Those of zeros have no bytes in the file.
      if kind != 8 { try expect(number(section, 24, 8), number(section, 32, 8), "a section") }
    }
  }

  /// The tables that the loader follows, by the tags of their addresses and, if they have one, of their sizes.
  private static let tables: [(address: UInt64, size: UInt64?, what: String)] = [
    (5, 10, "names"), (6, nil, "symbols"), (7, 8, "relocations"), (23, 2, "relocations of functions"),
    (25, 27, "initializers"), (26, 28, "finalizers"), (12, nil, "initializer"), (13, nil, "finalizer"),
    (4, nil, "hash table"), (36, 35, "relocations"),
    (0x6FFF_FEF5, nil, "hash table"), (0x6FFF_FFF0, nil, "versions"), (0x6FFF_FFFC, nil, "versions"),
    (0x6FFF_FFFE, nil, "needed versions"),
  ]

  private func checkTables(_ pairs: [(tag: UInt64, value: UInt64)], _ segments: [Segment]) throws(Damage) {
    let used = pairs.prefix { $0.tag != 0 }
    guard used.count < pairs.count else { throw Damage(text: "and its table for the loader has no end") }
    // Those of systems and processors end there.
    guard used.allSatisfy({ $0.tag <= 0x7FFF_FFFF }) else {
      throw Damage(text: "and its table for the loader has entries that are none")
    }
    let values = Dictionary(used.map { ($0.tag, $0.value) }, uniquingKeysWith: { first, _ in first })
    for (tag, what) in [(5, "names"), (6, "symbols"), (10, "size of its names")] as [(UInt64, String)]
    where values[tag] == nil { throw Damage(text: "and says nothing of its \(what)") }
    for table in SharedLibraryFile.tables {
      guard let address = values[table.address] else { continue }
      let size = table.size.map { values[$0] ?? 0 } ?? 1
      let isThere = segments.contains { segment in
        address >= segment.address && address - segment.address <= segment.size
          && size <= segment.size - (address - segment.address)
      }
      if !isThere { throw Damage(text: "and its \(table.what) would be outside of them") }
    }
    let names = values[10] ?? 0
    for pair in used where pair.tag == 1 && pair.value >= names {
      throw Damage(text: "and the name of a library that it needs is not in it")
    }
    try checkWhatIsFollowed(values, segments)
  }

  // MARK: Bytes

  private func expect(_ offset: UInt64, _ count: UInt64, _ what: String) throws(Damage) {
    let (end, overflow) = offset.addingReportingOverflow(count)
    guard !overflow, end <= size else {
      throw Damage(text: "and \(what) of it would end after \(overflow ? "2^64" : "\(end)")")
    }
  }

  func bytes(at offset: UInt64, _ count: UInt64, _ what: String) throws(Damage) -> [UInt8] {
    try expect(offset, count, "the \(what)")
    var bytes = [UInt8](repeating: 0, count: Int(count))
    guard pread(descriptor, &bytes, bytes.count, off_t(offset)) == bytes.count else {
      throw Damage(text: "and its \(what) cannot be read")
    }
    return bytes
  }

  /// The entries of a table, each of the same width.
  private func entries(
    at offset: UInt64, count: UInt64, width: UInt64, least: UInt64, _ what: String
  ) throws(Damage) -> [ArraySlice<UInt8>] {
    // The counts come from fields of two bytes, or are bounded by the file's size.
    guard width >= least, count <= size / width else {
      throw Damage(text: "and its list of \(what) is impossible")
    }
    let bytes = try bytes(at: offset, count * width, "list of \(what)")
    return stride(from: 0, to: bytes.count, by: Int(width)).map { bytes[$0..<$0 + Int(width)] }
  }

  /// A number of `width` bytes within `bytes`, the lowest first.
  func number(_ bytes: some RandomAccessCollection<UInt8>, _ offset: Int, _ width: Int) -> UInt64 {
    bytes.dropFirst(offset).prefix(width).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
