/// An operand of an equation: a variable, or one element known when the program was made.
package enum Atom: Hashable, Sendable {
  case variable(Variable)
  case literal(ScalarLiteral)
}
