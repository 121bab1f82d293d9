/// What the header of a safetensors file says, after all checks.
///
/// It is read without anything between the text and this, so that it takes no more than some times the header's size.
struct SafetensorsContents: Sendable {
  private typealias Entry = (tensor: SafetensorsTensor, dataOffsets: Range<Int>)

  /// In the order in which they lie in the file.
  let tensors: [SafetensorsTensor]
  let metadata: [String: String]
  private let dataOffsets: [Range<Int>]
  private let indices: [String: Int]

  /// Reads a header and checks it against the size of the data that follows it.
  init(_ json: [UInt8], dataSize: Int) throws(SafetensorsError) {
    var reader = JSONReader(json)
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    var metadata: [String: String]?
    try reader.object { (reader, name) throws(SafetensorsError) in
      if name == SafetensorsHeader.metadataName {
        if metadata != nil { throw SafetensorsError(.duplicateName(name)) }
        metadata = try Self.inside(name) { () throws(SafetensorsError) in try Self.texts(&reader) }
      } else {
        guard indices.updateValue(0, forKey: name) == nil else {
          throw SafetensorsError(.duplicateName(name))
        }
        entries.append(try Self.entry(name, &reader, dataSize: dataSize))
      }
    }
    try reader.end()
    entries.sort {
      ($0.dataOffsets.lowerBound, $0.dataOffsets.upperBound, $0.tensor.name)
        < ($1.dataOffsets.lowerBound, $1.dataOffsets.upperBound, $1.tensor.name)
    }
    try Self.check(entries, fill: dataSize)
    for (index, entry) in entries.enumerated() { indices[entry.tensor.name] = index }
    tensors = entries.map(\.tensor)
    dataOffsets = entries.map(\.dataOffsets)
    self.indices = indices
    self.metadata = metadata ?? [:]
  }

  /// The tensor of this name, or nil if there is none.
  subscript(name: String) -> SafetensorsTensor? { indices[name].map { tensors[$0] } }

  /// Where the tensor of this name lies in the data, or nil if there is none.
  func dataOffsets(of name: String) -> Range<Int>? { indices[name].map { dataOffsets[$0] } }

  private static func check(_ entries: [Entry], fill dataSize: Int) throws(SafetensorsError) {
    var end = 0
    var last = ""
    for entry in entries {
      let begin = entry.dataOffsets.lowerBound
      if begin < end { throw SafetensorsError(.overlap(tensor: entry.tensor.name, other: last)) }
      if begin > end { throw SafetensorsError(.unusedBytes(begin: end, end: begin)) }
      end = entry.dataOffsets.upperBound
      last = entry.tensor.name
    }
    if end < dataSize { throw SafetensorsError(.unusedBytes(begin: end, end: dataSize)) }
  }

  // MARK: Reading

  private static func texts(_ reader: inout JSONReader) throws(SafetensorsError) -> [String: String] {
    var texts: [String: String] = [:]
    if reader.takeNull() { return texts }
    try reader.object { (reader, name) throws(SafetensorsError) in
      let text = try inside(name) { () throws(SafetensorsError) in try reader.string() }
      guard texts.updateValue(text, forKey: name) == nil else {
        throw reader.problem("'\(name)' is there twice,")
      }
    }
    return texts
  }

  private static func entry(
    _ name: String, _ reader: inout JSONReader, dataSize: Int
  ) throws(SafetensorsError) -> Entry {
    var dtype: String?
    var shape: [Int]?
    var offsets: [Int]?
    try inside(name) { () throws(SafetensorsError) in
      try reader.object { (reader, key) throws(SafetensorsError) in
        let isAgain =
          switch key {
          case "dtype": dtype != nil
          case "shape": shape != nil
          case "data_offsets": offsets != nil
          default: false
          }
        if isAgain { throw reader.problem("'\(key)' is there twice,") }
        try inside(key) { () throws(SafetensorsError) in
          switch key {
          case "dtype": dtype = try reader.string()
          case "shape": shape = try integers(&reader, atMost: SafetensorsTensor.mostAxes)
          case "data_offsets": offsets = try integers(&reader, atMost: 2)
          // Later versions of the format may say more.
          default: try reader.skip()
          }
        }
      }
    }
    guard let dtype else { throw missing("dtype", name) }
    guard let shape else { throw missing("shape", name) }
    guard let offsets else { throw missing("data_offsets", name) }
    return try checked(name, dtype, shape, offsets, dataSize: dataSize)
  }

  private static func missing(_ key: String, _ name: String) -> SafetensorsError {
    SafetensorsError(.badHeader("at \(SafetensorsProblem.clipped(name)): '\(key)' is missing"))
  }

  private static func integers(
    _ reader: inout JSONReader, atMost limit: Int
  ) throws(SafetensorsError) -> [Int] {
    var numbers: [Int] = []
    try reader.array { (reader) throws(SafetensorsError) in
      numbers.append(try reader.integer())
      if numbers.count > limit { throw reader.problem("there should be no more than \(limit) numbers") }
    }
    return numbers
  }

  /// Does a step of reading, and says where in the header it was when it fails.
  private static func inside<Result>(
    _ name: String, _ step: () throws(SafetensorsError) -> Result
  ) throws(SafetensorsError) -> Result {
    do { return try step() } catch {
      guard case .badHeader(let reason) = error.problem else { throw error }
      let rest = reason.hasPrefix("at ") ? " > " + reason.dropFirst(3) : ": " + reason
      throw SafetensorsError(.badHeader("at \(SafetensorsProblem.clipped(name))\(rest)"))
    }
  }

  private static func checked(
    _ name: String, _ dtype: String, _ shape: [Int], _ offsets: [Int], dataSize: Int
  ) throws(SafetensorsError) -> Entry {
    guard let type = SafetensorsDType(rawValue: dtype) else {
      throw SafetensorsError(.unknownDType(tensor: name, dtype: dtype))
    }
    let tensor = SafetensorsTensor(name: name, dtype: type, shape: shape)
    guard let size = tensor.byteCount else { throw SafetensorsError(.badShape(tensor: name, shape: shape)) }
    guard offsets.count == 2 else {
      throw SafetensorsError(
        .badHeader("at \(SafetensorsProblem.clipped(name)) > data_offsets: \(offsets) should be two numbers"))
    }
    let (begin, end) = (offsets[0], offsets[1])
    guard 0 <= begin, begin <= end, end <= dataSize else {
      throw SafetensorsError(.badOffsets(tensor: name, begin: begin, end: end, dataSize: dataSize))
    }
    guard end - begin == size else {
      throw SafetensorsError(
        .wrongSize(tensor: name, dtype: type, shape: shape, expected: size, got: end - begin))
    }
    return (tensor, begin..<end)
  }
}
