import Foundation

/// The error that a case asks for, as Python gave it, and what an error of ours must have in common with it.
///
/// The wording is each library's own, so what is compared are the facts: every integer of the message (sizes,
/// axes) and every quoted name (modules, parameters) must occur in ours. What Python says of its own code
/// (types in angle brackets, where the error occurred) is no such fact.
public struct ExpectedError: Sendable, Hashable, CustomStringConvertible {
  /// The Python exception's class.
  public var type: String
  /// Its text, perhaps cut after some hundred characters.
  public var message: String

  /// An error as a manifest gives it.
  public init(type: String, message: String) {
    self.type = type
    self.message = message
  }

  public var description: String { "\(type): \(message)" }

  /// The integers and names of the message.
  public var facts: [String] {
    var text = message[...]
    if let end = text.range(of: "The error occurred while") { text = text[..<end.lowerBound] }
    let plain = text.replacing(#/<[^>]*>/#, with: " ")
    let names = plain.matches(of: #/'([A-Za-z_][A-Za-z_0-9]*)'/#).map { String($0.output.1) }
    var seen: Set<String> = []
    return (names + Self.integers(plain)).filter { seen.insert($0).inserted }
  }

  /// The facts that a text lacks.
  public func factsMissing(in text: String) -> [String] {
    let words = Set(text.matches(of: #/[A-Za-z_0-9]+/#).map { String($0.output) })
    let integers = Set(Self.integers(text))
    return facts.filter { !words.contains($0) && !integers.contains($0) }
  }

  /// Whole numbers that are no part of a word or of a decimal number.
  private static func integers(_ text: some StringProtocol) -> [String] {
    String(text).matches(of: #/[0-9.]+[eE][-+]?[0-9]+|[A-Za-z_0-9]+(\.[0-9]+)?/#)
      .map { String($0.output.0) }
      .filter { $0.allSatisfy(\.isNumber) }
  }
}
