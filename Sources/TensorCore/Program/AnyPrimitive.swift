/// A primitive of any type, as a value that can be compared.
package struct AnyPrimitive: Hashable, Sendable {
  package let primitive: any Primitive
  private let key: AnySendableKey

  package init(_ primitive: some Primitive) {
    self.primitive = primitive
    key = AnySendableKey(primitive)
  }

  /// The first result of the primitive.
  package func apply(_ operands: [Tensor]) -> Tensor { bind(primitive, operands)[0] }

  package static func == (a: Self, b: Self) -> Bool { a.key == b.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
