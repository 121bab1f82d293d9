/// One step of a program: a primitive applied to operands.
package struct Equation: Sendable {
  package let primitive: any Primitive
  package let operands: [Atom]
  package let results: [Variable]
}
