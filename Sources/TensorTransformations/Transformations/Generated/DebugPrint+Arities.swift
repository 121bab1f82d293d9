// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// Prints a text, also inside of compiled functions, when these run (`jax.debug.print`).
@_documentation(visibility: internal)
public func debugPrint(
  _ format: String, file: StaticString = #fileID, line: UInt = #line
) {
  debugPrint(format, values: [], file: file, line: line)
}

/// Prints 1 tensor, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.
@_documentation(visibility: internal)
public func debugPrint(
  _ format: String, _ value0: Tensor, file: StaticString = #fileID, line: UInt = #line
) {
  debugPrint(format, values: [value0], file: file, line: line)
}

/// Prints 2 tensors, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.
public func debugPrint(
  _ format: String, _ value0: Tensor, _ value1: Tensor, file: StaticString = #fileID, line: UInt = #line
) {
  debugPrint(format, values: [value0, value1], file: file, line: line)
}

/// Prints 3 tensors, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.
@_documentation(visibility: internal)
public func debugPrint(
  _ format: String, _ value0: Tensor, _ value1: Tensor, _ value2: Tensor, file: StaticString = #fileID,
  line: UInt = #line
) {
  debugPrint(format, values: [value0, value1, value2], file: file, line: line)
}

/// Prints 4 tensors, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.
@_documentation(visibility: internal)
public func debugPrint(
  _ format: String, _ value0: Tensor, _ value1: Tensor, _ value2: Tensor, _ value3: Tensor,
  file: StaticString = #fileID, line: UInt = #line
) {
  debugPrint(format, values: [value0, value1, value2, value3], file: file, line: line)
}

/// Prints 5 tensors, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.
@_documentation(visibility: internal)
public func debugPrint(
  _ format: String, _ value0: Tensor, _ value1: Tensor, _ value2: Tensor, _ value3: Tensor, _ value4: Tensor,
  file: StaticString = #fileID, line: UInt = #line
) {
  debugPrint(format, values: [value0, value1, value2, value3, value4], file: file, line: line)
}

/// Prints 6 tensors, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.
@_documentation(visibility: internal)
public func debugPrint(
  _ format: String, _ value0: Tensor, _ value1: Tensor, _ value2: Tensor, _ value3: Tensor, _ value4: Tensor,
  _ value5: Tensor, file: StaticString = #fileID, line: UInt = #line
) {
  debugPrint(format, values: [value0, value1, value2, value3, value4, value5], file: file, line: line)
}
