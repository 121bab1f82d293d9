// What runners read from manifests. Each function takes the keys that lead to the value (none: the value
// itself) and throws an error that names them when something else is there.
extension JSONValue {
  /// The value at the keys; an error if there is none.
  public func value(_ keys: String...) throws(GoldenError) -> JSONValue { try found(keys) }

  /// The value at the keys, or nil if it is missing or null.
  public func optional(_ keys: String...) -> JSONValue? {
    let value = keys.reduce(self) { $0[$1] }
    return value.isNull ? nil : value
  }

  /// True or false.
  public func bool(_ keys: String...) throws(GoldenError) -> Bool {
    if case .bool(let value) = try found(keys) { return value }
    throw unexpected(keys, "true or false")
  }

  /// A whole number, written as one.
  public func int(_ keys: String...) throws(GoldenError) -> Int {
    if case .integer(let value) = try found(keys) { return value }
    throw unexpected(keys, "an integer")
  }

  /// A number; also the manifests' `{"float": "inf"}`.
  public func double(_ keys: String...) throws(GoldenError) -> Double {
    switch try found(keys) {
    case .integer(let value): return Double(value)
    case .number(let value): return value
    case let value:
      if case .string(let text) = value["float"], let number = Double(text) { return number }
      throw unexpected(keys, "a number")
    }
  }

  /// A text.
  public func string(_ keys: String...) throws(GoldenError) -> String {
    if case .string(let value) = try found(keys) { return value }
    throw unexpected(keys, "a string")
  }

  /// The elements of an array.
  public func array(_ keys: String...) throws(GoldenError) -> [JSONValue] {
    if case .array(let value) = try found(keys) { return value }
    throw unexpected(keys, "an array")
  }

  /// The members of an object, in their order.
  public func object(_ keys: String...) throws(GoldenError) -> JSONObject {
    if case .object(let value) = try found(keys) { return value }
    throw unexpected(keys, "an object")
  }

  /// A shape, an index path, a list of axes.
  public func ints(_ keys: String...) throws(GoldenError) -> [Int] {
    guard case .array(let elements) = try found(keys) else { throw unexpected(keys, "an array of integers") }
    var result: [Int] = []
    for element in elements { result.append(try element.int()) }
    return result
  }

  /// A module path, a list of tensor names.
  public func strings(_ keys: String...) throws(GoldenError) -> [String] {
    guard case .array(let elements) = try found(keys) else { throw unexpected(keys, "an array of strings") }
    var result: [String] = []
    for element in elements { result.append(try element.string()) }
    return result
  }

  private func found(_ keys: [String]) throws(GoldenError) -> JSONValue {
    var value = self
    for (depth, key) in keys.enumerated() {
      guard case .object(let object) = value, let member = object[key] else {
        throw GoldenError("the manifest has no \(keys.prefix(depth + 1).joined(separator: "."))")
      }
      value = member
    }
    return value
  }

  private func unexpected(_ keys: [String], _ expected: String) -> GoldenError {
    let place = keys.isEmpty ? "" : keys.joined(separator: ".") + " "
    let text = "\(keys.reduce(self) { $0[$1] })"
    return GoldenError("the manifest's \(place)should be \(expected), not \(text.prefix(80))")
  }
}
