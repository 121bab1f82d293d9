import Foundation

/// The arguments of a part of `fuzz`: its name, then pairs `--name value`.
struct Arguments {
  let command: String
  private var values: [String: String] = [:]

  init(_ words: some Sequence<String>) {
    var words = Array(words)
    command = words.isEmpty ? "" : words.removeFirst()
    while words.count >= 2, words[0].hasPrefix("--") {
      values[String(words[0].dropFirst(2))] = words[1]
      words.removeFirst(2)
    }
    guard words.isEmpty else {
      print("fuzz: \(words[0]) is not understood; what is understood are pairs --name value")
      exit(2)
    }
  }

  /// The value of a name as a whole number.
  func integer(_ name: String) -> Int? {
    values[name].map { text in
      guard let value = Int(text) else {
        print("fuzz: --\(name) is \(text); a whole number is understood")
        exit(2)
      }
      return value
    }
  }

  func text(_ name: String) -> String? { values[name] }

  /// The seed that was given, or a new one.
  var seed: UInt64 {
    integer("seed").map { UInt64(bitPattern: Int64($0)) } ?? UInt64.random(in: 0..<(1 << 32))
  }
}
