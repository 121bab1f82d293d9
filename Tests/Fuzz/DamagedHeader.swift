import SeededRandom

/// A safetensors file whose header is made by a grammar, with what is extreme, repeated or missing in any place.
struct DamagedHeader {
  private var random: SplitMix64
  private var depth = 0

  init(_ random: SplitMix64) { self.random = random }

  var bytes: [UInt8] {
    var copy = self
    let json = Array(copy.header().utf8)
    let size = copy.pick([0, 0, 1, 4, 8, 100])
    let length = copy.pick([json.count, json.count, json.count, json.count, json.count + size, -1, 1 << 40])
    let front = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return front + json + [UInt8](repeating: 7, count: size)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func isRare() -> Bool { Int.random(in: 0..<12, using: &random) == 0 }

  private mutating func header() -> String {
    if isRare() { return value() }
    let members = (0..<pick([0, 1, 1, 2, 3])).map { _ in member() }
    return "{" + members.joined(separator: pick([",", ",", " , "])) + "}" + pick(["", "", "  ", "}"])
  }

  private mutating func member() -> String {
    if isRare() { return #""__metadata__": "# + (isRare() ? value() : #"{"k": "v"}"#) }
    let name = pick([#""a""#, #""b""#, #""c""#, #""\u0061""#, #""""#])
    if isRare() { return name + ":" + value() }
    var fields = [
      #""dtype": "# + (isRare() ? value() : pick([#""U8""#, #""F32""#, #""F4""#, #""Q7""#])),
      #""shape": "# + (isRare() ? value() : numbers(pick([0, 1, 1, 2, 3]))),
      #""data_offsets": "# + (isRare() ? value() : numbers(2)),
    ]
    if isRare() { fields.append(pick(fields)) }
    if isRare() { fields.remove(at: Int.random(in: 0..<fields.count, using: &random)) }
    if isRare() { fields.append(#""more": "# + value()) }
    return name + ": {" + fields.joined(separator: ", ") + "}"
  }

  private mutating func numbers(_ count: Int) -> String {
    "[" + (0..<count).map { _ in number() }.joined(separator: ",") + "]"
  }

  private mutating func number() -> String {
    pick([
      "0", "0", "1", "1", "4", "4", "8", "-1", "4611686018427387904", "9223372036854775807",
      "-9223372036854775808",
      "9223372036854775808", "1.5", "1e9", "007", "NaN",
    ])
  }

  private mutating func value() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth > 5 { return String(repeating: pick(["[", "{\"a\":"]), count: pick([1, 100, 512, 3000])) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "[" + value() + "," + value() + "]"
    case 1: return #"{"x": "# + value() + "}"
    case 2: return pick(["null", "true", "false", "nul"])
    case 3: return pick([#""text""#, #""\ud800""#, #""\ud83d\ude00""#, #""\"#, "\"\u{1}\""])
    case 4: return String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    default: return number()
    }
  }
}
