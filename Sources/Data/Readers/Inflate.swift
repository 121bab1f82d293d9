/// Decompresses what `deflate` compressed (RFC 1951), the contents of gzip and zip files.
struct Inflate {
  private var input: ArraySlice<UInt8>
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let what: String
  private let limit: Int

  private init(_ input: ArraySlice<UInt8>, _ what: String, limit: Int) {
    self.input = input
    self.what = what
    self.limit = limit
  }

  /// The decompressed bytes, and what follows the compressed ones.
  ///
  /// - Throws: `DataError` if the input is damaged, or decompresses to more than `limit` bytes.
  static func bytes(
    of input: ArraySlice<UInt8>, _ what: String, limit: Int
  ) throws -> (output: [UInt8], rest: ArraySlice<UInt8>) {
    var inflate = Inflate(input, what, limit: limit)
    while try !inflate.block() {}
    return (inflate.output, inflate.input)
  }

  private func damaged(_ problem: String) -> DataError {
    DataError(
      what, problem: "the compressed data are damaged: \(problem)",
      expected: "a file that was copied as a whole")
  }

  private mutating func take(_ count: Int) throws -> Int {
    while bitCount < count {
      guard let byte = input.popFirst() else { throw damaged("they end too early") }
      bits |= UInt32(byte) << UInt32(bitCount)
      bitCount += 8
    }
    let value = Int(bits & (1 << UInt32(count) - 1))
    bits >>= UInt32(count)
    bitCount -= count
    return value
  }

  /// Decompresses a block; true of the last one.
  private mutating func block() throws -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try stored()
    case 1: try compressed(HuffmanCode.fixedLengths, HuffmanCode.fixedDistances)
    case 2:
      let (lengths, distances) = try codes()
      try compressed(lengths, distances)
    default: throw damaged("a block is of no known kind")
    }
    return isLast
  }

  private mutating func stored() throws {
    bits = 0
    bitCount = 0
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else { throw damaged("a length and its complement differ") }
    guard input.count >= length, output.count + length <= limit else {
      throw damaged("a length is too great")
    }
    output += input.prefix(length)
    input = input.dropFirst(length)
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The codes that a block brings with it.
  private mutating func codes() throws -> (HuffmanCode, HuffmanCode) {
    let (lengthCount, distanceCount, codeCount) = (try take(5) + 257, try take(5) + 1, try take(4) + 4)
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for index in Inflate.order.prefix(codeCount) { codeLengths[index] = UInt8(try take(3)) }
    let code = try HuffmanCode(codeLengths, damaged("a code has too many words"))
    var lengths: [UInt8] = []
    while lengths.count < lengthCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw damaged("nothing is repeated") }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      default: lengths += Array(repeating: 0, count: try take(7) + 11)
      }
    }
    guard lengths.count == lengthCount + distanceCount else {
      throw damaged("there are too many code lengths")
    }
    let failure = damaged("a code has too many words")
    return (
      try HuffmanCode(Array(lengths.prefix(lengthCount)), failure),
      try HuffmanCode(Array(lengths.dropFirst(lengthCount)), failure)
    )
  }

  private mutating func symbol(_ code: HuffmanCode) throws -> Int {
    var (word, first, index) = (0, 0, 0)
    for length in 1..<code.counts.count {
      word |= try take(1)
      let count = code.counts[length]
      if word - count < first { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw damaged("a word is in no code")
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
    258,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097,
    6145, 8193, 12289, 16385, 24577,
  ]

  private mutating func compressed(_ lengths: HuffmanCode, _ distances: HuffmanCode) throws {
    while true {
      guard output.count <= limit else { throw damaged("they are more than \(limit) bytes") }
      let symbol = try symbol(lengths)
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      let index = symbol - 257
      guard Inflate.lengthBases.indices.contains(index) else { throw damaged("a length is unknown") }
      let lengthBits = index < 8 || index == 28 ? 0 : (index - 4) / 4
      let length = Inflate.lengthBases[index] + (try take(lengthBits))
      let code = try self.symbol(distances)
      guard Inflate.distanceBases.indices.contains(code) else { throw damaged("a distance is unknown") }
      let distance = Inflate.distanceBases[code] + (try take(code < 4 ? 0 : (code - 2) / 2))
      guard distance <= output.count else { throw damaged("a distance goes before the beginning") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
