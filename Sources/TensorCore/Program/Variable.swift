/// A value of a program by its number; the numbers run from 0, so that tables indexed by them are arrays.
package struct Variable: Hashable, Sendable {
  package let number: Int
}
