import Foundation

/// Where the tables for the loader are in a library's file.
struct ELFTables {
  let tables: [Range<Int>]

  init(_ file: Data) throws {
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reversed().reduce(0) { $0 << 8 | Int(file[offset + $1]) }
    }
    let headers = (0..<number(56, 2)).map { number(32, 8) + 56 * $0 }
    guard let dynamic = headers.first(where: { number($0, 4) == 2 }) else {
      tables = []
      return
    }
    let start = number(dynamic + 8, 8)
    let pairs = stride(from: start, to: start + number(dynamic + 32, 8), by: 16).map {
      (tag: number($0, 8), value: number($0 + 8, 8))
    }
    let values = Dictionary(pairs.map { ($0.tag, $0.value) }, uniquingKeysWith: { first, _ in first })
    // Those before the code are at the place in the file that they have in memory.
    var found: [Range<Int>] = []
    for (address, size) in [(7, 8), (23, 2), (5, 10)] {
      if let place = values[address], let count = values[size], place + count <= file.count {
        found.append(place..<place + count)
      }
    }
    for tag in [6, 0x6FFF_FEF5] {
      if let place = values[tag] { found.append(place..<place + 160) }
    }
    tables = found + [start..<start + 16 * pairs.count]
  }
}
