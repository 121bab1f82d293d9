/// What `description` and `display` need to know of a `Setting` of any type.
protocol AnySetting {
  var anyValue: Any { get }
}

extension Setting: AnySetting {
  var anyValue: Any { value }
}
