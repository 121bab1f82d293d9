/// How the program is used.
struct Usage: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
