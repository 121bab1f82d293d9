/// One step of a program: a primitive applied to operands.
struct Equation: Sendable {
  let primitive: any Primitive
  let operands: [Atom]
  let results: [Variable]
}
