/// A value of a program by its number; the numbers run from 0, so that tables indexed by them are arrays.
struct Variable: Hashable, Sendable {
  let number: Int
}
