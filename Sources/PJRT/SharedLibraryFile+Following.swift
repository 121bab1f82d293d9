/// What the loader writes to, calls and looks up by the library's tables.
extension SharedLibraryFile {
  /// Kinds of relocations that name an address in the library, and those whose address is called: of x86-64 and of arm64.
  private static let relative: Set<UInt32> = [8, 1027]
  private static let called: Set<UInt32> = [37, 1032]

  func checkWhatIsFollowed(_ values: [UInt64: UInt64], _ segments: [Segment]) throws(Damage) {
    // The sizes of entries, the kind of the functions' relocations, and how many are of the simplest kind.
    for (tag, right) in [(9, 24), (11, 24), (20, 7)] as [(UInt64, UInt64)] where values[tag] ?? right != right
    {
      throw Damage(text: "and its tables have entries of a size that there is not")
    }
    guard values[0x6FFF_FFF9] ?? 0 <= (values[8] ?? 0) / 24 else {
      throw Damage(text: "and its list of relocations is impossible")
    }
    let initializers = range(values, 25, 27)
    let finalizers = range(values, 26, 28)
    for (address, size) in [(7, 8), (23, 2)] as [(UInt64, UInt64)] {
      try checkRelocations(range(values, address, size), values, segments, [initializers, finalizers])
    }
    for (tag, what) in [(12, "initializer"), (13, "finalizer")] as [(UInt64, String)] {
      guard let address = values[tag], address != 0 else { continue }
      guard segments.contains(where: { $0.isExecutable && $0.holds(address) }) else {
        throw Damage(text: "and its \(what) is no code")
      }
    }
    if let table = values[0x6FFF_FEF5] { try checkHashTable(table, segments) }
  }

  private func range(_ values: [UInt64: UInt64], _ address: UInt64, _ size: UInt64) -> Range<UInt64> {
    guard let start = values[address], let count = values[size] else { return 0..<0 }
    let (end, overflow) = start.addingReportingOverflow(count)
    return overflow ? 0..<0 : start..<end
  }

  // MARK: Relocations

  private func checkRelocations(
    _ table: Range<UInt64>, _ values: [UInt64: UInt64], _ segments: [Segment], _ functions: [Range<UInt64>]
  ) throws(Damage) {
    if table.isEmpty { return }
    let bytes = try mapped(table.lowerBound, UInt64(table.count), segments, "relocations")
    // A library without code apart from its data says so, and has all of it written to.
    let isText = values[22] != nil
    let names = values[10] ?? 0
    var greatestSymbol: UInt64 = 0
    let problem = bytes.withUnsafeBytes { raw -> String? in
      // The last segment that was right is most often right again.
      var current = 0
      for start in stride(from: 0, through: raw.count - 24, by: 24) {
        let target = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let info = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
        let addend = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 16, as: UInt64.self))
        let kind = UInt32(truncatingIfNeeded: info)
        if kind == 0 { continue }
        greatestSymbol = max(greatestSymbol, info >> 32)
        if !segments[current].holds(target, 8) {
          guard let found = segments.firstIndex(where: { $0.holds(target, 8) }) else {
            return "a relocation of it would write outside of it"
          }
          current = found
        }
        guard segments[current].isWritable || isText else {
          return "a relocation of it would write to its code"
        }
        let isFunction = Self.relative.contains(kind) && functions.contains { $0.contains(target) }
        guard Self.called.contains(kind) || isFunction else { continue }
        guard segments.contains(where: { $0.isExecutable && $0.holds(addend) }) else {
          return "a function that it calls is no code"
        }
      }
      return nil
    }
    if let problem { throw Damage(text: "and \(problem)") }
    guard greatestSymbol > 0, let symbols = values[6] else { return }
    let table = try mapped(symbols, (greatestSymbol + 1) * 24, segments, "symbols")
    for start in stride(from: 0, to: table.count, by: 24) where number(table[start...], 0, 4) >= names {
      throw Damage(text: "and the name of a symbol is not in it")
    }
  }

  // MARK: Names

  /// The table in GNU's form: what it says of its own size, and that its last list has an end.
  private func checkHashTable(_ address: UInt64, _ segments: [Segment]) throws(Damage) {
    let header = try mapped(address, 16, segments, "hash table")
    let (buckets, first) = (number(header, 0, 4), number(header, 4, 4))
    let filters = number(header, 8, 4)
    guard buckets > 0, filters > 0, filters & (filters - 1) == 0 else {
      throw Damage(text: "and its hash table is impossible")
    }
    let start = address + 16 + filters * 8
    let heads = try mapped(start, buckets * 4, segments, "hash table")
    let symbols = stride(from: 0, to: heads.count, by: 4).map { number(heads[$0...], 0, 4) }.filter {
      $0 != 0
    }
    guard let last = symbols.max() else { return }
    guard symbols.allSatisfy({ $0 >= first }) else { throw Damage(text: "and its hash table is impossible") }
    var entry = start + buckets * 4 + (last - first) * 4
    while try number(mapped(entry, 4, segments, "hash table"), 0, 4) & 1 == 0 { entry += 4 }
  }

  /// The bytes of the file that are mapped to an address.
  private func mapped(
    _ address: UInt64, _ count: UInt64, _ segments: [Segment], _ what: String
  ) throws(Damage) -> [UInt8] {
    guard
      let segment = segments.first(where: {
        address >= $0.address && count <= $0.size && address - $0.address <= $0.size - count
      })
    else { throw Damage(text: "and its \(what) would be outside of it") }
    return try bytes(at: segment.offset + (address - segment.address), count, what)
  }
}
