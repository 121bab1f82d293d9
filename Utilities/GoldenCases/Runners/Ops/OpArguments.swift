import Blox

/// The static arguments of an op, read under JAX's names.
struct OpArguments: Sendable {
  let json: JSONValue

  func int(_ name: String) throws -> Int { try json.int(name) }
  func int(_ name: String, default value: Int) throws -> Int { try json.optional(name)?.int() ?? value }
  func optionalInt(_ name: String) throws -> Int? { try json.optional(name)?.int() }
  func double(_ name: String) throws -> Double { try json.double(name) }
  func double(_ name: String, default value: Double) throws -> Double {
    try json.optional(name)?.double() ?? value
  }
  func bool(_ name: String, default value: Bool) throws -> Bool { try json.optional(name)?.bool() ?? value }
  func string(_ name: String, default value: String) throws -> String {
    try json.optional(name)?.string() ?? value
  }
  func ints(_ name: String) throws -> [Int] { try json.ints(name) }
  func optionalInts(_ name: String) throws -> [Int]? { try json.optional(name)?.ints() }
  func shape(_ name: String) throws -> Shape { try json.shape(name) }
  func dtype(_ name: String) throws -> DType { try json.dtype(name) }
  func optionalDType(_ name: String) throws -> DType? { try json.optional(name)?.dtype() }
  func has(_ name: String) -> Bool { json.optional(name) != nil }

  /// `axis`: none, one or several.
  func axes(_ name: String = "axis") throws -> (any AxisList)? {
    guard let value = json.optional(name) else { return nil }
    if case .integer(let axis) = value { return axis }
    return try value.ints()
  }

  /// `axis` of functions that have a default: a null that is given means all axes.
  func axes(orAll standard: Int, _ name: String = "axis") throws -> (any AxisList)? {
    if case .object(let object) = json, object[name] == .null { return nil }
    return try axes(name) ?? standard
  }

  /// A number of neighbours to both sides, or one number for each side.
  func window(_ name: String) throws -> (before: Int, after: Int)? {
    guard let value = json.optional(name) else { return nil }
    if case .integer(let both) = value { return (both, both) }
    let sides = try value.ints()
    guard sides.count == 2 else { throw GoldenError("\(name) should be one or two integers, not \(value)") }
    return (sides[0], sides[1])
  }

  /// A Python number as a Swift one of its kind: an integer stays one.
  func literal(_ name: String) throws -> Tensor {
    if case .integer(let value) = json[name] { return Tensor(value) }
    if case .bool(let value) = json[name] { return Tensor(value) }
    return Tensor(try json.double(name))
  }

  /// `pad_width`: a pair for each axis, or one integer or one pair for all.
  func paddingWidths() throws -> [(Int, Int)] {
    if case .array(let elements) = json["pad_width"], elements.count == 2,
      case .integer(let low) = elements[0], case .integer(let high) = elements[1]
    {
      return [(low, high)]
    }
    return try pairs("pad_width")
  }

  /// Pairs of integers; one integer stands for a pair of it.
  func pairs(_ name: String) throws -> [(Int, Int)] {
    if case .integer(let all) = json[name] { return [(all, all)] }
    return try json.array(name).map { value in
      if case .integer(let both) = value { return (both, both) }
      let pair = try value.ints()
      guard pair.count == 2 else { throw GoldenError("\(name) should hold pairs, not \(value)") }
      return (pair[0], pair[1])
    }
  }

  /// `SAME`, `VALID` or pairs.
  func padding(_ name: String = "padding") throws -> Padding {
    guard case .string(let text) = json[name] else { return .explicit(try pairs(name)) }
    switch text {
    case "SAME": return .same
    case "SAME_LOWER": return .sameLower
    case "VALID": return .valid
    default: throw GoldenError("the padding \(text) is not known")
    }
  }

  /// Dimension numbers of a convolution as three strings.
  func convolutionNumbers() throws -> ConvDimensionNumbers? {
    guard let names = try json.optional("dimension_numbers")?.strings() else { return nil }
    guard names.count == 3 else { throw GoldenError("dimension numbers \(names)") }
    return ConvDimensionNumbers(names[0], names[1], names[2])
  }

  /// `mode` of indexing functions.
  func mode(default value: IndexMode) throws -> IndexMode {
    switch try json.optional("mode")?.string() {
    case nil: return value
    case "clip": return .clip
    case "promise_in_bounds": return .promiseInBounds
    case "fill", "drop": return .fill
    case "wrap": return .wrap
    case let other?: throw GoldenError("the mode \(other) is not known")
    }
  }

  /// `index`: one index or several.
  func index() throws -> [any TensorIndex] {
    if case .array(let parts) = json["index"] { return try parts.map(OpArguments.index) }
    return [try OpArguments.index(json["index"])]
  }

  private static func index(_ value: JSONValue) throws -> any TensorIndex {
    if value.isNull { return NewAxis() }
    if case .integer(let position) = value { return position }
    if value["ellipsis"] == .bool(true) { return Ellipsis() }
    let bounds = try value.array("slice").map { try $0.isNull ? nil : $0.int() }
    guard bounds.count == 3 else { throw GoldenError("the index \(value) is not known") }
    return StridedRange(start: bounds[0], end: bounds[1], step: bounds[2] ?? 1)
  }
}

/// The array arguments of an op.
struct OpOperands: Sendable {
  let tensors: [Tensor]

  /// The argument of this number, or an error of the case.
  func callAsFunction(_ index: Int) throws -> Tensor {
    guard tensors.indices.contains(index) else {
      throw GoldenError("argument \(index) is needed, there are \(tensors.count)")
    }
    return tensors[index]
  }

  var count: Int { tensors.count }

  /// A mask that a keyword names: `"arg 1"`.
  func named(_ json: JSONValue?) throws -> Tensor? {
    guard let text = try json?.string() else { return nil }
    guard text.hasPrefix("arg "), let index = Int(text.dropFirst(4)) else {
      throw GoldenError("\(text) is no argument")
    }
    return try self(index)
  }
}
