/// An argument that is a value of Swift instead of tensors: a number of steps, a mode.
///
/// `jit` compiles once for each value of it (`static_argnums`); the other transformations hand it on as it is.
///
///     let f = jit { (x: Tensor, steps: Static<Int>) in (0..<steps.value).reduce(x) { y, _ in sin(y) } }
///     try f(x, 2)
public struct Static<Value: Hashable & Sendable>: TensorTree, Hashable, Sendable {
  /// The value.
  public var value: Value

  public init(_ value: Value) { self.value = value }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {}
  public func hasSameStructure(as other: Static<Value>) -> Bool { value == other.value }
  public func hashStructure(into hasher: inout Hasher) { hasher.combine(value) }
  public func appendLeaves(to leaves: inout [Tensor]) {}
}

extension Static: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Value.IntegerLiteralType) { self.init(Value(integerLiteral: value)) }
}

extension Static: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Value.BooleanLiteralType) { self.init(Value(booleanLiteral: value)) }
}

extension Static: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Value.FloatLiteralType) { self.init(Value(floatLiteral: value)) }
}

extension Static: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByStringLiteral {
  public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
    self.init(Value(unicodeScalarLiteral: value))
  }
}

extension Static: ExpressibleByExtendedGraphemeClusterLiteral where Value: ExpressibleByStringLiteral {
  public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
    self.init(Value(extendedGraphemeClusterLiteral: value))
  }
}

extension Static: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
  public init(stringLiteral value: Value.StringLiteralType) { self.init(Value(stringLiteral: value)) }
}
