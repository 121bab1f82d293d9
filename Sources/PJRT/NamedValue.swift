import CPJRT

/// A value that goes by a name: an option of a client, an attribute of a plugin, a property of a program.
public enum NamedValue: Sendable, Hashable {
  case string(String)
  case int(Int)
  case ints([Int])
  case float(Float)
  case bool(Bool)
}

/// An option given to a plugin when a client is created.
public typealias ClientOption = NamedValue

extension NamedValue {
  /// The value that a plugin reported, or nil if it is of a kind that this library does not know.
  init?(_ value: PJRT_NamedValue) {
    switch Int(value.type) {
    case PJRT_NamedValue_kString:
      self = .string(String(bytes: value.string_value, count: value.value_size))
    case PJRT_NamedValue_kInt64:
      self = .int(Int(value.int64_value))
    case PJRT_NamedValue_kInt64List:
      let elements = UnsafeBufferPointer(start: value.int64_array_value, count: value.value_size)
      self = .ints(elements.map(Int.init))
    case PJRT_NamedValue_kFloat:
      self = .float(value.float_value)
    case PJRT_NamedValue_kBool:
      self = .bool(value.bool_value)
    default:
      return nil
    }
  }

  /// The values that a plugin reported, by name.
  static func dictionary(_ start: UnsafePointer<PJRT_NamedValue>?, count: Int) -> [String: NamedValue] {
    var result: [String: NamedValue] = [:]
    for value in UnsafeBufferPointer(start: start, count: start == nil ? 0 : count) {
      result[String(bytes: value.name, count: value.name_size)] = NamedValue(value)
    }
    return result
  }
}
