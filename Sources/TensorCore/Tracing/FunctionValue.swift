/// A struct whose one property is a function, as a value that can be compared: equal are functions of the same code that
/// capture the same thing.
///
/// Functions that capture nothing are equal to themselves in every call of what makes them; of those that capture, each is
/// equal only to itself and its copies. While a value is kept, so is what it captures, and no other function lies there.
package protocol FunctionValue: Hashable, Sendable {}

extension FunctionValue {
  /// Whether the code alone says what the function does.
  var capturesNothing: Bool { words.context == 0 }

  /// The addresses of the code and of what is captured: Swift's layout of a function.
  private var words: (code: UInt, context: UInt) {
    withUnsafeBytes(of: self) { bytes in
      let width = MemoryLayout<UInt>.size
      // Another layout is no function: never equal to anything, as it were, rather than read beyond its end.
      guard bytes.count == 2 * width else { return (0, 1) }
      return (bytes.load(as: UInt.self), bytes.load(fromByteOffset: width, as: UInt.self))
    }
  }

  package static func == (a: Self, b: Self) -> Bool { a.words == b.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.code)
    hasher.combine(words.context)
  }
}
